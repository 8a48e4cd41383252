import { expect, test } from "vitest";
import type { ActionName, Stage, StepTaken } from "../../../api/types";
import { lastReturn, stageSteps, submission } from "./stages";

const step = (action: ActionName, stage: Stage, reason: string | null = null): StepTaken => ({
  action,
  stage,
  reason,
  actor: { id: "1", name: "张敏" },
  acting_for: null,
  date: "2026-10-01",
  until: null,
  answers: [],
});
const planned = [step("assign", "planning"), step("submit_plan", "plan_review"), step("approve_plan", "rectifying")];
const returned = [...planned, step("submit", "first_review", "已整改"), step("return", "rectifying", "缺少合同")];

test("stages before the present one are done, those after it are to come", () => {
  const bar = stageSteps("rectifying", planned);
  expect(bar.map((one) => one.state)).toEqual(["done", "done", "done", "now", "later", "later", "later", "later"]);
  expect(bar.map((one) => one.returns)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});

test("an immediate fix skips the plan, and says so", () => {
  const bar = stageSteps("first_review", [step("submit", "first_review")]);
  expect(bar.map((one) => one.state).slice(0, 5)).toEqual(["done", "skipped", "skipped", "skipped", "now"]);
});

test("returns are counted at the stage they lead to", () => {
  const twice = [...returned, step("submit", "first_review"), step("return", "rectifying", "印章不清")];
  expect(stageSteps("rectifying", twice)[3]).toEqual({ stage: "rectifying", state: "now", returns: 2 });
});

test("the last return counts until the next move; an extension is none", () => {
  expect(lastReturn(planned)).toBeNull();
  expect(lastReturn(returned)?.reason).toBe("缺少合同");
  expect(lastReturn([...returned, step("ask_extension", "rectifying", "招标流标")])?.reason).toBe("缺少合同");
  expect(lastReturn([...returned, step("submit", "first_review")])).toBeNull();
  expect(lastReturn([...planned, step("submit", "first_review"), step("withdraw", "rectifying")])).toBeNull();
});

test("the newest submission is what reviewers see", () => {
  expect(submission(planned)).toBeNull();
  expect(submission([...returned, step("submit", "first_review", "补齐合同")])?.reason).toBe("补齐合同");
});
