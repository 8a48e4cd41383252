import { request } from "./client";
import type { InspectionSummary, Source, Statistics } from "./types";

export type InspectionInput = {
  source: Source;
  title: string;
  issuing_body: string;
  document_number: string | null;
  unit_id: string;
  feedback_date: string | null;
  receipt_date: string | null;
};

export const listInspections = () => request<{ total: number; items: InspectionSummary[] }>("GET", "/inspections");
export const getInspection = (key: string) => request<InspectionSummary>("GET", `/inspections/${key}`);
export const createInspection = (body: InspectionInput) => request<InspectionSummary>("POST", "/inspections", { body });
export const getStatistics = (key: string) => request<Statistics>("GET", `/inspections/${key}/statistics`);
