import { answer, api } from "./client";
import type { Body } from "./types";

export type TokenInput = Body["TokenBody"];

export const listTokens = () => answer(api.GET("/api/v1/tokens"));
export const createToken = (body: TokenInput) => answer(api.POST("/api/v1/tokens", { body }));
export const withdrawToken = (id: string) => answer(api.DELETE("/api/v1/tokens/{id}", { params: { path: { id } } }));
