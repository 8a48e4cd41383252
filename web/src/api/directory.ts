import { answer, api } from "./client";
import type { Body } from "./types";

export type UnitInput = Body["UnitBody"];
export type UnitChange = Body["UnitPatch"];
export type PersonInput = Body["PersonBody"];
export type PersonChange = Body["PersonPatch"];
export type PositionInput = Body["PositionBody"];
export type PositionChange = Body["PositionPatch"];

const of = (id: string) => ({ params: { path: { id } } });

export const listUnits = () => answer(api.GET("/api/v1/units"));
export const createUnit = (body: UnitInput) => answer(api.POST("/api/v1/units", { body }));
export const changeUnit = (id: string, body: UnitChange) =>
  answer(api.PATCH("/api/v1/units/{id}", { ...of(id), body }));
export const deleteUnit = (id: string) => answer(api.DELETE("/api/v1/units/{id}", of(id)));
export const listPeople = () => answer(api.GET("/api/v1/people"));
export const createPerson = (body: PersonInput) => answer(api.POST("/api/v1/people", { body }));
export const changePerson = (id: string, body: PersonChange) =>
  answer(api.PATCH("/api/v1/people/{id}", { ...of(id), body }));
export const listPositions = (person: string) => answer(api.GET("/api/v1/people/{id}/positions", of(person)));
export const createPosition = (person: string, body: PositionInput) =>
  answer(api.POST("/api/v1/people/{id}/positions", { ...of(person), body }));
export const changePosition = (id: string, body: PositionChange) =>
  answer(api.PATCH("/api/v1/positions/{id}", { ...of(id), body }));
