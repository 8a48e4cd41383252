import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { LogEntry } from "../../api/types";
import { EVENT_KINDS } from "../../components/vocabulary";

/** Subjects that are no object of their own but a part of the system. */
const SYSTEM = ["audit-log", "sign-in"];
const IDENTIFIER = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** What was done, in the reader's language; a kind of another version is told in the server's words. */
export function useActWords() {
  const { t } = useTranslation();
  return useCallback(
    (entry: LogEntry) => {
      const kind = EVENT_KINDS.find((one) => one === entry.kind);
      return kind ? t(`eventKind.${kind}`) : entry.act;
    },
    [t],
  );
}

/** What it was done to: a name, else a key that people know; not an identifier. */
export function subjectWords(entry: LogEntry): string {
  const { key, name } = entry.subject;
  if (name) return name;
  return SYSTEM.includes(key) || IDENTIFIER.test(key) ? "–" : key;
}
