import { CheckOutlined, DeleteOutlined, DownloadOutlined } from "@ant-design/icons";
import { Link, useRouter } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Publication } from "../../api/types";
import { DownloadButton } from "../../components/DownloadButton";
import { localTime } from "../../components/localTime";
import { PublicationTag } from "../../components/PublicationTag";
import { downloads, inspectionOf, paths } from "../../paths";
import { PageHeader } from "../../ui/PageHeader";
import { GATE_ID } from "./GateNotice";

import type { usePublication } from "./usePublication";

type Props = { publication: Publication; state: ReturnType<typeof usePublication>; editable: boolean };

export function PublicationHeader({ publication, state, editable }: Props) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const router = useRouter();
  const { acting, discarding } = state;
  const { key, standing, report } = publication;
  const confirm = () =>
    modal.confirm({
      title: t("publication.confirmAsk"),
      content: t("publication.confirmText", { withheld: publication.withheld, redacted: publication.redacted }),
      okText: t("publication.confirm"),
      onOk: () => acting.mutateAsync({ kind: "confirm", digest: publication.digest }).catch(() => undefined),
    });
  const discard = () =>
    modal.confirm({
      title: t("publication.discardAsk"),
      content: t("report.discardText"),
      okText: t("report.discard"),
      okButtonProps: { danger: true },
      onOk: async () => {
        await discarding.mutateAsync();
        await router.navigate({ href: paths.reports(inspectionOf(key) ?? "") });
      },
    });
  return (
    <PageHeader
      title={publication.title}
      note={
        <span className="report-facts digits">
          <Link to={paths.reports(inspectionOf(key) ?? "")}>{t("report.toList")}</Link>
          <PublicationTag standing={standing} />
          {key} · {t("publication.from")} <Link to={paths.report(report)}>{report}</Link> ·{" "}
          {t("publication.maker", { name: publication.maker.name })}
          {publication.reviewer && publication.confirmed_at && (
            <> · {t("publication.reviewer", { name: publication.reviewer, at: localTime(publication.confirmed_at) })}</>
          )}
        </span>
      }
      actions={
        <>
          {standing === "confirmed" &&
            (["html", "docx", "pdf"] as const).map((format) => (
              <DownloadButton
                key={format}
                href={downloads.publicationFile(key, { format })}
                icon={<DownloadOutlined />}
                what={t("report.notFile")}
              >
                {t(`fileFormat.${format}`)}
              </DownloadButton>
            ))}
          {editable && (
            <Button icon={<DeleteOutlined />} onClick={discard}>
              {t("report.discard")}
            </Button>
          )}
          {standing === "draft" && (
            <Button
              type="primary"
              icon={<CheckOutlined />}
              disabled={publication.gaps.length > 0}
              aria-describedby={publication.gaps.length > 0 ? GATE_ID : undefined}
              title={publication.gaps.join("\n") || undefined}
              loading={acting.isPending && acting.variables.kind === "confirm"}
              onClick={confirm}
            >
              {t("publication.confirm")}
            </Button>
          )}
        </>
      }
    />
  );
}
