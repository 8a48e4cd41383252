import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { localTimeExact } from "../../components/localTime";
import { subjectWords, useActWords } from "./useActWords";
import type { Log } from "./useLog";

/** Entries newest first; a button opens one with everything it holds. */
export function LogTable({ log, onOpen }: { log: Log; onOpen: (seq: number) => void }) {
  const { t } = useTranslation();
  const act = useActWords();
  return (
    <>
      <div
        className={log.stale ? "scroll-x panel ledger-stale" : "scroll-x panel"}
        tabIndex={0}
        role="region"
        aria-label={t("auditLog.title")}
      >
        <table className="plain-table phone-cards">
          <thead>
            <tr>
              <th scope="col">{t("auditLog.seq")}</th>
              <th scope="col">{t("auditLog.time")}</th>
              <th scope="col">{t("auditLog.person")}</th>
              <th scope="col">{t("auditLog.kind")}</th>
              <th scope="col">{t("auditLog.object")}</th>
              <th scope="col">{t("auditLog.summary")}</th>
              <th scope="col">{t("auditLog.detail")}</th>
            </tr>
          </thead>
          <tbody>
            {log.rows.map((entry) => (
              <tr key={entry.seq}>
                <th scope="row" className="digits">
                  {entry.seq}
                </th>
                <td data-label={t("auditLog.time")} className="digits no-wrap">
                  <time dateTime={entry.at}>{localTimeExact(entry.at)}</time>
                </td>
                <td data-label={t("auditLog.person")} className="log-person">
                  {entry.actor?.name ?? t("auditLog.nobody")}
                </td>
                <td data-label={t("auditLog.kind")} className="no-wrap">
                  {act(entry)}
                </td>
                <td data-label={t("auditLog.object")} className="log-object">
                  {subjectWords(entry)}
                </td>
                <td data-label={t("auditLog.summary")} className="log-summary">
                  {entry.summary}
                </td>
                <td>
                  <Button
                    size="small"
                    aria-label={t("auditLog.openNamed", { n: entry.seq })}
                    onClick={() => onOpen(entry.seq)}
                  >
                    {entry.changes.length > 0
                      ? t("auditLog.openChanges", { n: entry.changes.length })
                      : t("auditLog.open")}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {log.hasMore && (
        <Button block className="log-more" loading={log.loadingMore} onClick={log.more}>
          {t("auditLog.more", { done: log.rows.length, all: log.total })}
        </Button>
      )}
    </>
  );
}
