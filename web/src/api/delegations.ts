import { answer, api } from "./client";
import type { Body } from "./types";

export type DelegationInput = Body["DelegationBody"];

export const listDelegations = () => answer(api.GET("/api/v1/delegations"));
export const createDelegation = (body: DelegationInput) => answer(api.POST("/api/v1/delegations", { body }));
export const endDelegation = (id: string, version: number) =>
  answer(api.POST("/api/v1/delegations/{id}/end", { params: { path: { id } }, body: { version } }));
