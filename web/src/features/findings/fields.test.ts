import { expect, test } from "vitest";
import { changedFields, changeOf, reasonNeeded, shownFields, type Fields } from "./fields";

const fields: Fields = {
  title: "t",
  text: "x",
  unit_id: null,
  leader_id: null,
  owner_id: null,
  co_unit_ids: [],
  co_leader_ids: [],
  co_owner_ids: [],
  fix_type: null,
  due: null,
  category: null,
  target: null,
  amount: null,
};

test("only changed fields are sent; empty text means none", () => {
  const mine = { ...fields, target: "goal", category: "", co_unit_ids: ["u"] };
  const changed = changedFields(fields, mine);
  expect(changed).toEqual(["co_unit_ids", "target"]);
  expect(changeOf(mine, changed, 3, " ")).toEqual({ version: 3, co_unit_ids: ["u"], target: "goal" });
});

test("a first deadline needs no reason, a later one does, a text always", () => {
  expect(reasonNeeded(fields, ["due"], false)).toBe(false);
  expect(reasonNeeded({ ...fields, due: "2026-12-01" }, ["due"], false)).toBe(true);
  expect(reasonNeeded(fields, ["text"], false)).toBe(true);
  expect(reasonNeeded(fields, ["fix_type"], false)).toBe(false);
  expect(reasonNeeded(fields, ["fix_type"], true)).toBe(true);
});

test("further people are shown where there are some", () => {
  expect(shownFields(fields)).not.toContain("co_owner_ids");
  expect(shownFields({ ...fields, co_owner_ids: ["p"] })).toContain("co_owner_ids");
  expect(shownFields(fields)).toContain("co_unit_ids");
});
