import { useTranslation } from "react-i18next";
import type { Measure } from "../../api/types";

/** Who does a measure by when, and how far it is, in short words. */
export function useMeasureFacts() {
  const { t } = useTranslation();
  return (measure: Measure): string[] =>
    [
      measure.lead_unit?.name,
      measure.owner?.name ?? measure.leader?.name,
      measure.due && t("finding.due", { date: measure.due }),
      t(`completion.${measure.completion}`),
    ].filter((fact): fact is string => Boolean(fact));
}
