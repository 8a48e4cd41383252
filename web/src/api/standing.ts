import { answer, api } from "./client";
import type { Body } from "./types";

export type StandingInput = Body["StandingBody"];
export type StandingChange = Body["StandingPatch"];
export type ConfirmationInput = Body["ConfirmationBody"];

const of = (id: string) => ({ params: { path: { id } } });

export const createStanding = (finding: string, body: StandingInput) =>
  answer(api.POST("/api/v1/findings/{key}/standing", { params: { path: { key: finding } }, body }));
export const changeStanding = (id: string, body: StandingChange) =>
  answer(api.PATCH("/api/v1/standing/{id}", { ...of(id), body }));
export const confirmStanding = (id: string, body: ConfirmationInput) =>
  answer(api.POST("/api/v1/standing/{id}/confirmations", { ...of(id), body }));
