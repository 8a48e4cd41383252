import type { FindingChange } from "../../api/findings";
import type { Finding, FixType } from "../../api/types";

/** The fields of a finding a person may change, flat as the form holds them. */
export type Fields = {
  title: string;
  text: string;
  unit_id: string | null;
  leader_id: string | null;
  owner_id: string | null;
  co_unit_ids: string[];
  co_leader_ids: string[];
  co_owner_ids: string[];
  fix_type: FixType | null;
  due: string | null;
  category: string | null;
  target: string | null;
  amount: string | null;
};
export type FieldName = keyof Fields;

export const FIELD_NAMES: FieldName[] = [
  "title",
  "text",
  "unit_id",
  "co_unit_ids",
  "leader_id",
  "co_leader_ids",
  "owner_id",
  "co_owner_ids",
  "fix_type",
  "due",
  "category",
  "target",
  "amount",
];

export const fieldsOf = (finding: Finding): Fields => ({
  title: finding.title,
  text: finding.text,
  unit_id: finding.unit?.id ?? null,
  leader_id: finding.leader?.id ?? null,
  owner_id: finding.owner?.id ?? null,
  co_unit_ids: finding.co_units.map((unit) => unit.id),
  co_leader_ids: finding.co_leaders.map((person) => person.id),
  co_owner_ids: finding.co_owners.map((person) => person.id),
  fix_type: finding.fix_type,
  due: finding.due,
  category: finding.category,
  target: finding.target,
  amount: finding.amount,
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

/** A text, or a deadline once set, changes only with a reason; so does the kind of an approved plan. */
export const reasonNeeded = (before: Fields, names: FieldName[], approved: boolean): boolean =>
  names.includes("text") || (names.includes("due") && before.due !== null) || (names.includes("fix_type") && approved);

/** Further people are the exception: where there are none nothing is said of them. */
export const shownFields = (fields: Fields): FieldName[] =>
  FIELD_NAMES.filter((name) => !["co_leader_ids", "co_owner_ids"].includes(name) || fields[name]?.length);
