import type {
  Closure,
  Completion,
  EventKind,
  FixType,
  NodeKind,
  Publish,
  Recurrence,
  Role,
  Source,
  StandingKind,
  UnitKind,
  WithholdReason,
} from "../api/types";

// The closed vocabularies in the order they are offered; their words are in the language files.
export const SOURCES: Source[] = ["inspection", "patrol", "audit", "supervision", "appraisal", "special", "self"];
export const ROLES: Role[] = [
  "administrator",
  "security_officer",
  "auditor",
  "liaison",
  "owner",
  "head",
  "leader",
  "secretary",
  "overseer",
];
/** Roles that work on the record itself: they are held in further positions, and lent. */
export const BUSINESS_ROLES: Role[] = ["liaison", "owner", "head", "leader", "secretary", "overseer"];
export const STANDING_KINDS: StandingKind[] = ["rule", "duty"];
export const RECURRENCES: Recurrence[] = ["month", "quarter", "half_year", "year"];
export const UNIT_KINDS: UnitKind[] = ["department", "branch", "site", "party_body", "oversight"];
export const NODE_KINDS: NodeKind[] = ["area", "finding", "recommendation", "measure", "context"];
export const FIX_TYPES: FixType[] = ["immediate", "deadline", "standing"];
export const COMPLETIONS: Completion[] = ["not_started", "in_progress", "mostly_done", "done", "standing"];
export const CLOSURES: Closure[] = ["none", "first_review", "second_review", "filing", "closed"];
/** Warnings of paper rectification, as the ledger is narrowed by. */
export const PAPERS = [
  "hollow_measure",
  "pasted_text",
  "rule_without_number",
  "evidence_before_feedback",
  "evidence_reused",
] as const;
export const EVENT_KINDS: EventKind[] = [
  "signed_in",
  "sign_in_failed",
  "signed_out",
  "password_changed",
  "created",
  "changed",
  "imported",
  "refused",
  "stepped",
  "finding_split",
  "findings_merged",
  "family_undone",
  "note_written",
  "note_answered",
  "note_withdrawn",
  "measure_added",
  "measure_changed",
  "measure_removed",
  "evidence_added",
  "evidence_withdrawn",
  "standing_added",
  "standing_confirmed",
  "standing_changed",
  "delegated",
  "delegation_ended",
  "positioned",
  "downloaded",
  "previewed",
  "read",
  "workbook_applied",
  "exported",
  "locked",
  "ignored",
  "overruled",
  "confirmed",
  "printed",
  "verified",
  "checkpoint_sent",
  "configured",
];
export const PUBLISH: Publish[] = ["full", "redacted", "withheld"];
export const WITHHOLD_REASONS: WithholdReason[] = ["secret", "open_case", "publicity", "petition", "sensitive"];
