import i18n from "../i18n/i18n";
import { request } from "./client";
import { ApiError, toApiError } from "./errors";
import type { Confirmation, Draft, DraftSummary, MissingOwners, NodeKind, NodeOwner } from "./types";

export type Span = { paragraph: number; start: number; end: number };

export type DraftEdit =
  | { op: "set_text"; node: string; text?: string; title?: string }
  | { op: "set_kind"; node: string; kind: NodeKind }
  | { op: "set_parent"; node: string; parent: string | null; position: number }
  | { op: "promote" | "demote" | "move_up" | "move_down" | "remove"; node: string }
  | { op: "merge"; nodes: string[] }
  | { op: "split"; node: string; at: number }
  | ({ op: "attach"; node: string } & Span)
  | ({ op: "create"; kind: NodeKind; parent: string | null } & Span)
  | ({ op: "skip" | "unskip" } & Span)
  | { op: "check"; node: string; checked: boolean }
  | { op: "assign"; node: string; owners: NodeOwner[] }
  | { op: "set_deadline"; node: string; date: string | null; text: string }
  | { op: "check_all" };

export type MappingInput = {
  version: number;
  columns: { index: number; field: string | null }[];
  header_rows: number;
  remember: boolean;
};
export const listDrafts = (inspection: string) =>
  request<{ total: number; items: DraftSummary[] }>("GET", `/inspections/${inspection}/drafts`);
export const getDraft = (id: string) => request<Draft>("GET", `/drafts/${id}`);
export const editDraft = (id: string, version: number, edit: DraftEdit) =>
  request<{ draft: Draft }>("POST", `/drafts/${id}/edits`, { body: { version, edit } });
export const undoDraft = (id: string, version: number) =>
  request<{ draft: Draft }>("POST", `/drafts/${id}/undo`, { body: { version } });
export const redoDraft = (id: string, version: number) =>
  request<{ draft: Draft }>("POST", `/drafts/${id}/redo`, { body: { version } });
export const mapDraft = (id: string, body: MappingInput) =>
  request<{ draft: Draft }>("PUT", `/drafts/${id}/mapping`, { body });
export const missingOwners = (id: string) => request<MissingOwners>("GET", `/drafts/${id}/missing-owners`);
export const confirmDraft = (id: string, body: { version: number; skip_open: boolean; create_missing: boolean }) =>
  request<Confirmation>("POST", `/drafts/${id}/confirmation`, { body });
export const discardDraft = (id: string) => request<null>("DELETE", `/drafts/${id}`);

export const createDraftFromText = (inspection: string, name: string, text: string) => {
  const form = new FormData();
  form.set("text", text);
  form.set("name", name);
  return request<Draft>("POST", `/inspections/${inspection}/drafts`, { form });
};

/** fetch cannot report upload progress, so files go through XMLHttpRequest. */
export function uploadDraft(inspection: string, file: File, onProgress: (percent: number) => void): Promise<Draft> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open("POST", `/api/v1/inspections/${inspection}/drafts`);
    call.setRequestHeader("Accept-Language", i18n.language);
    call.responseType = "json";
    call.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
    };
    call.onload = () => {
      if (call.status < 300) resolve(call.response as Draft);
      else reject(toApiError(call.status, call.response));
    };
    call.onerror = () => reject(new ApiError(0, "offline", ""));
    const form = new FormData();
    form.set("file", file);
    call.send(form);
  });
}
