import { expect, test } from "vitest";
import { changedFields, changeOf, reasonNeeded, shownFields, type Fields } from "./fields";

const fields: Fields = {
  title: "t",
  text: "x",
  unit_id: null,
  leader_id: null,
  owner_id: null,
  co_unit_ids: [],
  fix_type: null,
  due: null,
  category: null,
  target: null,
  amount: null,
  standing_rule: null,
  standing_review: null,
};

test("only changed fields are sent; empty text means none", () => {
  const mine = { ...fields, target: "goal", category: "", co_unit_ids: ["u"] };
  const changed = changedFields(fields, mine);
  expect(changed).toEqual(["co_unit_ids", "target"]);
  expect(changeOf(mine, changed, 3, " ")).toEqual({ version: 3, co_unit_ids: ["u"], target: "goal" });
});

test("a first deadline needs no reason, a later one does, a text always", () => {
  expect(reasonNeeded(fields, ["due"])).toBe(false);
  expect(reasonNeeded({ ...fields, due: "2026-12-01" }, ["due"])).toBe(true);
  expect(reasonNeeded(fields, ["text"])).toBe(true);
});

test("the lasting rule is asked for where care is lasting, and never hidden once written", () => {
  expect(shownFields(fields, "in_progress")).not.toContain("standing_rule");
  expect(shownFields({ ...fields, fix_type: "standing" }, "in_progress")).toContain("standing_review");
  expect(shownFields(fields, "standing")).toContain("standing_rule");
  expect(shownFields({ ...fields, standing_rule: "办法" }, "in_progress")).toContain("standing_rule");
});
