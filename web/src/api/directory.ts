import { request } from "./client";
import type { Person, Role, Unit, UnitKind } from "./types";

export type UnitInput = {
  name: string;
  short_name?: string | null;
  kind: UnitKind;
  parent_id?: string | null;
  position?: number;
};
export type PersonInput = {
  name: string;
  unit_id?: string | null;
  duty?: string | null;
  roles: Role[];
  username?: string | null;
  password?: string | null;
};
export type PersonChange = Partial<PersonInput> & { version: number; active?: boolean };

export const listUnits = () => request<{ total: number; items: Unit[] }>("GET", "/units");
export const createUnit = (body: UnitInput) => request<Unit>("POST", "/units", { body });
export const changeUnit = (id: string, body: Partial<UnitInput> & { version: number }) =>
  request<Unit>("PATCH", `/units/${id}`, { body });
export const deleteUnit = (id: string) => request<null>("DELETE", `/units/${id}`);

export const listPeople = () =>
  request<{ total: number; items: Person[] }>("GET", "/people", { query: { limit: 500 } });
export const createPerson = (body: PersonInput) => request<Person>("POST", "/people", { body });
export const changePerson = (id: string, body: PersonChange) => request<Person>("PATCH", `/people/${id}`, { body });
