import type { i18n as I18n } from "i18next";
import { ApiError } from "../api/errors";

type Words = {
  message: string;
  /** The server's own words, when they are in another language than the page. */
  server?: string;
  hint?: string;
};

/** A failure in the reader's language; the server speaks Chinese and gives a code for every other language. */
export function errorWords(error: unknown, { t, exists, language }: Pick<I18n, "t" | "exists" | "language">): Words {
  if (!(error instanceof ApiError)) return { message: t("error.unknown"), hint: String(error) };
  if (error.code === "offline") return { message: t("error.offline"), hint: t("error.offlineHint") };
  if (error.code === "unreadable") return { message: t("error.unreadable") };
  if (!error.message) return { message: t("error.status", { status: error.status }) };
  const [message, server] = refusalWords(error, { t, exists, language });
  return server ? { message, server } : { message };
}

/** A code with the server's words: the words in the reader's language, and the server's own if they are others. */
export function refusalWords(
  refusal: { code: string; message: string },
  { t, exists, language }: Pick<I18n, "t" | "exists" | "language">,
): [words: string, server?: string] {
  const known = `errorCode.${refusal.code}`;
  return exists(known, { lngs: [language] }) ? [t(known), refusal.message] : [refusal.message];
}
