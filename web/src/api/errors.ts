/** One refused or failed call, in the words of the server's error envelope. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly hint: string | null;
  readonly fields: Record<string, string>;
  readonly details: unknown;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { hint?: string | null; fields?: Record<string, string> | null; details?: unknown } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.hint = more.hint ?? null;
    this.fields = more.fields ?? {};
    this.details = more.details ?? null;
  }
}

export const isConflict = (error: unknown): error is ApiError => error instanceof ApiError && error.status === 409;

type Envelope = {
  error?: {
    code?: string;
    message?: string;
    hint?: string | null;
    fields?: Record<string, string> | null;
    details?: unknown;
  };
};

/** The envelope of a failed answer; anything else becomes a plain "unreadable answer". */
export function toApiError(status: number, body: unknown): ApiError {
  const envelope = (body as Envelope | null)?.error;
  if (envelope?.message) {
    return new ApiError(status, envelope.code ?? "error", envelope.message, envelope);
  }
  return new ApiError(status, `http_${status}`, "");
}
