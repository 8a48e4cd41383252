import i18n from "../i18n/i18n";
import { ApiError, toApiError } from "./errors";

/** Fetches a file and hands it to the browser under the name the server gave it. */
export async function download(href: string): Promise<void> {
  let response: Response;
  try {
    response = await fetch(href, { headers: { "Accept-Language": i18n.language } });
  } catch {
    throw new ApiError(0, "offline", "");
  }
  await handOver(response, href);
}

/** As `download`, for a file that is made from what a form says. */
export async function downloadForm(href: string, form: FormData): Promise<void> {
  let response: Response;
  try {
    response = await fetch(href, { method: "POST", body: form, headers: { "Accept-Language": i18n.language } });
  } catch {
    throw new ApiError(0, "offline", "");
  }
  await handOver(response, href);
}

async function handOver(response: Response, href: string): Promise<void> {
  if (!response.ok) throw toApiError(response.status, await response.json().catch(() => null));
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName(response.headers.get("Content-Disposition")) ?? href.split("?")[0]!.split("/").pop()!;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The name in a Content-Disposition header; the encoded form (RFC 5987) carries Chinese names. */
export function fileName(header: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header ?? "")?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(header ?? "")?.[1] ?? null;
}
