import type { Report, ReportBlock, ReportDiagnostic, ReportRun } from "../../api/types";
import type { Mark } from "../../components/diagnostics/diagnostics";
import type { Change } from "./useReport";

/** What the paper tells the page. */
export type PaperActs = {
  /** The bound place that is looked at. */
  place: number | null;
  onPlace: (place: number) => void;
  /** The diagnostic that is looked at. */
  current: string | null;
  /** None where nothing may be changed. */
  onChange: ((change: Change) => Promise<unknown>) | null;
};

export const words = (runs: ReportRun[]): string => runs.map((run) => run.text).join("");

/** Where a block stands in the page. */
export const blockId = (block: number): string => `block-${block}`;

/** A cell of a table. */
export type Cell = { row: number; column: number };

/** What is marked of a paragraph or a cell: every place that a diagnostic involves. */
export function marksAt(items: ReportDiagnostic[], block: number, cell: Cell | null): Mark[] {
  return items.flatMap(({ places, level, print }) =>
    places
      .filter((place) => place.block === block && place.cell?.row === cell?.row && place.cell?.column === cell?.column)
      .map(({ start, end }) => ({ start, end, level, print })),
  );
}

/** All bound places with their blocks, in the order of the text. */
export function boundRuns(report: Report): { block: number; run: ReportRun }[] {
  return report.blocks.flatMap((one, block) =>
    [one.runs, ...one.rows.flat()].flatMap((runs) =>
      runs.filter((run) => run.binding !== null).map((run) => ({ block, run })),
    ),
  );
}

/** New words for a paragraph or a cell, and the runs that take them back. */
export function textChange(block: number, cell: Cell | null, before: ReportRun[], text: string): Change {
  const runs = before.map(({ text, binding }) => ({ text, binding }));
  return {
    edit: { op: "text", block, cell, text },
    back: [{ op: "runs", block, cell, runs }],
  };
}

export function insertChange(after: number, text: string): Change {
  return { edit: { op: "insert", after, text }, back: [{ op: "remove", block: after + 1 }] };
}

/** A paragraph of running text goes; taken back it has its bindings again. */
export function removeChange(block: number, content: ReportBlock): Change {
  const runs = content.runs.map(({ text, binding }) => ({ text, binding }));
  return {
    edit: { op: "remove", block },
    back: [
      { op: "insert", after: block - 1, text: words(content.runs) },
      { op: "runs", block, cell: null, runs },
    ],
  };
}
