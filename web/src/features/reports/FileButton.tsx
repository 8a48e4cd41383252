import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { startJob } from "../../api/jobs";
import { queries } from "../../api/queries";
import type { Report, ReportFormat } from "../../api/types";
import { DownloadButton } from "../../components/DownloadButton";
import { ErrorNotice } from "../../components/ErrorNotice";
import { downloads } from "../../paths";
import { FORMAT_ICONS } from "./formats";
import { isLarge } from "./large";

type Props = { report: Report; format: ReportFormat; title?: string | undefined };

/** A small report at once; a large one is made in the background, and may be left meanwhile. */
export function FileButton({ report, format, title }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const starting = useMutation({
    mutationFn: () => startJob(report.key, format),
    onSettled: () => client.invalidateQueries({ queryKey: queries.jobs().queryKey }),
  });
  if (!isLarge(report)) {
    const href = downloads.reportFile(report.key, { format });
    return (
      <DownloadButton href={href} icon={FORMAT_ICONS[format]} what={t("report.notFile")} title={title}>
        {t(`fileFormat.${format}`)}
      </DownloadButton>
    );
  }
  return (
    <>
      <Button
        icon={FORMAT_ICONS[format]}
        title={title ?? t("job.hint")}
        loading={starting.isPending}
        onClick={() => starting.mutate()}
      >
        {t(`fileFormat.${format}`)}
      </Button>
      <ErrorNotice error={starting.error} what={t("report.notFile")} onClose={starting.reset} />
    </>
  );
}
