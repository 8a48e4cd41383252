import { useTranslation } from "react-i18next";
import type { Measure } from "../../api/types";
import { allNames } from "../../components/people";

/** Who does a measure by when, and how far it is, in short words. */
export function useMeasureFacts() {
  const { t } = useTranslation();
  return (measure: Measure): string[] =>
    [
      allNames(t, measure.lead_unit, measure.co_units),
      allNames(t, measure.owner, measure.co_owners) || allNames(t, measure.leader, measure.co_leaders),
      measure.due && t("finding.due", { date: measure.due }),
      t(`completion.${measure.completion}`),
    ].filter((fact): fact is string => Boolean(fact));
}
