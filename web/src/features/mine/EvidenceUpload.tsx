import { CheckCircleOutlined, CloseCircleOutlined, LoadingOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { errorWords } from "../../components/errorWords";
import { DropZone } from "../../ui/DropZone";
import { useNarrow } from "../../ui/useMedia";
import { useEvidenceUploads, type EvidenceUpload as Upload } from "./useEvidenceUploads";

type Props = { finding: string; measure: string | null; onDone: (words: string) => void; onClose: () => void };

const ICONS = {
  waiting: <LoadingOutlined />,
  sending: <LoadingOutlined />,
  done: <CheckCircleOutlined />,
  failed: <CloseCircleOutlined />,
};

/** Several files at once, from the disk, dropped, or from the camera of the phone. */
export function EvidenceUpload({ finding, measure, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const client = useQueryClient();
  const { uploads, add, retry, busy, done } = useEvidenceUploads(finding, measure);
  const close = () => {
    if (done > 0) {
      onDone(t("mine.uploaded", { n: done, key: measure ?? finding }));
      void client.invalidateQueries({ queryKey: ["work"] });
    }
    onClose();
  };
  return (
    <div className="work-form">
      <DropZone
        accept=""
        multiple
        title={narrow ? t("mine.chooseHere") : t("mine.dropHere")}
        hint={t("evidence.fileHint")}
        button={t("import.choose")}
        camera={narrow ? t("mine.camera") : undefined}
        onFiles={add}
      />
      <ul className="upload-results" aria-live="polite">
        {uploads.map((upload) => (
          <UploadLine key={upload.id} upload={upload} onRetry={() => retry(upload)} />
        ))}
      </ul>
      <div className="form-acts">
        <Button type={done > 0 && !busy ? "primary" : "default"} disabled={busy} onClick={close}>
          {done > 0 ? t("mine.finish") : t("common.close")}
        </Button>
      </div>
    </div>
  );
}

function UploadLine({ upload, onRetry }: { upload: Upload; onRetry: () => void }) {
  const { t, i18n } = useTranslation();
  return (
    <li className={`upload-${upload.state}`}>
      <span aria-hidden="true">{ICONS[upload.state]}</span> <span className="upload-name">{upload.file.name}</span>{" "}
      <span>{t(`mine.upload.${upload.state}`)}</span>
      {upload.state === "failed" && (
        <>
          <p>{errorWords(upload.error, i18n).message}</p>
          <Button size="small" onClick={onRetry}>
            {t("common.retry")}
          </Button>
        </>
      )}
    </li>
  );
}
