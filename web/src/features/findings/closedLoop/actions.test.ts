import { expect, test } from "vitest";
import type { ActionName, Measure, Offer } from "../../../api/types";
import { actionBody, arrange, knownAnswers } from "./actions";

const can = (action: ActionName): Offer => ({ action, refusal: null, acting_for: null });
const cannot = (action: ActionName, code: string, message: string): Offer => ({
  action,
  refusal: { code, message },
  acting_for: null,
});

test("the first possible step forward is the one button that stands out", () => {
  const bar = arrange([can("return"), can("pass_first"), cannot("withdraw", "needs_role", "须由责任人办理。")]);
  expect(bar.primary).toBe("pass_first");
  expect(bar.others).toEqual(["return"]);
  expect(bar.obstacles).toMatchObject([{ actions: ["withdraw"], shown: false }]);
});

test("a step that leads nowhere further never stands out", () => {
  expect(arrange([can("ask_extension")])).toMatchObject({ primary: null, others: ["ask_extension"] });
});

test("what keeps oneself from going forward is written out", () => {
  const bar = arrange([cannot("submit", "measures_open", "还有 1 条措施未完成。"), can("ask_extension")]);
  expect(bar.obstacles).toMatchObject([{ code: "measures_open", shown: true }]);
});

test("a way forward needs no explanation of the others", () => {
  const bar = arrange([can("submit_plan"), cannot("submit", "not_immediate", "只有“立行立改”事项可以。")]);
  expect(bar).toMatchObject({ primary: "submit_plan", obstacles: [{ shown: false }] });
});

test("where nothing is possible, whose turn it is is written out once for all actions", () => {
  const words = "须由“分管领导”办理。";
  const bar = arrange([cannot("approve_plan", "needs_role", words), cannot("return_plan", "needs_role", words)]);
  expect(bar.obstacles).toEqual([
    { code: "needs_role", message: words, actions: ["approve_plan", "return_plan"], shown: true },
  ]);
});

test("the record answers two criteria by itself", () => {
  const measure = (completion: string) => ({ completion }) as Measure;
  expect(knownAnswers({ measures: [measure("done"), measure("standing")], evidence: 1 })).toEqual({
    measures_done: "met",
    evidence: "met",
  });
  expect(knownAnswers({ measures: [measure("in_progress")], evidence: 0 })).toEqual({});
  expect(knownAnswers({ measures: [], evidence: 0 })).toEqual({});
});

test("the request holds what its dialog asked for", () => {
  const values = {
    reason: " 缺少合同 ",
    until: "2027-06-30",
    reviewer_id: "7",
    answers: { solved: "met" as const },
  };
  expect(actionBody("return", 3, values)).toEqual({ version: 3, action: "return", reason: "缺少合同" });
  expect(actionBody("assign", 3, values)).toEqual({ version: 3, action: "assign" });
  expect(actionBody("ask_extension", 3, values)).toMatchObject({ until: "2027-06-30", reason: "缺少合同" });
  expect(actionBody("reopen", 3, values)).toMatchObject({ reviewer_id: "7" });
  expect(actionBody("submit", 3, { answers: values.answers })).toEqual({
    version: 3,
    action: "submit",
    answers: [{ criterion: "solved", answer: "met" }],
  });
});

test("a step in somebody's place names him, one in the own place nobody", () => {
  expect(actionBody("pass_first", 3, {}, "p1")).toEqual({ version: 3, action: "pass_first", acting_for_id: "p1" });
  expect(actionBody("pass_first", 3, {})).toEqual({ version: 3, action: "pass_first" });
});
