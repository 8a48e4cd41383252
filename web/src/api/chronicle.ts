import { answer, api } from "./client";
import type { Body } from "./types";

export type ChronicleInput = Body["ChronicleBody"];
export type ChronicleChange = Body["ChroniclePatch"];

const of = (key: string) => ({ params: { path: { key } } });

export const listChronicle = (inspection: string) =>
  answer(api.GET("/api/v1/inspections/{key}/chronicle", of(inspection)));
export const addChronicleEntry = (inspection: string, body: ChronicleInput) =>
  answer(api.POST("/api/v1/inspections/{key}/chronicle", { ...of(inspection), body }));
export const changeChronicleEntry = (key: string, body: ChronicleChange) =>
  answer(api.PATCH("/api/v1/chronicle/{key}", { ...of(key), body }));
