import { request } from "./client";
import type { Applied, ChangeSet, Completion, Finding, FindingPage, FixType } from "./types";

export type FindingQuery = Record<string, string | undefined>;
export type FindingChange = {
  version: number;
  title?: string;
  text?: string;
  unit_id?: string | null;
  leader_id?: string | null;
  owner_id?: string | null;
  co_unit_ids?: string[];
  fix_type?: FixType | null;
  due?: string | null;
  category?: string | null;
  target?: string | null;
  amount?: string | null;
  reason?: string;
};
export type MeasureInput = {
  text: string;
  leader_id?: string | null;
  lead_unit_id?: string | null;
  owner_id?: string | null;
  due?: string | null;
  target?: string | null;
  deliverable?: string | null;
  completion?: Completion;
  progress_note?: string | null;
};

export const PAGE_SIZE = 100;

export const listFindings = (inspection: string, query: FindingQuery, after: string | null) =>
  request<FindingPage>("GET", `/inspections/${inspection}/findings`, {
    query: { ...query, after: after ?? undefined, limit: PAGE_SIZE },
  });
export const getFinding = (key: string) => request<Finding>("GET", `/findings/${key}`);
export const changeFinding = (key: string, body: FindingChange) =>
  request<Finding>("PATCH", `/findings/${key}`, { body });
export const createMeasure = (finding: string, body: MeasureInput) =>
  request<Finding>("POST", `/findings/${finding}/measures`, { body });
export const changeMeasure = (key: string, body: Partial<MeasureInput> & { version: number }) =>
  request<Finding>("PATCH", `/measures/${key}`, { body });
export const deleteMeasure = (key: string, version: number) =>
  request<Finding>("DELETE", `/measures/${key}`, { query: { version } });

export const uploadLedger = (inspection: string, file: File) => {
  const form = new FormData();
  form.set("file", file);
  return request<ChangeSet>("POST", `/inspections/${inspection}/ledger-changes`, { form });
};
export const pasteLedger = (inspection: string, table: string) =>
  request<ChangeSet>("POST", `/inspections/${inspection}/ledger-changes`, { body: { table } });
export const confirmLedger = (id: string, rows: number[]) =>
  request<Applied>("POST", `/ledger-changes/${id}/confirmation`, { body: { rows } });

export type EvidenceInput = { file: File; measure: string | null; fact_date: string | null; note: string };

export const addEvidence = (finding: string, input: EvidenceInput) => {
  const form = new FormData();
  form.set("file", input.file);
  if (input.measure) form.set("measure", input.measure);
  if (input.fact_date) form.set("fact_date", input.fact_date);
  if (input.note.trim()) form.set("note", input.note.trim());
  return request<Finding>("POST", `/findings/${finding}/evidence`, { form });
};
export const withdrawEvidence = (key: string, reason: string) =>
  request<Finding>("DELETE", `/evidence/${key}`, { query: { reason } });
