import { answer, api } from "./client";
import type { Body } from "./types";

export type SettingInput = Body["SettingBody"];

const ofProfile = (id: string) => ({ params: { path: { id } } });

export const getRules = () => answer(api.GET("/api/v1/rules"));
export const changeProfile = (id: string, body: Body["ProfileBody"]) =>
  answer(api.PUT("/api/v1/rules/profiles/{id}", { ...ofProfile(id), body }));
export const previewProfile = (id: string, body: Body["ProfileBody"]) =>
  answer(api.POST("/api/v1/rules/profiles/{id}/preview", { ...ofProfile(id), body }));
export const putYear = (year: number, body: Body["YearBody"]) =>
  answer(api.PUT("/api/v1/rules/years/{year}", { params: { path: { year } }, body }));
export const removeYear = (year: number, version: number) =>
  answer(api.DELETE("/api/v1/rules/years/{year}", { params: { path: { year }, query: { version } } }));
export const setOwnDays = (body: Body["OwnDaysBody"]) => answer(api.PUT("/api/v1/rules/own-days", { body }));
