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
  const known = `errorCode.${error.code}`;
  if (!exists(known, { lngs: [language] })) return { message: error.message };
  return { message: t(known), server: error.message };
}
