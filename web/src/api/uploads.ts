import { answer, api } from "./client";
import type { Body } from "./types";

export type UploadInput = Body["UploadBody"];
export type ReuseInput = Body["ReuseBody"];
export type MaterialQuery = { q?: string; kind?: string; from?: string; to?: string };

const of = (id: string) => ({ params: { path: { id } } });

/** Begins an upload, or finds the same file that stopped on its way. */
export const beginUpload = (finding: string, body: UploadInput) =>
  answer(api.POST("/api/v1/findings/{key}/uploads", { params: { path: { key: finding } }, body }));
export const listUploads = () => answer(api.GET("/api/v1/uploads"));
export const getUpload = (id: string) => answer(api.GET("/api/v1/uploads/{id}", of(id)));
export const discardUpload = (id: string) => answer(api.DELETE("/api/v1/uploads/{id}", of(id)));
export const sendPart = (id: string, offset: number, part: Blob, signal: AbortSignal) =>
  answer(
    api.PATCH("/api/v1/uploads/{id}", {
      params: { path: { id }, query: { offset } },
      body: part as never,
      bodySerializer: () => part,
      headers: { "Content-Type": "application/octet-stream" },
      signal,
    }),
  );
/** The same key with the same upload is answered once, also when the first answer was lost. */
export const completeUpload = (id: string, key: string) =>
  answer(api.POST("/api/v1/uploads/{id}/completion", { ...of(id), headers: { "Idempotency-Key": key } }));

export const listMaterial = (query: MaterialQuery, after: string | null) =>
  answer(api.GET("/api/v1/evidence", { params: { query: { ...query, after: after ?? undefined } as object } }));
export const reuseEvidence = (finding: string, body: ReuseInput) =>
  answer(api.POST("/api/v1/findings/{key}/reused-evidence", { params: { path: { key: finding } }, body }));
