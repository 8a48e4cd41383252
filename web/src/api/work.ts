import { answer, api } from "./client";
import type { Body, Stage } from "./types";

export type BatchInput = Body["BatchBody"];

export const REVIEW_PAGE = 50;

/** What the signed-in person has to do: `limit` rows of each duty. */
export const getMine = (limit: number) => answer(api.GET("/api/v1/work/mine", { params: { query: { limit } } }));
export const listReviews = (stage: Stage | undefined, after: string | null) =>
  answer(
    api.GET("/api/v1/work/reviews", { params: { query: { stage, after: after ?? undefined, limit: REVIEW_PAGE } } }),
  );
/** One step or assignment for many findings; each succeeds or fails by itself. */
export const runBatch = (body: BatchInput) => answer(api.POST("/api/v1/findings/batch", { body }));
