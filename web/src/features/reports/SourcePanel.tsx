import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Report, ReportRun } from "../../api/types";
import { reference, sourcePath } from "./binding";
import { boundRuns, type PaperActs } from "./paper";

type Props = {
  report: Report;
  acts: PaperActs;
  onRefresh: ((places: number[]) => void) | null;
  busy: boolean;
};

/** What stands behind the place that is looked at, and every place that the ledger moved away from. */
export function SourcePanel({ report, acts, onRefresh, busy }: Props) {
  const { t } = useTranslation();
  const all = boundRuns(report);
  const chosen = all.find(({ run }) => run.place === acts.place)?.run;
  const stale = all.filter(({ run }) => run.stale && run.place !== acts.place);
  useEffect(() => {
    if (acts.place !== null) document.getElementById(`place-${acts.place}`)?.scrollIntoView({ block: "nearest" });
  }, [acts.place]);
  return (
    <div className="source-panel">
      {chosen ? (
        <Source run={chosen} onRefresh={onRefresh} busy={busy} />
      ) : (
        <p className="page-note">{t("report.sourceHint")}</p>
      )}
      {stale.length > 0 && (
        <>
          <h3>{t("report.staleList", { n: stale.length })}</h3>
          <ul className="stale-list">
            {stale.map(({ run }) => (
              <li key={run.place}>
                <button type="button" onClick={() => run.place !== null && acts.onPlace(run.place)}>
                  <ReferenceWords binding={run.binding ?? ""} />
                  <del>{run.text}</del> <ins>{run.now ?? t("report.gone")}</ins>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function ReferenceWords({ binding }: { binding: string }) {
  const { object, key, field } = reference(binding);
  return (
    <span className="reference">
      {object}
      {key && <span className="digits"> {key}</span>} · {field}
    </span>
  );
}

type SourceProps = { run: ReportRun; onRefresh: Props["onRefresh"]; busy: boolean };

function Source({ run, onRefresh, busy }: SourceProps) {
  const { t } = useTranslation();
  const binding = run.binding ?? "";
  const to = sourcePath(reference(binding));
  const { place } = run;
  return (
    <dl className="source-facts">
      <dt>{t("report.from")}</dt>
      <dd>
        <ReferenceWords binding={binding} />
        {to && (
          <>
            {" "}
            <Link to={to}>{t("report.toSource")}</Link>
          </>
        )}
      </dd>
      <dt>{t("report.inText")}</dt>
      <dd className="source-words">{run.text || "—"}</dd>
      <dt>{t("report.inLedger")}</dt>
      <dd className={run.stale ? "source-words source-moved" : "source-words"}>
        {run.stale ? (run.now ?? t("report.gone")) : t("report.same")}
        {run.stale && run.now !== null && onRefresh && place !== null && (
          <Button size="small" type="primary" loading={busy} onClick={() => onRefresh([place])}>
            {t("report.refreshOne")}
          </Button>
        )}
      </dd>
    </dl>
  );
}
