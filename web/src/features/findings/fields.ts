import type { FindingChange } from "../../api/findings";
import type { Completion, Finding, FixType } from "../../api/types";

/** The fields of a finding a person may change, flat as the form holds them. */
export type Fields = {
  title: string;
  text: string;
  unit_id: string | null;
  leader_id: string | null;
  owner_id: string | null;
  co_unit_ids: string[];
  fix_type: FixType | null;
  due: string | null;
  category: string | null;
  target: string | null;
  amount: string | null;
  standing_rule: string | null;
  standing_review: string | null;
};
export type FieldName = keyof Fields;

export const FIELD_NAMES: FieldName[] = [
  "title",
  "text",
  "unit_id",
  "leader_id",
  "owner_id",
  "co_unit_ids",
  "fix_type",
  "due",
  "category",
  "target",
  "amount",
  "standing_rule",
  "standing_review",
];

export const fieldsOf = (finding: Finding): Fields => ({
  title: finding.title,
  text: finding.text,
  unit_id: finding.unit?.id ?? null,
  leader_id: finding.leader?.id ?? null,
  owner_id: finding.owner?.id ?? null,
  co_unit_ids: finding.co_units.map((unit) => unit.id),
  fix_type: finding.fix_type,
  due: finding.due,
  category: finding.category,
  target: finding.target,
  amount: finding.amount,
  standing_rule: finding.standing_rule,
  standing_review: finding.standing_review,
});

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? "") === JSON.stringify(b ?? "");

/** Only what the user changed is sent, so that two people on different fields do not meet. */
export const changedFields = (before: Fields, after: Fields): FieldName[] =>
  FIELD_NAMES.filter((name) => !same(before[name], after[name]));

export function changeOf(fields: Fields, names: FieldName[], version: number, reason: string): FindingChange {
  const change: Record<string, unknown> = { version };
  for (const name of names) change[name] = fields[name] === "" ? null : fields[name];
  if (reason.trim()) change.reason = reason.trim();
  return change as FindingChange;
}

/** A text, or a deadline once set, changes only with a reason. */
export const reasonNeeded = (before: Fields, names: FieldName[]): boolean =>
  names.includes("text") || (names.includes("due") && before.due !== null);

const STANDING: FieldName[] = ["standing_rule", "standing_review"];

/** The rule that keeps a finding solved is asked for only where care is lasting; what was written is never hidden. */
export function shownFields(fields: Fields, completion: Completion): FieldName[] {
  const lasting = fields.fix_type === "standing" || completion === "standing";
  return FIELD_NAMES.filter((name) => lasting || !STANDING.includes(name) || fields[name] !== null);
}
