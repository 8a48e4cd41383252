import { answer, api } from "./client";
import type { Body } from "./types";

export type InspectionInput = Body["InspectionBody"];

const of = (key: string) => ({ params: { path: { key } } });

export const listInspections = () => answer(api.GET("/api/v1/inspections"));
export const getInspection = (key: string) => answer(api.GET("/api/v1/inspections/{key}", of(key)));
export const createInspection = (body: InspectionInput) => answer(api.POST("/api/v1/inspections", { body }));
export const getStatistics = (key: string) => answer(api.GET("/api/v1/inspections/{key}/statistics", of(key)));
export const getGaps = (key: string) => answer(api.GET("/api/v1/inspections/{key}/gaps", of(key)));
