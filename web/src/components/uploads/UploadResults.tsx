import {
  CheckCircleOutlined,
  CloseCircleOutlined,
  ExclamationCircleOutlined,
  LoadingOutlined,
  PauseCircleOutlined,
} from "@ant-design/icons";
import { Button, Progress } from "antd";
import { useTranslation } from "react-i18next";
import { errorWords } from "../errorWords";
import type { Lost, Upload, useUploads } from "./useUploads";

const ICONS = {
  waiting: <LoadingOutlined />,
  hashing: <LoadingOutlined />,
  sending: <LoadingOutlined />,
  offline: <ExclamationCircleOutlined />,
  paused: <PauseCircleOutlined />,
  done: <CheckCircleOutlined />,
  failed: <CloseCircleOutlined />,
};

/** One line a file: how far it is, what became of it, and what one can do. */
export function UploadResults({ queue }: { queue: ReturnType<typeof useUploads> }) {
  const { t } = useTranslation();
  const { uploads, lost } = queue;
  if (uploads.length + lost.length === 0) return null;
  return (
    <div className="uploads">
      {uploads.length > 1 && (
        <p role="status" className="page-note digits">
          {t("upload.summary", { done: queue.done, all: uploads.length })}
        </p>
      )}
      <ul className="upload-results" aria-live={uploads.length > 1 ? "off" : "polite"}>
        {uploads.map((upload) => (
          <UploadLine key={upload.id} upload={upload} queue={queue} />
        ))}
        {lost.map((one) => (
          <LostLine key={one.id} one={one} onDiscard={() => queue.discard(one)} />
        ))}
      </ul>
    </div>
  );
}

function UploadLine({ upload, queue }: { upload: Upload; queue: ReturnType<typeof useUploads> }) {
  const { t, i18n } = useTranslation();
  const { name } = upload.file;
  const running = ["waiting", "hashing", "sending", "offline"].includes(upload.state);
  const words =
    upload.state === "done" && upload.sent === "known" ? t("upload.known") : t(`upload.state.${upload.state}`);
  return (
    <li className={`upload-${upload.state}`}>
      <span aria-hidden="true">{ICONS[upload.state]}</span> <span className="upload-name">{name}</span>{" "}
      <span className="page-note digits">{megabytes(upload.file.size)}</span> <span>{words}</span>
      {"percent" in upload && upload.state !== "hashing" && (
        <Progress
          percent={upload.percent}
          size="small"
          status={upload.state === "sending" ? "active" : "normal"}
          aria-label={t("upload.progress", { name })}
        />
      )}
      {upload.state === "failed" && <p>{errorWords(upload.error, i18n).message}</p>}
      {upload.state !== "done" && (
        <span className="upload-acts">
          {running && (
            <Button size="small" onClick={() => queue.pause(upload.id)} aria-label={t("upload.pauseNamed", { name })}>
              {t("upload.pause")}
            </Button>
          )}
          {(upload.state === "paused" || upload.state === "failed") && (
            <Button
              size="small"
              onClick={() => queue.resume(upload)}
              aria-label={t(upload.state === "paused" ? "upload.resumeNamed" : "upload.retryNamed", { name })}
            >
              {upload.state === "paused" ? t("upload.resume") : t("common.retry")}
            </Button>
          )}
          <Button size="small" onClick={() => queue.remove(upload)} aria-label={t("upload.removeNamed", { name })}>
            {t("common.cancel")}
          </Button>
        </span>
      )}
    </li>
  );
}

/** The same file, chosen again, is known by its digest and goes on where it stopped. */
function LostLine({ one, onDiscard }: { one: Lost; onDiscard: () => void }) {
  const { t } = useTranslation();
  const percent = Math.floor((one.received / one.bytes) * 100);
  return (
    <li className="upload-paused">
      <span aria-hidden="true">{ICONS.paused}</span> <span className="upload-name">{one.name}</span>{" "}
      <span>{t("upload.lost", { percent })}</span>{" "}
      <span className="upload-acts">
        <Button size="small" onClick={onDiscard} aria-label={t("upload.removeNamed", { name: one.name })}>
          {t("common.cancel")}
        </Button>
      </span>
    </li>
  );
}

function megabytes(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
