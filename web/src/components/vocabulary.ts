import type { Closure, Completion, EventKind, FixType, NodeKind, Role, Source, UnitKind } from "../api/types";

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
export const UNIT_KINDS: UnitKind[] = ["department", "branch", "site", "party_body", "oversight"];
export const NODE_KINDS: NodeKind[] = ["area", "finding", "recommendation", "measure", "context"];
export const FIX_TYPES: FixType[] = ["immediate", "deadline", "standing"];
export const COMPLETIONS: Completion[] = ["not_started", "in_progress", "mostly_done", "done", "standing"];
export const CLOSURES: Closure[] = ["none", "first_review", "second_review", "filing", "closed"];
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
  "downloaded",
  "previewed",
  "workbook_applied",
  "exported",
  "locked",
  "printed",
  "verified",
  "configured",
];
