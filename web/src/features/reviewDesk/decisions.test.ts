import { expect, test } from "vitest";
import type { ReviewItem } from "../../api/types";
import { backGroups, decisionsOf, nextOf } from "./decisions";

const may = (action: ReviewItem["offers"][number]["action"]) => ({
  action,
  refusal: null,
  acting_for: null,
});
const item = (key: string, ...offers: ReviewItem["offers"]) => ({ key, offers }) as ReviewItem;
const refused = { code: "own_submission", message: "不得审核自己提交的事项" };

test("the decisions are found among all that is offered", () => {
  const found = decisionsOf([may("withdraw"), may("pass_first"), may("return")]);
  expect([found.pass?.action, found.back?.action]).toEqual(["pass_first", "return"]);
  expect(decisionsOf([may("ask_extension")])).toEqual({ pass: null, back: null });
});

test("after a decision the next one opens, after the last one the one before", () => {
  const items = [item("1"), item("2"), item("3")];
  expect(nextOf(items, "1")).toBe("2");
  expect(nextOf(items, "3")).toBe("2");
  expect(nextOf([item("1")], "1")).toBeNull();
});

test("only what may be sent back is sent back together, each by its own step", () => {
  const items = [
    item("1", may("return")),
    item("2", may("return_plan")),
    item("3", { action: "return", refusal: refused, acting_for: null }),
    item("4", may("return")),
    item("5", may("return")),
    item("6", { ...may("return"), acting_for: { id: "p", name: "甲" } }),
  ];
  const groups = backGroups(items, new Set(["1", "2", "3", "4", "6"]));
  expect(groups.map((group) => [group.action, group.actingFor, group.items.map((one) => one.key)])).toEqual([
    ["return", undefined, ["1", "4"]],
    ["return_plan", undefined, ["2"]],
    ["return", "p", ["6"]],
  ]);
});
