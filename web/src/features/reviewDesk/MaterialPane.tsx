import { useTranslation } from "react-i18next";
import type { Finding } from "../../api/types";
import { allNames, taker } from "../../components/people";
import { localTime } from "../../components/localTime";
import { downloads } from "../../paths";
import { askedBy, submissions } from "./decisions";

/** What was submitted: the words, the measures, the evidence, and what changed since the last time. */
export function MaterialPane({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const asked = askedBy(finding);
  const files = finding.evidence_files.filter((file) => !file.withdrawn);
  return (
    <section className="panel desk-material" aria-label={t("desk.material")} tabIndex={0}>
      <h2>{t("desk.material")}</h2>
      {asked && (
        <>
          <p className="page-note">
            {t("desk.asked", { name: taker(t, asked), date: asked.date, action: t(`action.${asked.action}`) })}
          </p>
          {asked.reason && <blockquote>{asked.reason}</blockquote>}
        </>
      )}
      {finding.closed_loop.extension && (
        <p className="notice digits">
          {t("loop.extension", { from: finding.due ?? "", to: finding.closed_loop.extension.until })}
        </p>
      )}
      <Comparison finding={finding} />
      <h3>{t("finding.measures")}</h3>
      {finding.measures.length === 0 && <p className="page-note">{t("measure.none")}</p>}
      <ol className="desk-measures">
        {finding.measures.map((measure) => (
          <li key={measure.key}>
            <p>
              <b className={`measure-state state-${measure.completion}`}>{t(`completion.${measure.completion}`)}</b>{" "}
              {measure.text}
            </p>
            <p className="page-note digits">
              {[
                measure.key,
                allNames(t, measure.owner, measure.co_owners),
                measure.due && t("finding.due", { date: measure.due }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            {measure.progress_note && <p className="measure-note">{measure.progress_note}</p>}
          </li>
        ))}
      </ol>
      <h3>
        {t("finding.evidence")} <span className="digits page-note">{files.length}</span>
      </h3>
      {files.length === 0 && <p className="page-note">{t("evidence.none")}</p>}
      <ul className="desk-files">
        {files.map((file) => (
          <li key={file.key}>
            <a href={downloads.evidence(file.key)} download aria-label={t("evidence.download", { name: file.name })}>
              {file.name}
            </a>
            <p className="page-note digits">
              {[
                file.measure_key,
                file.fact_date ? t("evidence.fact", { date: file.fact_date }) : t("evidence.noFact"),
                t("evidence.by", { name: file.uploader.name, date: localTime(file.uploaded_at) }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            {file.note && <p className="measure-note">{file.note}</p>}
            {file.before_feedback && <p className="notice">{t("evidence.beforeFeedback")}</p>}
            {file.reused_in.length > 0 && (
              <p className="notice">{t("evidence.reused", { keys: file.reused_in.join(t("common.comma")) })}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** 与上次提交对比: only where it was submitted before. */
function Comparison({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const { since_submission: since, steps } = finding.closed_loop;
  const [, before] = submissions(finding);
  if (!since || !before) return null;
  const returned = steps.filter((step) => step.reason && step.action === "return").at(-1);
  return (
    <details className="desk-compare" open>
      <summary>{t("desk.compare", { date: before.date })}</summary>
      {returned && (
        <p>
          {t("loop.returned", {
            name: taker(t, returned),
            date: returned.date,
            action: t(`action.${returned.action}`),
          })}
          {t("common.colon")}
          {returned.reason}
        </p>
      )}
      {since.length === 0 && <p>{t("desk.unchanged")}</p>}
      <ul>
        {since.map((event) => (
          <li key={event.id}>
            <time dateTime={event.at} className="digits">
              {localTime(event.at)}
            </time>{" "}
            {event.actor.name} {event.summary}
            {event.changes.map((change) => (
              <span key={change.field} className="desk-change">
                {change.field}
                {t("common.colon")}
                <del>{change.before || t("common.empty")}</del> → <ins>{change.after || t("common.empty")}</ins>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}
