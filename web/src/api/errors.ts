import type { Failure } from "./types";

type More = Partial<Pick<Failure["error"], "fields" | "details">>;

/** One refused or failed call, in the words of the server's error envelope. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: Record<string, string>;
  readonly details: unknown;

  constructor(status: number, code: string, message: string, more: More = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.fields = more.fields ?? {};
    this.details = more.details ?? null;
  }
}

const isCode = (error: unknown, code: string): error is ApiError => error instanceof ApiError && error.code === code;

/** Somebody else saved first; the details hold the object as it is now. */
export const isConflict = (error: unknown): error is ApiError => isCode(error, "conflict");

/** The address asks for a filter, a date or a place in the list that the server does not know. */
export const isBadQuery = (error: unknown): boolean => isCode(error, "bad_query");

/** The draft cannot take this edit; trying again would not help. */
export const isEditRefused = (error: unknown): boolean => isCode(error, "edit_refused");

/** The envelope of a failed answer; anything else, such as a gateway's page, has only its status. */
export function toApiError(status: number, body: unknown): ApiError {
  const error = (body as Partial<Failure> | null | undefined)?.error;
  return error?.message
    ? new ApiError(status, error.code, error.message, error)
    : new ApiError(status, `http_${status}`, "");
}
