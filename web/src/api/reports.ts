import { answer, api } from "./client";
import type { Body, RemarkAct } from "./types";

export type ReportEdit = Body["ReportEdit"];

const of = (key: string) => ({ params: { path: { key } } });

export const listReportKinds = () => answer(api.GET("/api/v1/report-kinds"));
export const listFontReplacements = () => answer(api.GET("/api/v1/font-replacements"));
export const listReports = (inspection: string) => answer(api.GET("/api/v1/inspections/{key}/reports", of(inspection)));
export const makeReport = (inspection: string, kind: string, issue: Body["IssueBody"]) =>
  answer(api.POST("/api/v1/inspections/{key}/reports", { ...of(inspection), body: { kind, issue } }));
export const getReport = (key: string) => answer(api.GET("/api/v1/reports/{key}", of(key)));
export const editReport = (key: string, version: number, edit: ReportEdit) =>
  answer(api.PATCH("/api/v1/reports/{key}", { ...of(key), body: { version, edit } }));
/** Without places all of them, and the day of the figures becomes today. */
export const refreshReport = (key: string, version: number, places: number[] | null) =>
  answer(api.POST("/api/v1/reports/{key}/refreshment", { ...of(key), body: { version, places } }));
export const lockReport = (key: string, version: number) =>
  answer(api.POST("/api/v1/reports/{key}/locking", { ...of(key), body: { version } }));
export const discardReport = (key: string, version: number) =>
  answer(api.POST("/api/v1/reports/{key}/discarding", { ...of(key), body: { version } }));
export const checkReport = (key: string) => answer(api.GET("/api/v1/reports/{key}/checks", of(key)));
/** Without another report: with what the ledger would say today. */
export const compareReport = (key: string, other: string | null) =>
  answer(
    api.GET("/api/v1/reports/{key}/comparison", { params: { path: { key }, query: { with: other ?? undefined } } }),
  );
export const remarkOnReport = (key: string, print: string, act: RemarkAct, reason: string) =>
  answer(api.POST("/api/v1/reports/{key}/remarks", { ...of(key), body: { print, act, reason } }));
export const withdrawReportRemark = (key: string, id: string) =>
  answer(api.POST("/api/v1/reports/{key}/remarks/{id}/withdrawal", { params: { path: { key, id } } }));
