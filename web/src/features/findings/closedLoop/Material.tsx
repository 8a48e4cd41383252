import { useTranslation } from "react-i18next";
import type { Finding } from "../../../api/types";
import { allNames, taker } from "../../../components/people";
import { downloads } from "../../../paths";
import { PaperWarnings } from "../PaperWarnings";
import { useMeasureFacts } from "../useMeasureFacts";
import type { Part } from "./actions";
import { submission } from "./stages";

/** What a decision is about: the plan, what was submitted, or the extension that was asked for. */
export function Material({ finding, parts }: { finding: Finding; parts: Part[] }) {
  const { t } = useTranslation();
  const facts = useMeasureFacts();
  const submitted = parts.includes("submission");
  const asked = submitted ? submission(finding.closed_loop.steps) : null;
  const extension = parts.includes("extension") ? finding.closed_loop.extension : null;
  const duties = [
    ["unit_id", finding.unit?.name],
    ["leader_id", allNames(t, finding.leader, finding.co_leaders)],
    ["owner_id", allNames(t, finding.owner, finding.co_owners)],
    ["due", finding.due],
  ] as const;
  const files = finding.evidence_files.filter((file) => !file.withdrawn);
  return (
    <>
      {(submitted || parts.includes("plan")) && <PaperWarnings warnings={finding.warnings} />}
      {extension && (
        <dl className="material">
          <dt>{t("loop.until")}</dt>
          <dd className="digits">{t("loop.fromTo", { from: finding.due ?? "", to: extension.until })}</dd>
          <dt>{t("loop.reason")}</dt>
          <dd>{extension.reason}</dd>
        </dl>
      )}
      {asked && (
        <dl className="material">
          <dt>{t("loop.submitted")}</dt>
          <dd>
            {t("loop.submittedBy", { name: taker(t, asked), date: asked.date })}
            {asked.reason && <blockquote>{asked.reason}</blockquote>}
          </dd>
          <dt>{t("finding.evidence")}</dt>
          <dd>
            {files.length === 0 && t("evidence.none")}
            <ul>
              {files.map((file) => (
                <li key={file.key}>
                  <a href={downloads.evidence(file.key)} download>
                    {file.name}
                  </a>{" "}
                  <span className="page-note digits">
                    {file.fact_date ? t("evidence.fact", { date: file.fact_date }) : t("evidence.noFact")}
                  </span>
                  {file.note && <span className="material-note">{file.note}</span>}
                  {file.before_feedback && <p className="notice">{t("evidence.beforeFeedback")}</p>}
                </li>
              ))}
            </ul>
          </dd>
        </dl>
      )}
      {parts.includes("plan") && (
        <dl className="material material-row">
          {duties.map(([name, words]) => (
            <div key={name}>
              <dt>{t(`field.${name}`)}</dt>
              <dd>{words ?? <span className="none">{t("common.empty")}</span>}</dd>
            </div>
          ))}
        </dl>
      )}
      {(submitted || parts.includes("plan")) && (
        <dl className="material">
          <dt>{t("finding.measures")}</dt>
          <dd>
            {finding.measures.length === 0 && t("measure.none")}
            <ol>
              {finding.measures.map((measure) => (
                <li key={measure.key}>
                  {measure.text} <span className="page-note digits">{facts(measure).join(" · ")}</span>
                  {submitted && measure.progress_note && <span className="material-note">{measure.progress_note}</span>}
                </li>
              ))}
            </ol>
          </dd>
        </dl>
      )}
    </>
  );
}
