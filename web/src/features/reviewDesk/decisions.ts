import type { ActionName, Finding, Offer, ReviewItem, Stage } from "../../api/types";

// Which of the server's offers are decisions of a reviewer, and how they are asked for. What is possible is the
// server's word.

export type Choice = "pass" | "back" | "supplement";

const PASS: ActionName[] = ["approve_plan", "pass_first", "pass_second", "accept_filing", "grant_extension"];
const BACK: ActionName[] = ["return_plan", "return", "reject_filing", "refuse_extension"];
/** Steps whose words say more than consent. */
const NOTED: ActionName[] = ["pass_first", "pass_second"];

export type Decisions = { pass: Offer | null; back: Offer | null };

export const decisionsOf = (offers: Offer[]): Decisions => ({
  pass: offers.find((offer) => PASS.includes(offer.action)) ?? null,
  back: offers.find((offer) => BACK.includes(offer.action)) ?? null,
});

export const takesNote = (action: ActionName): boolean => NOTED.includes(action);

/** The queue's parts in the order of the loop; requests for more time wait at 整改中. */
export const QUEUE_STAGES: Stage[] = ["plan_review", "first_review", "second_review", "filing", "rectifying"];

/** The next item after a decision: the one below, else the one above. */
export function nextOf(items: ReviewItem[], key: string): string | null {
  const at = items.findIndex((item) => item.key === key);
  return (items[at + 1] ?? items[at - 1])?.key ?? null;
}

export type BackGroup = { action: ActionName; actingFor: string | undefined; items: ReviewItem[] };

/** Items that can be sent back together, by the step that sends each back and in whose place. */
export function backGroups(items: ReviewItem[], chosen: ReadonlySet<string>): BackGroup[] {
  const groups: BackGroup[] = [];
  for (const item of items) {
    const { back } = decisionsOf(item.offers);
    if (!chosen.has(item.key) || !back || back.refusal) continue;
    const actingFor = back.acting_for?.id;
    const known = groups.find((group) => group.action === back.action && group.actingFor === actingFor);
    if (known) known.items.push(item);
    else groups.push({ action: back.action, actingFor, items: [item] });
  }
  return groups;
}

/** The submissions of the present and the earlier rounds, newest first. */
export const submissions = (finding: Finding) =>
  finding.closed_loop.steps.filter((step) => step.action === "submit").reverse();

/** What brought the finding to its stage: the last step that led there. */
export const askedBy = (finding: Finding) =>
  finding.closed_loop.steps.filter((step) => step.stage === finding.stage).at(-1) ?? null;
