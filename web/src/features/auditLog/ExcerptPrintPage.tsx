import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { localTimeExact } from "../../components/localTime";
import { PrintBar } from "../../components/PrintBar";
import { useSession } from "../../components/useSession";
import { readLog } from "./filters";
import { subjectWords, useActWords } from "./useActWords";
import { useLog } from "./useLog";

/** 审计摘录 on paper, A4 across: every entry that fits the filters with its hash, and the checkpoint of the log. */
export function ExcerptPrintPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: "/signed-in/admin/audit-log/print" });
  const { session } = useSession();
  const filters = useMemo(() => readLog(search).filters, [search]);
  const log = useLog(filters, "paper");
  const end = useQuery(queries.logCheckpoint());
  const act = useActWords();
  const { more, hasMore } = log;
  const done = log.rows.length;
  useEffect(() => {
    if (hasMore) more();
  }, [hasMore, more, done]);

  if (log.loading) return <Loading />;
  return (
    <main className="print-page print-landscape">
      <PrintBar page={{ page: "audit_log" }} />
      <ErrorNotice error={log.error} what={t("auditLog.failed")} onRetry={log.retry} />
      <h1>{t("auditLog.excerpt")}</h1>
      <p className="print-facts digits">
        {t("auditLog.excerptFacts", {
          unit: session?.unit.name,
          from: filters.from ?? t("auditLog.open-ended"),
          to: filters.to ?? session?.today,
          n: log.total,
          person: session?.person.name,
        })}
      </p>
      {hasMore && <p role="status">{t("print.loading", { done, all: log.total })}</p>}
      <table className="print-table log-print">
        <thead>
          <tr>
            {(["seq", "time", "person", "kind", "object", "summary", "hash"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`auditLog.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {log.rows.map((entry) => (
            <tr key={entry.seq}>
              <td className="digits">{entry.seq}</td>
              <td className="digits no-wrap">{localTimeExact(entry.at)}</td>
              <td>{entry.actor?.name ?? t("auditLog.nobody")}</td>
              <td className="no-wrap">{act(entry)}</td>
              <td>{subjectWords(entry)}</td>
              <td>
                {entry.summary}
                {entry.changes.map((change) => (
                  <div key={change.field}>
                    {change.field}
                    {t("common.colon")}
                    {change.before || t("common.empty")} → {change.after || t("common.empty")}
                  </div>
                ))}
              </td>
              <td className="digits log-hash">{entry.hash}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {end.data && (
        <p className="log-hash">
          {t("auditLog.end", { n: end.data.seq })} {end.data.checkpoint}
        </p>
      )}
    </main>
  );
}
