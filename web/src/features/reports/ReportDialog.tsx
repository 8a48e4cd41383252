import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { download } from "../../api/download";
import { queries } from "../../api/queries";
import type { ReportKind } from "../../api/types";
import { DownloadButton } from "../../components/DownloadButton";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { downloads } from "../../paths";
import { FORMAT_ICONS, formatsOf } from "./formats";
import { issueQuery, useIssue, type Issue } from "./issue";
import { IssueFields } from "./IssueFields";

const SHAPES = ["text", "list", "sheet", "letter"] as const;

type Order = { kind: ReportKind; href: string };

/** Every document that the ledger can be written as, by what it looks like. */
export function ReportDialog(props: { inspection: string; onClose: () => void }) {
  const { t } = useTranslation();
  const kinds = useQuery(queries.reportKinds());
  const [issue, setIssue] = useIssue(props.inspection);
  const making = useMutation({ mutationFn: (order: Order) => download(order.href) });
  const pending = making.isPending ? making.variables.href : null;
  return (
    <Modal
      open
      title={t("reports.title")}
      footer={null}
      width={880}
      onCancel={props.onClose}
      closable={{ "aria-label": t("common.close") }}
    >
      <p className="notice">{t("reports.hint")}</p>
      <details className="issue-choice">
        <summary>{t("issue.title")}</summary>
        <IssueFields issue={issue} onChange={setIssue} />
      </details>
      <ErrorNotice error={kinds.error} what={t("reports.failed")} onRetry={() => void kinds.refetch()} />
      {making.error && (
        <div className="report-failure">
          <ErrorNotice
            error={making.error}
            what={t("reports.notMade", { title: making.variables.kind.title })}
            kept={t("error.nothingChanged")}
            onClose={making.reset}
          />
        </div>
      )}
      {kinds.isPending && <Loading />}
      {kinds.data &&
        SHAPES.map((shape) => (
          <section key={shape} className="report-kinds">
            <h3>{t(`reports.shape.${shape}`)}</h3>
            <ul>
              {kinds.data
                .filter((kind) => kind.shape === shape)
                .map((kind) => (
                  <Kind
                    key={kind.name}
                    kind={kind}
                    inspection={props.inspection}
                    issue={issue}
                    pending={pending}
                    onOrder={making.mutate}
                  />
                ))}
            </ul>
          </section>
        ))}
      <OwnTemplates inspection={props.inspection} />
    </Modal>
  );
}

/** Templates of the organisation stand beside the built-in documents. */
function OwnTemplates({ inspection }: { inspection: string }) {
  const { t } = useTranslation();
  const templates = useQuery(queries.templates()).data?.items.filter((one) => !one.withdrawn) ?? [];
  if (templates.length === 0) return null;
  return (
    <section className="report-kinds">
      <h3>{t("reports.templates")}</h3>
      <ul>
        {templates.map((one) => (
          <li key={one.key}>
            <span>{one.name}</span>
            <DownloadButton
              href={downloads.template(inspection, one.key)}
              icon={FORMAT_ICONS[one.kind === "docx" ? "docx" : "xlsx"]}
              what={t("reports.notMade", { title: one.name })}
              label={`${t("reports.fill")} ${one.name}`}
            >
              {t("reports.fill")}
            </DownloadButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

type KindProps = {
  kind: ReportKind;
  inspection: string;
  issue: Issue;
  /** Address of the file under way. */
  pending: string | null;
  onOrder: (order: Order) => void;
};

function Kind({ kind, inspection, issue, pending, onOrder }: KindProps) {
  const { t } = useTranslation();
  const issued = issueQuery(issue, kind.shape);
  return (
    <li>
      <span>{kind.title}</span>
      <div className="row-acts">
        {formatsOf(kind.shape).map((format) => {
          const href = downloads.report(inspection, kind.name, { format, ...(format === "xlsx" ? {} : issued) });
          return (
            <Button
              key={format}
              aria-label={`${t(`fileFormat.${format}`)} ${kind.title}`}
              title={format === "html" ? t("reports.htmlHint") : undefined}
              loading={pending === href}
              onClick={() => onOrder({ kind, href })}
            >
              {t(`fileFormat.${format}`)}
            </Button>
          );
        })}
      </div>
    </li>
  );
}
