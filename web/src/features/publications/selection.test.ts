import { expect, test } from "vitest";
import type { PublicationRow } from "../../api/types";
import { changes, chosenIn, isChanged, placeOf } from "./selection";

const change = { kind: "name", reason: "", after: "张某" };

const row: PublicationRow = {
  kind: "body",
  block: 3,
  public: 2,
  rows: [
    [
      [
        { text: "𠮷由", start: 0, change: null },
        { text: "张三", start: 2, change },
        { text: "负责采购", start: 4, change: null },
      ],
    ],
  ],
  dropped: [],
};

test("words are found in what is unchanged, counted in characters", () => {
  expect(placeOf(row, "采购")).toEqual({ block: 3, cell: null, start: 6, before: "采购" });
  expect(placeOf(row, "由")).toEqual({ block: 3, cell: null, start: 1, before: "由" });
  expect(placeOf(row, "张三")).toBeNull();
  expect(placeOf(row, "")).toBeNull();
  expect(placeOf({ ...row, block: null }, "采购")).toBeNull();
  const table = { ...row, kind: "table" };
  expect(placeOf(table, "采购")?.cell).toEqual({ row: 0, column: 0 });
});

test("a row is changed by a segment, by what falls away and by what is added", () => {
  expect(changes(row)).toBe(1);
  const plain = { ...row, rows: [[[{ text: "甲", start: 0, change: null }]]] };
  expect(isChanged(plain)).toBe(false);
  expect(isChanged({ ...plain, dropped: ["乙"] })).toBe(true);
  expect(isChanged({ ...plain, block: null })).toBe(true);
});

test("a selection inside one stretch says where it stands", () => {
  document.body.innerHTML = '<p><span data-block="3" data-start="4">𠮷责采购</span><span>其他</span></p>';
  const text = document.querySelector("span")!.firstChild!;
  const range = document.createRange();
  range.setStart(text, 3);
  range.setEnd(text, 5);
  const selection = window.getSelection()!;
  selection.removeAllRanges();
  selection.addRange(range);
  expect(chosenIn(selection)).toEqual({ block: 3, cell: null, start: 6, before: "采购" });
  range.setEnd(document.querySelectorAll("span")[1]!.firstChild!, 1);
  expect(chosenIn(selection)).toBeNull();
  selection.removeAllRanges();
  expect(chosenIn(selection)).toBeNull();
});
