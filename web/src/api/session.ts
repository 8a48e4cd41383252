import { request } from "./client";
import type { Session, Setup } from "./types";

export type SetupInput = { unit_name: string; username: string; name: string; password: string };
export type LoginInput = { username: string; password: string };

export const getSetup = () => request<Setup>("GET", "/setup");
export const postSetup = (body: SetupInput) => request<Session>("POST", "/setup", { body });
export const getSession = () => request<Session>("GET", "/session");
export const logIn = (body: LoginInput) => request<Session>("POST", "/session", { body });
export const logOut = () => request<null>("DELETE", "/session");
export const changePassword = (body: { old: string; new: string }) =>
  request<null>("POST", "/session/password", { body });
