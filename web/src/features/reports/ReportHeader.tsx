import { DeleteOutlined, FormOutlined, LockOutlined, NotificationOutlined, UndoOutlined } from "@ant-design/icons";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useRouter } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { makePublication } from "../../api/publications";
import { queries } from "../../api/queries";
import type { Report, ReportFormat } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { useSession } from "../../components/useSession";
import { inspectionOf, paths } from "../../paths";
import { PageHeader } from "../../ui/PageHeader";
import { FileButton } from "./FileButton";
import { formatsOf } from "./formats";
import { IssueDialog } from "./IssueDialog";
import { StandingTag } from "./StandingTag";
import type { useReport } from "./useReport";

type Props = { report: Report; state: ReturnType<typeof useReport>; draft: boolean };

export function ReportHeader({ report, state, draft }: Props) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const router = useRouter();
  const kinds = useQuery(queries.reportKinds()).data ?? [];
  const kind = kinds.find((one) => one.name === report.kind);
  const inspection = inspectionOf(report.key) ?? "";
  const { acting, discarding, undo } = state;
  const [issuing, setIssuing] = useState(false);
  const fonts = useQuery(queries.fontReplacements()).data?.items ?? [];
  const replaced = fonts.map((one) => t("report.fontReplaced", one)).join(t("common.comma")) || undefined;
  const titles: Partial<Record<ReportFormat, string | undefined>> = { pdf: replaced, html: t("reports.htmlHint") };
  const { mayEdit } = useSession();
  const publishing = useMutation({
    mutationFn: () => makePublication(report.key),
    onSuccess: (made) => router.navigate({ href: paths.publication(made.key) }),
  });
  const lock = () =>
    modal.confirm({
      title: t("report.lockAsk"),
      content: report.stale > 0 ? t("report.lockStale", { n: report.stale }) : t("report.lockText"),
      okText: t("report.lock"),
      onOk: () => acting.mutateAsync({ kind: "lock" }).catch(() => undefined),
    });
  const discard = () =>
    modal.confirm({
      title: t("report.discardAsk"),
      content: t("report.discardText"),
      okText: t("report.discard"),
      okButtonProps: { danger: true },
      onOk: async () => {
        await discarding.mutateAsync();
        await router.navigate({ href: paths.reports(inspection) });
      },
    });
  return (
    <>
      <ErrorNotice error={publishing.error} what={t("publication.notMade")} onClose={publishing.reset} />
      <PageHeader
        title={report.title}
        note={
          <span className="report-facts digits">
            <Link to={paths.reports(inspection)}>{t("report.toList")}</Link>
            <StandingTag standing={report.standing} />
            {report.key} · {kind?.title} · {t("report.factDate", { date: report.as_of })} ·{" "}
            {t("report.bound", { n: report.bound })}
            {report.code && ` · ${t("report.code")} ${report.code}`}
          </span>
        }
        actions={
          <>
            {draft && (
              <Button icon={<UndoOutlined />} disabled={!undo || acting.isPending} onClick={() => undo?.()}>
                {t("report.undo")}
              </Button>
            )}
            {draft && (kind?.shape === "text" || kind?.shape === "letter") && (
              <Button icon={<FormOutlined />} onClick={() => setIssuing(true)}>
                {t("issue.title")}
              </Button>
            )}
            {issuing && kind && (
              <IssueDialog
                report={report}
                shape={kind.shape}
                onChange={(change) => acting.mutateAsync({ kind: "edit", change })}
                onClose={() => setIssuing(false)}
              />
            )}
            {formatsOf(kind?.shape).map((format) => (
              <FileButton key={format} report={report} format={format} title={titles[format]} />
            ))}
            {mayEdit && report.standing === "locked" && (
              <Button
                type="primary"
                icon={<NotificationOutlined />}
                loading={publishing.isPending}
                onClick={() => publishing.mutate()}
              >
                {t("publication.make")}
              </Button>
            )}
            {draft && (
              <>
                <Button icon={<DeleteOutlined />} onClick={discard}>
                  {t("report.discard")}
                </Button>
                <Button type="primary" icon={<LockOutlined />} onClick={lock}>
                  {t("report.lock")}
                </Button>
              </>
            )}
          </>
        }
      />
    </>
  );
}
