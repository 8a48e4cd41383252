import { DownloadOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import type { ReportSummary } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { localTime } from "../../components/localTime";
import { useSession } from "../../components/useSession";
import { paths } from "../../paths";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { PlainTable } from "../../ui/PlainTable";
import { NewReportDialog } from "./NewReportDialog";
import { PublicationTable } from "./PublicationTable";
import { ReportDialog } from "./ReportDialog";
import { StandingTag } from "./StandingTag";

/** 报告: the versions of what was written out of the ledger. */
export function ReportsPage() {
  const { t } = useTranslation();
  const { key } = useParams({ from: "/signed-in/shell/inspections/$key/reports" });
  const { mayEdit } = useSession();
  const reports = useQuery(queries.reports(key));
  const [open, setOpen] = useState<"new" | "files" | null>(null);
  const items = reports.data?.items ?? [];
  const create = mayEdit && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen("new")}>
      {t("report.new")}
    </Button>
  );
  return (
    <div className="page">
      <PageHeader
        title={t("menu.reports")}
        note={t("report.note")}
        actions={
          <>
            <Button icon={<DownloadOutlined />} onClick={() => setOpen("files")}>
              {t("report.files")}
            </Button>
            {create}
          </>
        }
      />
      <ErrorNotice error={reports.error} what={t("report.listFailed")} onRetry={() => void reports.refetch()} />
      {reports.isPending && <Loading />}
      {reports.data && items.length === 0 && (
        <EmptyState title={t("report.empty")} action={create}>
          {t("report.emptyText")}
        </EmptyState>
      )}
      {items.length > 0 && <ReportTable items={items} />}
      <PublicationTable inspection={key} />
      {open === "new" && <NewReportDialog inspection={key} onClose={() => setOpen(null)} />}
      {open === "files" && <ReportDialog inspection={key} onClose={() => setOpen(null)} />}
    </div>
  );
}

function ReportTable({ items }: { items: ReportSummary[] }) {
  const { t } = useTranslation();
  return (
    <PlainTable
      label={t("menu.reports")}
      columns={[t("report.title"), t("report.standing"), t("report.asOf"), t("report.updated"), t("report.code")]}
    >
      {items.map((item) => (
        <tr key={item.key}>
          <th scope="row">
            <Link to={paths.report(item.key)}>{item.title}</Link>
            <div className="page-note digits">{item.key}</div>
          </th>
          <td data-label={t("report.standing")}>
            <StandingTag standing={item.standing} />
          </td>
          <td data-label={t("report.asOf")} className="digits">
            {item.as_of}
          </td>
          <td data-label={t("report.updated")} className="digits">
            {localTime(item.updated_at)}
          </td>
          <td data-label={t("report.code")} className="digits">
            {item.code ?? "—"}
          </td>
        </tr>
      ))}
    </PlainTable>
  );
}
