import { useTranslation } from "react-i18next";
import type { ReportRun } from "../../api/types";
import type { PaperActs } from "./paper";

/** Text whose bound places can be looked at; where the ledger moved, old and new stand side by side. */
export function BoundText({ runs, acts }: { runs: ReportRun[]; acts: PaperActs }) {
  const { t } = useTranslation();
  return runs.map((run, at) => {
    if (run.place === null) return <span key={at}>{run.text}</span>;
    const { place } = run;
    const marks = ["bound", run.stale && "bound-stale", place === acts.place && "bound-on"].filter(Boolean).join(" ");
    const title = run.stale ? t("report.staleTitle", { now: run.now ?? t("report.gone") }) : undefined;
    return (
      <span
        key={at}
        id={`place-${place}`}
        className={marks}
        role="button"
        tabIndex={0}
        title={title}
        aria-pressed={place === acts.place}
        onClick={() => acts.onPlace(place)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.stopPropagation();
          acts.onPlace(place);
        }}
      >
        {run.text || "　"}
        {run.stale && <span className="bound-now"> {run.now ?? t("report.gone")}</span>}
      </span>
    );
  });
}
