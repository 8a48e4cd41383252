import { expect, test } from "vitest";
import type { Paragraph } from "../../api/types";
import { nextSentence, pieces, spansOfRange, stepSentence, trimmed } from "./spans";

const text = "一是𠮷水管网漏损。 二是巡查记录缺失。";
const cut = text.indexOf("。") + 1;
const second = text.indexOf("二");
const paragraph = (n: number, states: ["linked" | "open", "skipped" | "open"]): Paragraph => ({
  n,
  label: null,
  text,
  place: String(n),
  level: null,
  sentences: [
    { start: 0, end: cut, state: states[0], node_id: null },
    { start: second, end: text.length, state: states[1], node_id: null },
  ],
});

test("pieces lose nothing, also around characters of two code units", () => {
  const parts = pieces(paragraph(1, ["linked", "open"]));
  expect(parts.map((part) => part.text).join("")).toBe(text);
  expect(parts.map((part) => part.index)).toEqual([0, -1, 1]);
});

test("the next open sentence is found, starting over at the end", () => {
  const all = [paragraph(1, ["linked", "open"]), paragraph(2, ["linked", "skipped"])];
  const open = (sentence: { state: string }) => sentence.state === "open";
  expect(nextSentence(all, null, open)).toEqual({ paragraph: 1, sentence: 1 });
  expect(nextSentence(all, { paragraph: 2, sentence: 0 }, open)).toEqual({ paragraph: 1, sentence: 1 });
  expect(nextSentence([paragraph(1, ["linked", "skipped"])], null, open)).toBeNull();
});

test("stepping stops at both ends", () => {
  const all = [paragraph(1, ["linked", "open"])];
  expect(stepSentence(all, { paragraph: 1, sentence: 1 }, 1)).toEqual({ paragraph: 1, sentence: 1 });
  expect(stepSentence(all, { paragraph: 1, sentence: 0 }, -1)).toEqual({ paragraph: 1, sentence: 0 });
});

test("a selection over two paragraphs gives one span each, in UTF-16 units", () => {
  const root = document.createElement("div");
  root.innerHTML = `<p data-paragraph="1"><span>一是𠮷水</span><span>漏损。</span></p><p data-paragraph="2"><span> 二是缺失。</span></p>`;
  const range = document.createRange();
  range.setStart(root.querySelectorAll("span")[0]!.firstChild!, 2);
  range.setEnd(root.querySelectorAll("span")[2]!.firstChild!, 3);
  expect(spansOfRange(range, root)).toEqual([
    { paragraph: 1, start: 2, end: 8 },
    { paragraph: 2, start: 1, end: 3 },
  ]);
});

test("white space at the ends is left out; only white space is nothing", () => {
  expect(trimmed(" ab ", 0, 4)).toEqual({ start: 1, end: 3 });
  expect(trimmed("  ", 0, 2)).toBeNull();
});
