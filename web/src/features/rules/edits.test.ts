import { expect, test } from "vitest";
import type { RuleProfile, RuleSetting } from "../../api/types";
import { touched, wanted } from "./edits";

const setting = (key: string, value: string, built_in_value = value): RuleSetting => ({
  key,
  part: "periods",
  label: key,
  input: "period",
  options: [],
  value,
  words: value,
  basis: "依据",
  built_in_value,
  built_in_basis: "依据",
  changed: value !== built_in_value,
});
const profile: RuleProfile = {
  id: "patrol_city",
  name: "巡察（市）",
  sources: ["patrol"],
  settings: [setting("a", "days:1"), setting("b", "days:3", "days:2"), setting("c", "days:5")],
};

test("what differs from the built-in rules is sent, also what was changed before", () => {
  const edits = { a: { value: "days:9", basis: "本单位规定" } };
  expect(wanted(profile, edits)).toEqual([
    { key: "a", value: "days:9", basis: "本单位规定" },
    { key: "b", value: "days:3", basis: "依据" },
  ]);
  expect(touched(profile, edits)).toEqual(["a"]);
});

test("going back to the built-in value is a change that sends nothing", () => {
  const edits = { b: { value: "days:2", basis: "依据" } };
  expect(wanted(profile, edits)).toEqual([]);
  expect(touched(profile, edits)).toEqual(["b"]);
});
