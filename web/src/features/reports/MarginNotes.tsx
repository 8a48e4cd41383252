import type { Report, ReportDiagnostic } from "../../api/types";
import { fixed } from "../../components/diagnostics/diagnostics";
import { DiagnosticNote } from "../../components/diagnostics/DiagnosticNote";
import { blockId, textChange, words, type Cell, type PaperActs } from "./paper";
import type { Checks } from "./useChecks";

type Props = { items: ReportDiagnostic[]; report: Report; acts: PaperActs; checks: Checks };

/** What the checker says, beside the paragraph it is about; on a phone below it. */
export function MarginNotes({ items, report, acts, checks }: Props) {
  if (items.length === 0) return null;
  return (
    <div className="margin-notes">
      {items.map((item) => (
        <DiagnosticNote
          key={item.print}
          item={item}
          state={checks.state}
          onAccept={accepting(item, report, acts)}
          acts={acts.onChange ? ["ignored"] : []}
          onPlace={item.block === null ? null : () => toPlace(item, checks)}
        />
      ))}
    </div>
  );
}

function toPlace(item: ReportDiagnostic, checks: Checks) {
  checks.state.look(item.print);
  const block = document.getElementById(blockId(item.block ?? 0));
  block?.scrollIntoView({ block: "center" });
  block?.querySelector<HTMLElement>("[tabindex]")?.focus({ preventScroll: true });
}

/** The fix as a change of the draft: bindings of what it leaves stay, and it can be taken back. */
function accepting(item: ReportDiagnostic, report: Report, acts: PaperActs): (() => void) | null {
  const { fix } = item;
  const change = acts.onChange;
  if (!fix || !change) return null;
  const block = report.blocks[fix.place.block];
  const cell: Cell | null = fix.place.cell;
  const runs = cell ? block?.rows[cell.row]?.[cell.column] : block?.runs;
  const text = runs && fixed(words(runs), fix);
  if (!runs || text === null || text === undefined) return null;
  return () => void change(textChange(fix.place.block, cell, runs, text)).catch(() => undefined);
}
