import { expect, test } from "vitest";
import type { SourceSpan } from "../../api/types";
import { byDocument, markedPieces } from "./sources";

const span = (digest: string, paragraph: number, start: number, end: number, text = "一二三四五六"): SourceSpan => ({
  document: { digest, name: `${digest}.docx` },
  paragraph,
  start,
  end,
  text,
});

test("sources are grouped by document and paragraph", () => {
  const groups = byDocument([span("a", 1, 0, 2), span("b", 4, 0, 1), span("a", 3, 0, 1), span("a", 1, 3, 4)]);
  expect(groups.map((one) => [one.name, one.paragraphs.map((paragraph) => paragraph.n)])).toEqual([
    ["a.docx", [1, 3]],
    ["b.docx", [4]],
  ]);
  expect(groups[0]!.paragraphs[0]!.stretches).toEqual([
    { start: 0, end: 2 },
    { start: 3, end: 4 },
  ]);
});

test("marks may meet and overlap; every word is shown once", () => {
  const [document] = byDocument([span("a", 1, 3, 5), span("a", 1, 1, 4)]);
  const pieces = markedPieces(document!.paragraphs[0]!);
  expect(pieces).toEqual([
    { text: "一", marked: false },
    { text: "二三四", marked: true },
    { text: "五", marked: true },
    { text: "六", marked: false },
  ]);
});
