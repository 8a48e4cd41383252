import { DownloadOutlined, PrinterOutlined, SafetyCertificateOutlined } from "@ant-design/icons";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { isBadQuery } from "../../api/errors";
import { DownloadButton } from "../../components/DownloadButton";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { downloads, paths } from "../../paths";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { anyFilter, readLog, widened, writeLog, type LogState } from "./filters";
import { LogDetail } from "./LogDetail";
import { LogFilters } from "./LogFilters";
import { LogTable } from "./LogTable";
import { useEntry, useLog } from "./useLog";
import { VerifyPanel } from "./VerifyPanel";

/** 审计日志. Its filters are in the address bar; nothing on it can be changed. */
export function AuditLogPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: "/signed-in/shell/admin/audit-log" });
  const navigate = useNavigate();
  const state = useMemo(() => readLog(search), [search]);
  const log = useLog(state.filters, "screen");
  const [checking, setChecking] = useState(false);
  const go = useCallback(
    (change: Partial<LogState>) =>
      void navigate({ href: paths.auditLog(writeLog({ ...state, ...change })), replace: !change.open }),
    [navigate, state],
  );
  const empty = !log.loading && !log.error && log.rows.length === 0;
  const opened = useEntry(state.open, log);
  return (
    <div className="page">
      <PageHeader
        title={t("auditLog.title")}
        note={<span className="digits">{t("auditLog.total", { n: log.total })}</span>}
        actions={
          <>
            <Button
              icon={<SafetyCertificateOutlined />}
              aria-expanded={checking}
              onClick={() => setChecking(!checking)}
            >
              {t("auditLog.verify")}
            </Button>
            <DownloadButton href={downloads.auditLog()} icon={<DownloadOutlined />} what={t("auditLog.exportFailed")}>
              {t("auditLog.export")}
            </DownloadButton>
            <a className="button-link" href={paths.auditLogPrint(state.filters)} target="_blank" rel="noreferrer">
              <PrinterOutlined aria-hidden="true" /> {t("auditLog.print")}
            </a>
          </>
        }
      />
      {checking && <VerifyPanel onFind={(seq) => go({ filters: {}, open: seq })} />}
      <LogFilters filters={state.filters} onFilters={(filters) => go({ filters, open: null })} />
      <ErrorNotice
        error={log.error}
        what={t("auditLog.failed")}
        onRetry={isBadQuery(log.error) ? undefined : log.retry}
      >
        {isBadQuery(log.error) && <Button onClick={() => go({ filters: {} })}>{t("filter.clear")}</Button>}
      </ErrorNotice>
      {log.loading && <Loading rows={10} />}
      {empty && (
        <EmptyState
          title={t("auditLog.noMatch")}
          action={
            anyFilter(state.filters) && (
              <Button onClick={() => go({ filters: widened(state.filters) })}>
                {state.filters.from || state.filters.to ? t("auditLog.widen") : t("filter.clear")}
              </Button>
            )
          }
        />
      )}
      {log.rows.length > 0 && <LogTable log={log} onOpen={(seq) => go({ open: seq })} />}
      <ErrorNotice error={opened.error} what={t("auditLog.entryFailed")} />
      {opened.missing && (
        <EmptyState
          title={t("auditLog.entryMissing", { n: state.open })}
          action={<Button onClick={() => go({ open: null })}>{t("common.close")}</Button>}
        />
      )}
      {opened.entry && <LogDetail entry={opened.entry} onClose={() => go({ open: null })} />}
    </div>
  );
}
