import { answer, api } from "./client";
import type { Body, RemarkAct } from "./types";

const of = (key: string) => ({ params: { path: { key } } });

export type Redacting = Omit<Body["RedactionBody"], "version">;
export type NoticeInput = Omit<Body["NoticeBody"], "version">;
export type PublishingInput = Body["PublishingBody"];

export const listPublishing = (inspection: string) =>
  answer(api.GET("/api/v1/inspections/{key}/publishing", of(inspection)));
export const savePublishing = (inspection: string, body: PublishingInput) =>
  answer(api.PUT("/api/v1/inspections/{key}/publishing", { ...of(inspection), body }));
export const getFindingPublishing = (key: string) => answer(api.GET("/api/v1/findings/{key}/publishing", of(key)));
export const listPublications = (inspection: string) =>
  answer(api.GET("/api/v1/inspections/{key}/publications", of(inspection)));
export const makePublication = (report: string) => answer(api.POST("/api/v1/reports/{key}/publications", of(report)));
export const getPublication = (key: string) => answer(api.GET("/api/v1/publications/{key}", of(key)));
export const saveNotice = (key: string, version: number, notice: NoticeInput) =>
  answer(api.PUT("/api/v1/publications/{key}/notice", { ...of(key), body: { version, ...notice } }));
export const redact = (key: string, version: number, redaction: Redacting) =>
  answer(api.POST("/api/v1/publications/{key}/redactions", { ...of(key), body: { version, ...redaction } }));
export const unredact = (key: string, version: number, number: number) =>
  answer(api.POST("/api/v1/publications/{key}/redactions/removal", { ...of(key), body: { version, number } }));
export const checkPublication = (key: string) => answer(api.GET("/api/v1/publications/{key}/checks", of(key)));
export const remarkOnPublication = (key: string, print: string, act: RemarkAct, reason: string) =>
  answer(api.POST("/api/v1/publications/{key}/remarks", { ...of(key), body: { print, act, reason } }));
export const withdrawPublicationRemark = (key: string, id: string) =>
  answer(api.POST("/api/v1/publications/{key}/remarks/{id}/withdrawal", { params: { path: { key, id } } }));
/** The digest says which text was seen. */
export const confirmPublication = (key: string, version: number, digest: string) =>
  answer(api.POST("/api/v1/publications/{key}/confirmation", { ...of(key), body: { version, digest } }));
export const discardPublication = (key: string, version: number) =>
  answer(api.POST("/api/v1/publications/{key}/discarding", { ...of(key), body: { version } }));
