import { answer, api } from "./client";
import type { Body } from "./types";

export type SetupInput = Body["SetupBody"];
export type LoginInput = Body["SignInBody"];

export const getSetup = () => answer(api.GET("/api/v1/setup"));
export const postSetup = (body: SetupInput) => answer(api.POST("/api/v1/setup", { body }));
export const getSession = () => answer(api.GET("/api/v1/session"));
export const logIn = (body: LoginInput) => answer(api.POST("/api/v1/session", { body }));
export const logOut = () => answer(api.DELETE("/api/v1/session"));
export const changePassword = (body: Body["PasswordBody"]) => answer(api.POST("/api/v1/session/password", { body }));
