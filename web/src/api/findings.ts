import { answer, api, asForm } from "./client";
import type { operations } from "./schema";
import type { Body } from "./types";

type FindingQuery = operations["get_inspections_key_findings"]["parameters"]["query"];
export type FindingChange = Body["FindingPatch"];
export type ActionBody = Body["ActionBody"];
export type MeasureInput = Body["MeasureBody"];
export type SplitInput = Body["SplitBody"];
export type MergeInput = Body["MergeBody"];
export type NoteInput = Body["NoteBody"];
export type EvidenceInput = Body["EvidenceForm"];

const of = (key: string) => ({ params: { path: { key } } });
const form = { bodySerializer: asForm };

export const PAGE_SIZE = 100;

/** The address bar may ask for anything; what the server does not know it refuses with `bad_query`. */
export const listFindings = (key: string, wanted: Record<string, string | undefined>, after: string | null) => {
  const query = { ...wanted, after: after ?? undefined, limit: PAGE_SIZE } as FindingQuery;
  return answer(api.GET("/api/v1/inspections/{key}/findings", { params: { path: { key }, query } }));
};
export const getFinding = (key: string) => answer(api.GET("/api/v1/findings/{key}", of(key)));
export const changeFinding = (key: string, body: FindingChange) =>
  answer(api.PATCH("/api/v1/findings/{key}", { ...of(key), body }));
export const restrictFinding = (key: string, body: Body["RestrictionBody"]) =>
  answer(api.PUT("/api/v1/findings/{key}/restriction", { ...of(key), body }));
export const liftRestriction = (key: string, reason: string) =>
  answer(api.DELETE("/api/v1/findings/{key}/restriction", { params: { path: { key }, query: { reason } } }));
/** A step of the closed loop. */
export const takeAction = (key: string, body: ActionBody) =>
  answer(api.POST("/api/v1/findings/{key}/actions", { ...of(key), body }));

export const splitFinding = (key: string, body: SplitInput) =>
  answer(api.POST("/api/v1/findings/{key}/split", { ...of(key), body }));
export const mergeFindings = (key: string, body: MergeInput) =>
  answer(api.POST("/api/v1/findings/{key}/merge", { ...of(key), body }));
export const undoFamily = (key: string, body: Body["UndoBody"]) =>
  answer(api.POST("/api/v1/findings/{key}/family/undo", { ...of(key), body }));
/** A note of guidance, an answer, a withdrawal. */
export const addNote = (key: string, body: NoteInput) =>
  answer(api.POST("/api/v1/findings/{key}/notes", { ...of(key), body }));

export const createMeasure = (finding: string, body: MeasureInput) =>
  answer(api.POST("/api/v1/findings/{key}/measures", { ...of(finding), body }));
export const changeMeasure = (key: string, body: MeasureInput & { version: number }) =>
  answer(api.PATCH("/api/v1/measures/{key}", { ...of(key), body }));
export const deleteMeasure = (key: string, version: number, reason?: string) =>
  answer(api.DELETE("/api/v1/measures/{key}", { params: { path: { key }, query: { version, reason } } }));

export const addEvidence = (finding: string, body: EvidenceInput) =>
  answer(api.POST("/api/v1/findings/{key}/evidence", { ...of(finding), ...form, body }));
export const withdrawEvidence = (key: string, reason: string) =>
  answer(api.DELETE("/api/v1/evidence/{key}", { params: { path: { key }, query: { reason } } }));

export const uploadLedger = (inspection: string, file: File) =>
  answer(api.POST("/api/v1/inspections/{key}/ledger-changes", { ...of(inspection), ...form, body: { file } }));
export const pasteLedger = (inspection: string, table: string) =>
  answer(api.POST("/api/v1/inspections/{key}/ledger-changes", { ...of(inspection), body: { table } }));
export const confirmLedger = (id: string, rows: number[]) =>
  answer(api.POST("/api/v1/ledger-changes/{id}/confirmation", { params: { path: { id } }, body: { rows } }));
