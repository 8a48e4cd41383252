import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import type { Report, ReportDiagnostic } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { StatusTag, type Tone } from "../../ui/StatusTag";
import { blockId } from "./paper";

const TONES: Record<ReportDiagnostic["level"], Tone> = { error: "red", warning: "yellow", advice: "grey" };

/** 核稿: what the rules and the ledger say against the draft; asked anew after each change. */
export function CheckPanel({ report }: { report: Report }) {
  const { t } = useTranslation();
  const checks = useQuery(queries.reportChecks(report.key, report.version));
  const items = checks.data?.items ?? [];
  return (
    <div className="check-panel">
      {checks.isPending && <Loading />}
      <ErrorNotice error={checks.error} what={t("report.checkFailed")} onRetry={() => void checks.refetch()} />
      {checks.data && items.length === 0 && <p>{t("report.checkClean")}</p>}
      <ul className="check-list">
        {items.map((item, at) => (
          <CheckCard key={at} item={item} />
        ))}
      </ul>
    </div>
  );
}

function CheckCard({ item }: { item: ReportDiagnostic }) {
  const { t } = useTranslation();
  return (
    <li className="check-card">
      <p>
        <StatusTag tone={TONES[item.level]} icon={item.level === "advice" ? "i" : "!"}>
          {t(`diagnosticLevel.${item.level}`)}
        </StatusTag>{" "}
        <span className="page-note">{item.rule}</span>
      </p>
      <p>{item.message}</p>
      <p className="page-note">
        {item.hint}
        {item.authority && ` ${item.authority}`}
      </p>
      {item.block !== null && <a href={`#${blockId(item.block)}`}>{t("report.toPlace")}</a>}
    </li>
  );
}
