import type { ActionBody } from "../../../api/findings";
import type { ActionName, Criterion, CriterionAnswer, Finding, Offer } from "../../../api/types";

/** Steps that bring a finding nearer to its closing. */
const FORWARD: ActionName[] = [
  "assign",
  "submit_plan",
  "approve_plan",
  "submit",
  "pass_first",
  "pass_second",
  "accept_filing",
  "close_unopposed",
];

type Refusal = NonNullable<Offer["refusal"]>;

/** One reason, and every action it stands in the way of. */
export type Obstacle = Refusal & { actions: ActionName[]; shown: boolean };
export type Arrangement = { primary: ActionName | null; others: ActionName[]; obstacles: Obstacle[] };

/** The buttons of the bar. What is possible is the server's word; here is only which of it stands first. */
export function arrange(offers: Offer[]): Arrangement {
  const possible = offers.filter((offer) => !offer.refusal).map((offer) => offer.action);
  const primary = possible.find((action) => FORWARD.includes(action)) ?? null;
  const obstacles: Obstacle[] = [];
  for (const { action, refusal } of offers) {
    if (!refusal) continue;
    const known = obstacles.find((one) => one.message === refusal.message);
    if (known) known.actions.push(action);
    else obstacles.push({ ...refusal, actions: [action], shown: false });
  }
  // Who has a way forward needs no explanation; anybody else is told what, or who, stands between.
  for (const one of obstacles) {
    const ahead = one.actions.some((action) => FORWARD.includes(action));
    one.shown = possible.length === 0 || (primary === null && ahead);
  }
  return { primary, others: possible.filter((action) => action !== primary), obstacles };
}

export type Part = "reason" | "note" | "until" | "reviewer" | "checklist" | "plan" | "submission" | "extension";

/** What the dialog of an action asks for and shows. */
const PARTS: Record<ActionName, Part[]> = {
  assign: [],
  submit_plan: ["plan"],
  approve_plan: ["plan"],
  return_plan: ["plan", "reason"],
  submit: ["checklist", "note"],
  withdraw: [],
  pass_first: ["submission", "note"],
  pass_second: ["submission", "note"],
  return: ["submission", "reason"],
  accept_filing: ["submission"],
  reject_filing: ["submission", "reason"],
  close_unopposed: [],
  reopen: ["reason", "reviewer"],
  ask_extension: ["until", "reason"],
  grant_extension: ["extension"],
  refuse_extension: ["extension", "reason"],
};

export const partsOf = (action: ActionName): Part[] => PARTS[action];

export type Answers = Partial<Record<Criterion, CriterionAnswer>>;
export type Values = { reason?: string; until?: string | null; reviewer_id?: string | null; answers?: Answers };

/** Answers that the record itself gives. */
export function knownAnswers(finding: Pick<Finding, "measures" | "evidence">): Answers {
  const done = finding.measures.every((one) => one.completion === "done" || one.completion === "standing");
  const answers: Answers = {};
  if (finding.measures.length > 0 && done) answers.measures_done = "met";
  if (finding.evidence > 0) answers.evidence = "met";
  return answers;
}

/** The request: only what the dialog asked for, and only what was filled in. */
export function actionBody(action: ActionName, version: number, values: Values, actingFor?: string): ActionBody {
  const parts = partsOf(action);
  const body: ActionBody = { version, action };
  if (actingFor) body.acting_for_id = actingFor;
  const reason = values.reason?.trim();
  if (reason && (parts.includes("reason") || parts.includes("note"))) body.reason = reason;
  if (values.until && parts.includes("until")) body.until = values.until;
  if (values.reviewer_id && parts.includes("reviewer")) body.reviewer_id = values.reviewer_id;
  if (parts.includes("checklist")) {
    const given = Object.entries(values.answers ?? {}) as [Criterion, CriterionAnswer][];
    body.answers = given.map(([criterion, answer]) => ({ criterion, answer }));
  }
  return body;
}
