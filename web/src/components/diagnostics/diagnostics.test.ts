import { expect, test } from "vitest";
import type { DiagnosticLevel, ReportDiagnostic } from "../../api/types";
import { byBlock, counts, fixed, neighbour, pieces, shown } from "./diagnostics";

const item = (print: string, level: DiagnosticLevel, block: number | null, ignored = false): ReportDiagnostic => ({
  print,
  rule: "N-SUM",
  level,
  message: "",
  hint: "",
  authority: "",
  text: null,
  block,
  cell: null,
  places: [],
  fix: null,
  remarks: ignored ? [{ id: "1", act: "ignored", reason: "", by: "", at: "" }] : [],
  blocks_publication: false,
});

const all = [item("a", "error", 1), item("b", "advice", 1), item("c", "error", null, true)];

test("the filter shows open ones by level, or those that were ignored", () => {
  const prints = (items: ReportDiagnostic[]) => items.map((one) => one.print);
  expect(prints(shown(all, { levels: ["error"], ignored: false }))).toEqual(["a"]);
  expect(prints(shown(all, { levels: ["error"], ignored: true }))).toEqual(["c"]);
  expect(counts(all)).toEqual({ error: 1, warning: 0, advice: 1, ignored: 1 });
  expect([...byBlock(all).keys()]).toEqual([1, -1]);
});

test("the way goes round", () => {
  expect(neighbour(all, null, 1)).toBe("a");
  expect(neighbour(all, null, -1)).toBe("c");
  expect(neighbour(all, "c", 1)).toBe("a");
  expect(neighbour(all, "a", -1)).toBe("c");
  expect(neighbour([], "a", 1)).toBeNull();
});

test("a fix counts characters and refuses other words", () => {
  const fix = { place: { block: 0, cell: null, start: 2, end: 3 }, before: ",", after: "，" };
  expect(fixed("𠮷甲,乙", fix)).toBe("𠮷甲，乙");
  expect(fixed("甲乙丙", fix)).toBeNull();
});

test("marks cut a text where they begin and end", () => {
  const mark = { start: 3, end: 5, level: "error" as const, print: "a" };
  expect(pieces("甲乙丙丁", 2, [mark]).map(({ text, mark }) => [text, mark?.print ?? null])).toEqual([
    ["甲", null],
    ["乙丙", "a"],
    ["丁", null],
  ]);
});
