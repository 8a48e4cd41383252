import { useTranslation } from "react-i18next";
import type { Finding } from "../../api/types";
import { SourceGroups } from "./SourceGroups";

/** The sentences of the documents this finding was made from. */
export function SourceList({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  if (finding.sources.length === 0) return null;
  return (
    <section className="section" aria-label={t("finding.sources")}>
      <h3>{t("finding.sources")}</h3>
      <SourceGroups sources={finding.sources} />
    </section>
  );
}
