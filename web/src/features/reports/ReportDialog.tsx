import { FileExcelOutlined, FileWordOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import type { ReportKind } from "../../api/types";
import { DownloadButton } from "../../components/DownloadButton";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { downloads } from "../../paths";

const SHAPES = ["text", "list", "sheet", "letter"] as const;

/** Every document that the ledger can be written as, by what it looks like. */
export function ReportDialog(props: { inspection: string; onClose: () => void }) {
  const { t } = useTranslation();
  const kinds = useQuery(queries.reportKinds());
  return (
    <Modal
      open
      title={t("reports.title")}
      footer={null}
      width={720}
      onCancel={props.onClose}
      closable={{ "aria-label": t("common.close") }}
    >
      <p className="notice">{t("reports.hint")}</p>
      <ErrorNotice error={kinds.error} what={t("reports.failed")} onRetry={() => void kinds.refetch()} />
      {kinds.isPending && <Loading />}
      {kinds.data &&
        SHAPES.map((shape) => (
          <section key={shape} className="report-kinds">
            <h3>{t(`reports.shape.${shape}`)}</h3>
            <ul>
              {kinds.data
                .filter((kind) => kind.shape === shape)
                .map((kind) => (
                  <Kind key={kind.name} kind={kind} inspection={props.inspection} />
                ))}
            </ul>
          </section>
        ))}
    </Modal>
  );
}

function Kind({ kind, inspection }: { kind: ReportKind; inspection: string }) {
  const { t } = useTranslation();
  const failed = t("reports.notMade", { title: kind.title });
  return (
    <li>
      <span>{kind.title}</span>
      <DownloadButton href={downloads.report(inspection, kind.name)} icon={<FileWordOutlined />} what={failed}>
        {t("reports.word")}
        <span className="sr-only">{kind.title}</span>
      </DownloadButton>
      {kind.shape === "list" && (
        <DownloadButton
          href={downloads.report(inspection, kind.name, { format: "xlsx" })}
          icon={<FileExcelOutlined />}
          what={failed}
        >
          {t("reports.excel")}
          <span className="sr-only">{kind.title}</span>
        </DownloadButton>
      )}
    </li>
  );
}
