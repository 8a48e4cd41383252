import createClient from "openapi-fetch";
import i18n from "../i18n/i18n";
import { ApiError, toApiError } from "./errors";
import type { paths } from "./schema";

let onUnauthorised: () => void = () => undefined;

/** The router tells the client what to do when the session has ended. */
export function whenUnauthorised(handler: () => void): void {
  onUnauthorised = handler;
}

/** Calls of the API; paths, parameters and bodies are checked by the compiler against the server's description. */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  fetch: (request) => window.fetch(request),
  querySerializer: (query) => {
    const words = new URLSearchParams();
    for (const [name, value] of Object.entries(query as Record<string, unknown>)) {
      if (value !== undefined && value !== "") words.set(name, String(value));
    }
    return words.toString();
  },
});

api.use({
  onRequest: ({ request }) => request.headers.set("Accept-Language", i18n.language),
  onError: () => new ApiError(0, "offline", ""),
});

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** What the server answered; a refusal is thrown as it stands in the envelope. */
export async function answer<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    throw cause instanceof ApiError ? cause : new ApiError(0, "unreadable", "");
  });
  if (response.ok) return data as T;
  if (response.status === 401 && !response.url.endsWith("/session")) onUnauthorised();
  throw toApiError(response.status, error);
}

/** A body as a form with files; what is empty is left out. */
export function asForm(body: object): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body as Record<string, File | string | null | undefined>)) {
    if (value) form.set(name, value);
  }
  return form;
}
