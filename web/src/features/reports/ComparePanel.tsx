import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import type { Report, ReportLine } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { inspectionOf } from "../../paths";

const TODAY = "";

/** This version beside an earlier one, or beside what the ledger would say today. */
export function ComparePanel({ report }: { report: Report }) {
  const { t } = useTranslation();
  const [other, setOther] = useState(TODAY);
  const reports = useQuery(queries.reports(inspectionOf(report.key) ?? ""));
  const lines = useQuery(queries.reportComparison(report.key, report.version, other || null));
  const others = (reports.data?.items ?? []).filter((one) => one.kind === report.kind && one.key !== report.key);
  const changed = (lines.data?.items ?? []).filter((line) => line.change !== "same");
  return (
    <div className="compare-panel">
      <Select
        value={other}
        onChange={setOther}
        aria-label={t("report.compareWith")}
        style={{ width: "100%" }}
        options={[
          { value: TODAY, label: t("report.compareToday") },
          ...others.map((one) => ({ value: one.key, label: `${one.key} ${one.as_of}` })),
        ]}
      />
      {lines.isPending && <Loading />}
      <ErrorNotice error={lines.error} what={t("report.compareFailed")} onRetry={() => void lines.refetch()} />
      {lines.data && changed.length === 0 && <p>{t("report.compareSame")}</p>}
      {changed.length > 0 && (
        <p className="page-note">{t(other ? "report.compareEarlier" : "report.compareNow", { n: changed.length })}</p>
      )}
      <ol className="compare-list">
        {changed.map((line, at) => (
          <Line key={at} line={line} />
        ))}
      </ol>
    </div>
  );
}

function Line({ line }: { line: ReportLine }) {
  return (
    <li>
      {line.before !== null && <del>{line.before}</del>}
      {line.after !== null && <ins>{line.after}</ins>}
    </li>
  );
}
