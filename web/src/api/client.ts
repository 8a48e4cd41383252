import i18n from "../i18n/i18n";
import { ApiError, toApiError } from "./errors";

type Options = { query?: Record<string, string | number | undefined>; body?: unknown; form?: FormData };

let onUnauthorised: () => void = () => undefined;

/** The router tells the client what to do when the session has ended. */
export function whenUnauthorised(handler: () => void): void {
  onUnauthorised = handler;
}

export async function request<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(options.query ?? {})) {
    if (value !== undefined && value !== "") query.set(name, String(value));
  }
  const suffix = query.size ? `?${query}` : "";
  const headers: Record<string, string> = { "Accept-Language": i18n.language };
  if (options.body !== undefined) headers["Content-Type"] = "application/json";
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}${suffix}`, {
      method,
      headers,
      body: options.form ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
    });
  } catch {
    throw new ApiError(0, "offline", i18n.t("error.offline"), { hint: i18n.t("error.offlineHint") });
  }
  const text = await response.text();
  let body: unknown = null;
  try {
    body = text ? JSON.parse(text) : null;
  } catch {
    throw new ApiError(response.status, "unreadable", i18n.t("error.unreadable", { status: response.status }));
  }
  if (!response.ok) {
    const error = toApiError(response.status, body);
    if (response.status === 401 && path !== "/session") onUnauthorised();
    throw error;
  }
  return body as T;
}
