import { expect, test } from "vitest";
import type { DraftNode, NodeKind } from "../../api/types";
import { dropTarget, nextUnchecked, outline } from "./outline";
import { parentFor } from "./useReview";

const node = (id: string, parent_id: string | null, position: number, kind: NodeKind, checked = false): DraftNode => ({
  id,
  parent_id,
  position,
  kind,
  checked,
  label: "",
  title: id,
  text: id,
  sources: [],
  status: null,
  deadlines: [],
  owners: [],
  skipped: false,
  fields: [],
});
const nodes = [
  node("m1", "f1", 0, "measure"),
  node("f2", "a1", 1, "finding", true),
  node("f1", "a1", 0, "finding"),
  node("a2", null, 1, "area", true),
  node("a1", null, 0, "area", true),
  node("f3", "a2", 0, "finding", true),
];
const ids = (rows: { node: DraftNode }[]) => rows.map((row) => row.node.id);

test("the outline is in reading order and folds", () => {
  expect(ids(outline(nodes, new Set()))).toEqual(["a1", "f1", "m1", "f2", "a2", "f3"]);
  expect(ids(outline(nodes, new Set(["a1"])))).toEqual(["a1", "a2", "f3"]);
});

test("the unchecked filter keeps the way down", () => {
  expect(ids(outline(nodes, new Set(), (one) => !one.checked))).toEqual(["a1", "f1", "m1"]);
});

test("the next unchecked node starts over at the top", () => {
  const rows = outline(nodes, new Set());
  expect(nextUnchecked(rows, "m1")).toBe("f1");
  expect(nextUnchecked(rows, "f1")).toBe("m1");
});

test("a node cannot be dropped into itself; positions count without it", () => {
  const rows = outline(nodes, new Set());
  expect(dropTarget(nodes, rows, "a1", "m1", "inside")).toBeNull();
  expect(dropTarget(nodes, rows, "f1", "f2", "after")).toEqual({ parent: "a1", position: 1 });
  expect(dropTarget(nodes, rows, "f1", "a2", "inside")).toEqual({ parent: "a2", position: 1 });
});

test("a new node goes where a reader expects it", () => {
  const current = nodes[0]!;
  expect(parentFor(nodes, current, "measure")).toBe("f1");
  expect(parentFor(nodes, current, "finding")).toBe("a1");
  expect(parentFor(nodes, current, "area")).toBeNull();
  expect(parentFor(nodes, null, "measure")).toBeNull();
});
