import i18n from "../i18n/i18n";
import { answer, api, asForm } from "./client";
import { ApiError, toApiError } from "./errors";
import type { Body, Draft, DraftEdit, NodeSource } from "./types";

export type Span = NodeSource;
export type MappingInput = Body["MappingBody"];

const of = (id: string) => ({ params: { path: { id } } });

export const listDrafts = (key: string) =>
  answer(api.GET("/api/v1/inspections/{key}/drafts", { params: { path: { key } } }));
export const getDraft = (id: string) => answer(api.GET("/api/v1/drafts/{id}", of(id)));
export const editDraft = (id: string, version: number, edit: DraftEdit) =>
  answer(api.POST("/api/v1/drafts/{id}/edits", { ...of(id), body: { version, edit } }));
export const undoDraft = (id: string, version: number) =>
  answer(api.POST("/api/v1/drafts/{id}/undo", { ...of(id), body: { version } }));
export const redoDraft = (id: string, version: number) =>
  answer(api.POST("/api/v1/drafts/{id}/redo", { ...of(id), body: { version } }));
export const mapDraft = (id: string, body: MappingInput) =>
  answer(api.PUT("/api/v1/drafts/{id}/mapping", { ...of(id), body }));
export const missingOwners = (id: string) => answer(api.GET("/api/v1/drafts/{id}/missing-owners", of(id)));
export const confirmDraft = (id: string, body: Body["ConfirmBody"]) =>
  answer(api.POST("/api/v1/drafts/{id}/confirmation", { ...of(id), body }));
export const discardDraft = (id: string) => answer(api.DELETE("/api/v1/drafts/{id}", of(id)));

export const createDraftFromText = (key: string, name: string, text: string) =>
  answer(
    api.POST("/api/v1/inspections/{key}/drafts", {
      params: { path: { key } },
      bodySerializer: asForm,
      body: { text, name },
    }),
  );

/** fetch cannot report upload progress, so files go through XMLHttpRequest. */
export function uploadDraft(inspection: string, file: File, onProgress: (percent: number) => void): Promise<Draft> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open("POST", `/api/v1/inspections/${encodeURIComponent(inspection)}/drafts`);
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
    call.send(asForm({ file }));
  });
}
