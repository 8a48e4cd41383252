import type { PublicationRow, PublicationSegment, Publication } from "../../api/types";

/** Words of the internal version that are to be redacted, and where they stand. */
export type Chosen = {
  block: number;
  cell: { row: number; column: number } | null;
  /** Characters, not UTF-16 units. */
  start: number;
  before: string;
};

/** What is in sight of a row: one cell for a paragraph. */
export type Cells = { segments: PublicationSegment[]; cell: Chosen["cell"] }[][];

export function cellsOf(row: PublicationRow): Cells {
  const isTable = row.kind === "table";
  return row.rows.map((cells, at) =>
    cells.map((segments, column) => ({ segments, cell: isTable ? { row: at, column } : null })),
  );
}

export const isChanged = (row: PublicationRow): boolean =>
  row.block === null || row.public === null || row.dropped.length > 0 || changes(row) > 0;

export const changes = (row: PublicationRow): number => row.rows.flat(2).filter((segment) => segment.change).length;

export const changesOf = (publication: Publication): number =>
  publication.rows.reduce((sum, row) => sum + changes(row), 0);

/** Marks of the page by which a selection finds its place again. */
type Marked = { block?: string; row?: string; column?: string; start?: string };

const characters = (text: string): number => Array.from(text).length;

/** What is selected of one unchanged stretch; nothing where it goes beyond. */
export function chosenIn(selection: Selection | null): Chosen | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const node = range.startContainer;
  if (node !== range.endContainer || node.nodeType !== Node.TEXT_NODE) return null;
  const stretch = node.parentElement?.closest<HTMLElement>("[data-start]");
  if (!stretch) return null;
  const { block, row, column, start }: Marked = stretch.dataset;
  if (block === undefined) return null;
  const text = node.textContent ?? "";
  return {
    block: Number(block),
    cell: row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) },
    start: Number(start) + characters(text.slice(0, range.startOffset)),
    before: text.slice(range.startOffset, range.endOffset),
  };
}

/** The first place of words in the unchanged text of a row; for who does not select with a pointer. */
export function placeOf(row: PublicationRow, words: string): Chosen | null {
  if (row.block === null || !words) return null;
  for (const { segments, cell } of cellsOf(row).flat()) {
    for (const segment of segments) {
      const at = segment.change ? -1 : segment.text.indexOf(words);
      if (at < 0) continue;
      const start = segment.start + characters(segment.text.slice(0, at));
      return { block: row.block, cell, start, before: words };
    }
  }
  return null;
}
