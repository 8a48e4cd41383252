import type { TFunction } from "i18next";
import { expect, test } from "vitest";
import { allNames, taker } from "./people";

const t = ((key: string, values?: Record<string, string>) =>
  key === "common.comma" ? "、" : `${values?.name}代${values?.other}`) as unknown as TFunction;
const named = (name: string) => ({ id: name, name });

test("all names of a duty stand together, the first one first", () => {
  expect(allNames(t, named("甲"), [named("乙"), named("丙")])).toBe("甲、乙、丙");
  expect(allNames(t, null, [])).toBe("");
});

test("who stood in somebody's place is named with him", () => {
  expect(taker(t, { actor: named("乙"), acting_for: named("甲") })).toBe("乙代甲");
  expect(taker(t, { actor: named("乙"), acting_for: null })).toBe("乙");
});
