import type { DiagnosticLevel, ReportDiagnostic } from "../../api/types";

export const LEVELS: DiagnosticLevel[] = ["error", "warning", "advice"];

/** Whether somebody said that it stays as it is. */
export const ignoring = (item: ReportDiagnostic) => item.remarks.find((remark) => remark.act === "ignored");
export const overruling = (item: ReportDiagnostic) => item.remarks.find((remark) => remark.act === "overruled");
export const isOpen = (item: ReportDiagnostic): boolean => item.remarks.length === 0;

export type DiagnosticFilter = { levels: DiagnosticLevel[]; ignored: boolean };

export const EVERYTHING: DiagnosticFilter = { levels: LEVELS, ignored: false };

/** What the filter shows: open ones of its levels, or those that were ignored. */
export function shown(items: ReportDiagnostic[], filter: DiagnosticFilter): ReportDiagnostic[] {
  return items.filter((item) => (filter.ignored ? !isOpen(item) : isOpen(item) && filter.levels.includes(item.level)));
}

export function counts(items: ReportDiagnostic[]): Record<DiagnosticLevel | "ignored", number> {
  const of = (level: DiagnosticLevel) => items.filter((item) => isOpen(item) && item.level === level).length;
  return {
    error: of("error"),
    warning: of("warning"),
    advice: of("advice"),
    ignored: items.filter((item) => !isOpen(item)).length,
  };
}

/** By the block beside which they stand; those of the whole document under -1. */
export function byBlock(items: ReportDiagnostic[]): Map<number, ReportDiagnostic[]> {
  const found = new Map<number, ReportDiagnostic[]>();
  for (const item of items) {
    const block = item.block ?? -1;
    found.set(block, [...(found.get(block) ?? []), item]);
  }
  return found;
}

/** The next or the one before in the order of the text; at the ends it begins anew. */
export function neighbour(items: ReportDiagnostic[], current: string | null, step: 1 | -1): string | null {
  if (items.length === 0) return null;
  const at = items.findIndex((item) => item.print === current);
  const from = at < 0 ? (step === 1 ? -1 : 0) : at;
  return items[(from + step + items.length) % items.length]?.print ?? null;
}

/** The text with the fix; places count characters, not UTF-16 units. */
export function fixed(text: string, fix: NonNullable<ReportDiagnostic["fix"]>): string | null {
  const characters = Array.from(text);
  const { start, end } = fix.place;
  if (characters.slice(start, end).join("") !== fix.before) return null;
  return [...characters.slice(0, start), fix.after, ...characters.slice(end)].join("");
}

export type Mark = { start: number; end: number; level: DiagnosticLevel; print: string };
export type Piece = { text: string; mark: Mark | null };

/** A stretch of text that begins at a character, cut where marks begin and end; of two marks the first counts. */
export function pieces(text: string, from: number, marks: Mark[]): Piece[] {
  const out: Piece[] = [];
  for (const [at, character] of Array.from(text).entries()) {
    const mark = marks.find((one) => one.start <= from + at && from + at < one.end) ?? null;
    const last = out.at(-1);
    if (last && last.mark === mark) last.text += character;
    else out.push({ text: character, mark });
  }
  return out;
}

export const noteId = (print: string): string => `note-${print}`;
