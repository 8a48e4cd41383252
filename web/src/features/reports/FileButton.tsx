import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { startJob } from "../../api/jobs";
import { queries } from "../../api/queries";
import type { Report, ReportFormat } from "../../api/types";
import { DownloadButton } from "../../components/DownloadButton";
import { ErrorNotice } from "../../components/ErrorNotice";
import { downloads } from "../../paths";
import { isLarge } from "./large";

type Props = { report: Report; format: ReportFormat; icon: ReactNode; title?: string | undefined; children: ReactNode };

/** A small report at once; a large one is made in the background, and may be left meanwhile. */
export function FileButton({ report, format, icon, title, children }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const starting = useMutation({
    mutationFn: () => startJob(report.key, format),
    onSettled: () => client.invalidateQueries({ queryKey: queries.jobs().queryKey }),
  });
  if (!isLarge(report)) {
    const href = downloads.reportFile(report.key, { format });
    return (
      <DownloadButton href={href} icon={icon} what={t("report.notFile")} title={title}>
        {children}
      </DownloadButton>
    );
  }
  return (
    <>
      <Button icon={icon} title={title ?? t("job.hint")} loading={starting.isPending} onClick={() => starting.mutate()}>
        {children}
      </Button>
      <ErrorNotice error={starting.error} what={t("report.notFile")} onClose={starting.reset} />
    </>
  );
}
