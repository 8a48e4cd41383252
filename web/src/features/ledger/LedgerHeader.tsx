import {
  BarChartOutlined,
  CheckSquareOutlined,
  DownloadOutlined,
  FileTextOutlined,
  PrinterOutlined,
  UploadOutlined,
  UserSwitchOutlined,
} from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { DownloadButton } from "../../components/DownloadButton";
import { useSession } from "../../components/useSession";
import { downloads, paths, type Query } from "../../paths";
import { useNarrow } from "../../ui/useMedia";
import { PageHeader } from "../../ui/PageHeader";
import { ColumnChooser } from "./ColumnChooser";
import type { useColumns } from "./useColumns";

type Props = {
  inspection: string;
  title: string | undefined;
  total: number;
  asOf: string | undefined;
  query: Query;
  columns: ReturnType<typeof useColumns>;
  picture: boolean;
  onPicture: () => void;
  gaps: boolean;
  onGaps: () => void;
  batch: boolean;
  onBatch: () => void;
  onExchange: () => void;
  onReport: () => void;
};

export function LedgerHeader(props: Props) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const { mayEdit } = useSession();
  const { columns, choose, reset } = props.columns;
  const workbook = downloads.ledger(props.inspection, props.query);
  return (
    <PageHeader
      title={t("ledger.title")}
      note={
        <>
          {[props.inspection, props.title].filter(Boolean).join(" ")}
          {props.asOf && <span className="digits"> · {t("ledger.total", { n: props.total, date: props.asOf })}</span>}
        </>
      }
      actions={
        <>
          <Button icon={<BarChartOutlined />} aria-pressed={props.picture} onClick={props.onPicture}>
            {t("ledger.picture")}
          </Button>
          <Button icon={<UserSwitchOutlined />} aria-pressed={props.gaps} onClick={props.onGaps}>
            {t("gaps.title")}
          </Button>
          <DownloadButton href={workbook} icon={<DownloadOutlined />} what={t("ledger.exportFailed")}>
            {t("ledger.export")}
          </DownloadButton>
          {!narrow && (
            <Button icon={<CheckSquareOutlined />} aria-pressed={props.batch} onClick={props.onBatch}>
              {t("batch.start")}
            </Button>
          )}
          {mayEdit && !narrow && (
            <Button icon={<UploadOutlined />} onClick={props.onExchange}>
              {t("ledger.import")}
            </Button>
          )}
          <Button icon={<FileTextOutlined />} onClick={props.onReport}>
            {t("ledger.report")}
          </Button>
          {!narrow && (
            <>
              <a
                className="button-link"
                href={paths.ledgerPrint(props.inspection, { ...props.query, columns: columns.join(",") })}
                target="_blank"
                rel="noreferrer"
              >
                <PrinterOutlined aria-hidden="true" /> {t("ledger.print")}
              </a>
              <ColumnChooser columns={columns} onChoose={choose} onReset={reset} />
            </>
          )}
        </>
      }
    />
  );
}
