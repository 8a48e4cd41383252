import type { ActionName, Stage, StepTaken } from "../../../api/types";

/** The road of the loop, in its order. */
export const STAGES: Stage[] = [
  "registered",
  "planning",
  "plan_review",
  "rectifying",
  "first_review",
  "second_review",
  "filing",
  "closed",
];

/** Steps that send a finding back to those who work on it. */
const RETURNS: ActionName[] = ["return_plan", "return", "reject_filing", "reopen"];

export type StageState = "done" | "now" | "later" | "skipped";
export type StageStep = { stage: Stage; state: StageState; returns: number };

/** What the bar shows of each stage: a stage the finding never was at is not called done. */
export function stageSteps(now: Stage, steps: StepTaken[]): StageStep[] {
  const at = STAGES.indexOf(now);
  const visited = new Set<Stage>(["registered", ...steps.map((step) => step.stage)]);
  const state = (stage: Stage, index: number): StageState => {
    if (index > at) return "later";
    if (index === at) return "now";
    return visited.has(stage) ? "done" : "skipped";
  };
  return STAGES.map((stage, index) => ({
    stage,
    state: state(stage, index),
    returns: steps.filter((step) => step.stage === stage && RETURNS.includes(step.action)).length,
  }));
}

/** The return that brought the finding where it stands, if it came here by one. */
export function lastReturn(steps: StepTaken[]): StepTaken | null {
  const moves = steps.filter((step, index) => step.stage !== (steps[index - 1]?.stage ?? "registered"));
  const last = moves.at(-1);
  return last && RETURNS.includes(last.action) ? last : null;
}

/** What the submitter wrote when he asked for closing. */
export const submission = (steps: StepTaken[]): StepTaken | null =>
  steps.filter((step) => step.action === "submit").at(-1) ?? null;
