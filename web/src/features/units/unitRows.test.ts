import { expect, test } from "vitest";
import type { Unit } from "../../api/types";
import { positionBeside, unitRows } from "./unitRows";

const unit = (name: string, position: number, parent_id: string | null = "root"): Unit => ({
  id: name,
  name,
  position,
  parent_id,
  short_name: null,
  kind: "department",
  version: 1,
});
const root = unit("root", 0, null);
const units = [root, unit("b", 4), unit("a", 1), unit("c", 5), unit("below b", 0, "b")];

/** What the server does with a position: everything there and after moves on by one. */
const moved = (id: string, position: number) =>
  unitRows(
    units.map((one) =>
      one.id === id
        ? { ...one, position }
        : one.parent_id === "root" && one.position >= position
          ? { ...one, position: one.position + 1 }
          : one,
    ),
  ).map((row) => row.unit.name);

test("who sees a part of the tree only sees it from its top", () => {
  const part = units.filter((one) => one.id === "b" || one.id === "below b");
  expect(unitRows(part).map(({ unit, depth }) => [unit.name, depth])).toEqual([
    ["b", 0],
    ["below b", 1],
  ]);
});

test("units are listed as a tree in their order", () => {
  expect(unitRows(units).map(({ unit, depth }) => [unit.name, depth])).toEqual([
    ["root", 0],
    ["a", 1],
    ["b", 1],
    ["below b", 2],
    ["c", 1],
  ]);
});

test("down and up change places with the neighbour", () => {
  expect(moved("a", positionBeside(units, units[2]!, 1)!)).toEqual(["root", "b", "below b", "a", "c"]);
  expect(moved("c", positionBeside(units, units[3]!, -1)!)).toEqual(["root", "a", "c", "b", "below b"]);
  expect(positionBeside(units, units[2]!, -1)).toBeUndefined();
  expect(positionBeside(units, units[3]!, 1)).toBeUndefined();
});
