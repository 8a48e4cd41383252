import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { InspectionSummary } from "../../api/types";
import { lampParts } from "../../components/lamps";
import { paths } from "../../paths";
import { StackedBar } from "../../ui/StackedBar";

export function InspectionList(props: { items: InspectionSummary[] }) {
  const { t } = useTranslation();
  return (
    <ul className="inspection-list">
      {props.items.map((inspection) => (
        <InspectionCard key={inspection.id} inspection={inspection} label={t("home.lamps")} />
      ))}
    </ul>
  );
}

function InspectionCard({ inspection, label }: { inspection: InspectionSummary; label: string }) {
  const { t } = useTranslation();
  const { counts } = inspection;
  const parts = lampParts(counts.by_lamp, t);
  const facts = [
    inspection.issuing_body,
    inspection.document_number,
    inspection.feedback_date && t("home.feedbackOn", { date: inspection.feedback_date }),
  ].filter(Boolean);
  const open = counts.findings > 0 ? paths.ledger(inspection.key) : paths.importing(inspection.key);
  return (
    <li className="panel inspection-card">
      <div className="inspection-head">
        <span className="key">{inspection.key}</span>
        <span className="source">{t(`source.${inspection.source}`)}</span>
        <h2>
          <Link to={open}>{inspection.title}</Link>
        </h2>
        <p className="page-note">{facts.join(" · ")}</p>
      </div>
      {counts.findings > 0 ? (
        <div className="inspection-figures">
          <p>
            <strong className="figure">{counts.findings}</strong> {t("home.findings")}
          </p>
          <StackedBar parts={parts} label={label} />
          <p className="bar-words">
            {parts
              .filter((part) => part.value > 0)
              .map((part) => (
                <Link key={part.key} to={paths.ledger(inspection.key, { lamp: part.key })} className="bar-word">
                  <span className={`swatch fill-${part.tone}`} aria-hidden="true" />
                  {part.label} {part.value}
                </Link>
              ))}
          </p>
        </div>
      ) : (
        <p className="inspection-figures">
          {t("home.nothingYet")} <Link to={paths.importing(inspection.key)}>{t("home.importNow")}</Link>
        </p>
      )}
    </li>
  );
}
