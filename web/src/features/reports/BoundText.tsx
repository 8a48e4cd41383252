import { useTranslation } from "react-i18next";
import type { ReportRun } from "../../api/types";
import { pieces, type Mark } from "../../components/diagnostics/diagnostics";
import type { PaperActs } from "./paper";

type Props = { runs: ReportRun[]; acts: PaperActs; marks?: Mark[] };

/** Text whose bound places can be looked at; where the ledger moved, old and new stand side by side. */
export function BoundText({ runs, acts, marks = [] }: Props) {
  const { t } = useTranslation();
  let start = 0;
  return runs.map((run, at) => {
    const from = start;
    start += Array.from(run.text).length;
    const text = <MarkedText text={run.text} from={from} marks={marks} current={acts.current} />;
    if (run.place === null) return <span key={at}>{text}</span>;
    const { place } = run;
    const classes = ["bound", run.stale && "bound-stale", place === acts.place && "bound-on"].filter(Boolean).join(" ");
    const title = run.stale ? t("report.staleTitle", { now: run.now ?? t("report.gone") }) : undefined;
    return (
      <span
        key={at}
        id={`place-${place}`}
        className={classes}
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
        {run.text ? text : "　"}
        {run.stale && <span className="bound-now"> {run.now ?? t("report.gone")}</span>}
      </span>
    );
  });
}

type TextProps = { text: string; from: number; marks: Mark[]; current: string | null };

function MarkedText({ text, from, marks, current }: TextProps) {
  if (marks.length === 0) return text;
  return pieces(text, from, marks).map(({ text: words, mark }, at) =>
    mark ? (
      <mark key={at} className={`diag-mark diag-${mark.level}${mark.print === current ? " diag-mark-on" : ""}`}>
        {words}
      </mark>
    ) : (
      <span key={at}>{words}</span>
    ),
  );
}
