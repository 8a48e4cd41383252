import { useParams } from "@tanstack/react-router";
import { Alert, Tabs } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Report } from "../../api/types";
import { DiagnosticBar } from "../../components/diagnostics/DiagnosticBar";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { useSession } from "../../components/useSession";
import { useDocumentTitle } from "../../ui/useDocumentTitle";
import { ComparePanel } from "./ComparePanel";
import type { PaperActs } from "./paper";
import { ReportHeader } from "./ReportHeader";
import { ReportOutline } from "./ReportOutline";
import { ReportPaper } from "./ReportPaper";
import { SourcePanel } from "./SourcePanel";
import { useChecks, type Checks } from "./useChecks";
import { useReport } from "./useReport";

/** 报告生成与核稿: outline, draft, and what stands behind it. */
export function ReportPage() {
  const { t } = useTranslation();
  const { key } = useParams({ from: "/signed-in/shell/reports/$key" });
  const state = useReport(key);
  const { report } = state;
  useDocumentTitle(report.data ? `${key} ${report.data.title}` : key);
  return (
    <div className="page report-page">
      {report.isPending && <Loading />}
      <ErrorNotice error={report.error} what={t("report.failed")} onRetry={() => void report.refetch()} />
      {report.data && <Desk key={key} report={report.data} state={state} />}
    </div>
  );
}

function Desk({ report, state }: { report: Report; state: ReturnType<typeof useReport> }) {
  const { t } = useTranslation();
  const { mayEdit } = useSession();
  const [place, setPlace] = useState<number | null>(null);
  const [tab, setTab] = useState("source");
  const desk = useRef<HTMLDivElement>(null);
  const checking = tab === "check";
  const checks = useChecks(report, checking);
  const { acting } = state;
  const draft = mayEdit && report.standing === "draft";
  const acts: PaperActs = {
    place,
    current: checks.state.current,
    onPlace: (chosen) => {
      setPlace(chosen);
      setTab("source");
    },
    onChange: draft ? (change) => acting.mutateAsync({ kind: "edit", change }) : null,
  };
  const refresh = draft ? (places: number[] | null) => acting.mutate({ kind: "refresh", places }) : null;
  return (
    <>
      <ReportHeader report={report} state={state} draft={draft} />
      <ErrorNotice
        error={acting.error}
        what={t("report.notSaved")}
        kept={t("error.nothingChanged")}
        onClose={acting.reset}
      />
      {report.stale > 0 && (
        <Alert
          className="report-stale"
          type="warning"
          showIcon
          title={t("report.staleCount", { n: report.stale, date: report.as_of })}
          action={
            refresh && (
              <button type="button" className="button-link" disabled={acting.isPending} onClick={() => refresh(null)}>
                {t("report.refreshAll")}
              </button>
            )
          }
        />
      )}
      <div ref={desk} className={checking ? "report-desk report-desk-checking" : "report-desk"}>
        <ReportOutline report={report} />
        <ReportPaper report={report} acts={acts} checks={checks} />
        <aside className="panel report-side" aria-label={t("report.side")}>
          <Tabs
            size="small"
            activeKey={tab}
            onChange={(next) => {
              setTab(next);
              // The bar moves above the paper: the reading begins at its top.
              if (next === "check") requestAnimationFrame(() => desk.current?.scrollIntoView({ block: "start" }));
            }}
            items={[
              {
                key: "source",
                label: t("report.sources"),
                children: <SourcePanel report={report} acts={acts} onRefresh={refresh} busy={acting.isPending} />,
              },
              { key: "check", label: t("report.check"), children: <CheckPanel checks={checks} /> },
              { key: "compare", label: t("report.compare"), children: <ComparePanel report={report} /> },
            ]}
          />
        </aside>
      </div>
    </>
  );
}

/** 核稿: the notes stand beside the paragraphs; here is the way through them. */
function CheckPanel({ checks: { checks, items, state } }: { checks: Checks }) {
  const { t } = useTranslation();
  return (
    <>
      {checks.isPending && <Loading />}
      <ErrorNotice error={checks.error} what={t("report.checkFailed")} onRetry={() => void checks.refetch()} />
      {checks.data && items.length === 0 && <p>{t("report.checkClean")}</p>}
      {checks.data && items.length > 0 && <DiagnosticBar items={items} state={state} />}
    </>
  );
}
