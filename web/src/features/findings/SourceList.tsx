import { useTranslation } from "react-i18next";
import type { Finding } from "../../api/types";

/** The sentences of the document this finding was made from, marked in their paragraph. */
export function SourceList({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  if (finding.sources.length === 0) return null;
  return (
    <section className="section" aria-label={t("finding.sources")}>
      <h3>{t("finding.sources")}</h3>
      <ul className="source-list">
        {finding.sources.map((source, index) => (
          <li key={index}>
            <p className="page-note">{t("finding.sourceFrom", { name: source.document.name, n: source.paragraph })}</p>
            <blockquote>
              {source.text.slice(0, source.start)}
              <mark>{source.text.slice(source.start, source.end)}</mark>
              {source.text.slice(source.end)}
            </blockquote>
          </li>
        ))}
      </ul>
    </section>
  );
}
