import { answer, api } from "./client";
import type { ReportFormat } from "./types";

export const listJobs = () => answer(api.GET("/api/v1/jobs"));
export const startJob = (report: string, format: ReportFormat) =>
  answer(api.POST("/api/v1/reports/{key}/jobs", { params: { path: { key: report } }, body: { format } }));
export const dismissJob = (id: string) => answer(api.DELETE("/api/v1/jobs/{id}", { params: { path: { id } } }));
