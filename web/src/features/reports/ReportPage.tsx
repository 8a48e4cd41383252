import { useParams } from "@tanstack/react-router";
import { Alert, Tabs } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Report } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { useSession } from "../../components/useSession";
import { useDocumentTitle } from "../../ui/useDocumentTitle";
import { CheckPanel } from "./CheckPanel";
import { ComparePanel } from "./ComparePanel";
import type { PaperActs } from "./paper";
import { ReportHeader } from "./ReportHeader";
import { ReportOutline } from "./ReportOutline";
import { ReportPaper } from "./ReportPaper";
import { SourcePanel } from "./SourcePanel";
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
  const { acting } = state;
  const draft = mayEdit && report.standing === "draft";
  const acts: PaperActs = {
    place,
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
      <div className="report-desk">
        <ReportOutline report={report} />
        <ReportPaper report={report} acts={acts} />
        <aside className="panel report-side" aria-label={t("report.side")}>
          <Tabs
            size="small"
            activeKey={tab}
            onChange={setTab}
            items={[
              {
                key: "source",
                label: t("report.sources"),
                children: <SourcePanel report={report} acts={acts} onRefresh={refresh} busy={acting.isPending} />,
              },
              { key: "check", label: t("report.check"), children: <CheckPanel report={report} /> },
              { key: "compare", label: t("report.compare"), children: <ComparePanel report={report} /> },
            ]}
          />
        </aside>
      </div>
    </>
  );
}
