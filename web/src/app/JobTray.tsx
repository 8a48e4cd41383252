import { CloseOutlined, DownloadOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Progress } from "antd";
import { useTranslation } from "react-i18next";
import { dismissJob } from "../api/jobs";
import { queries } from "../api/queries";
import type { Job } from "../api/types";
import { DownloadButton } from "../components/DownloadButton";
import { downloads } from "../paths";

const POLL_MS = 1000;

/** Files that are being made, wherever the person went meanwhile. */
export function JobTray() {
  const { t } = useTranslation();
  const jobs = useQuery({
    ...queries.jobs(),
    // Asked again only while something is under way.
    refetchInterval: ({ state }) => (state.data?.items.some((job) => job.state === "running") ? POLL_MS : false),
  });
  const items = jobs.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="job-tray panel" aria-label={t("job.title")}>
      <h2>{t("job.title")}</h2>
      <ul aria-live="polite">
        {items.map((job) => (
          <JobLine key={job.id} job={job} />
        ))}
      </ul>
    </section>
  );
}

function JobLine({ job }: { job: Job }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const dismissing = useMutation({
    mutationFn: () => dismissJob(job.id),
    onSettled: () => client.invalidateQueries({ queryKey: queries.jobs().queryKey }),
  });
  const name = `${job.title} ${t(`fileFormat.${job.format}`)}`;
  return (
    <li className="job-line">
      <span className="job-name">
        {name}
        <span className="page-note digits"> {job.report}</span>
      </span>
      {job.state === "running" && (
        <Progress percent={100} status="active" showInfo={false} size="small" aria-label={t("job.running")} />
      )}
      {job.state === "running" && <span className="page-note">{t("job.running")}</span>}
      {job.state === "failed" && (
        <span className="job-failed" lang="zh-CN">
          {job.failure}
        </span>
      )}
      {job.state === "done" && (
        <DownloadButton href={downloads.job(job.id)} icon={<DownloadOutlined />} what={t("report.notFile")}>
          {t("job.fetch")}
        </DownloadButton>
      )}
      {job.state !== "running" && (
        <Button
          size="small"
          type="text"
          icon={<CloseOutlined />}
          aria-label={t("job.dismiss", { name })}
          loading={dismissing.isPending}
          onClick={() => dismissing.mutate()}
        />
      )}
    </li>
  );
}
