import { answer, api } from "./client";
import type { Body } from "./types";
import type { Query } from "../paths";

/** Rows of a page on the screen, and of one on paper. */
const ROWS = 100;
const PRINT_ROWS = 500;

export const listLog = (query: Query, after: number | null, paper: "screen" | "paper") =>
  answer(
    api.GET("/api/v1/audit-log", {
      params: {
        query: { ...query, after: after ?? undefined, limit: paper === "paper" ? PRINT_ROWS : ROWS } as object,
      },
    }),
  );
export const getLogCheckpoint = () => answer(api.GET("/api/v1/audit-log/checkpoint"));
export const getCheckpointMail = () => answer(api.GET("/api/v1/audit-log/checkpoint/mail"));
export const sendCheckpointMail = () => answer(api.POST("/api/v1/audit-log/checkpoint/mail"));
export const verifyLog = (body: Body["VerificationBody"]) =>
  answer(api.POST("/api/v1/audit-log/verification", { body }));
export const recordPrint = (body: Body["PrintBody"]) => answer(api.POST("/api/v1/prints", { body, keepalive: true }));
