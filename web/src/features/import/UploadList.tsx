import { Link } from "@tanstack/react-router";
import { Progress } from "antd";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/errors";
import { ErrorNotice } from "../../components/ErrorNotice";
import { paths } from "../../paths";
import type { Upload } from "./useUploads";

type Props = {
  inspection: string;
  uploads: Upload[];
  onRetry: (upload: Upload) => void;
  onDismiss: (id: number) => void;
};

export function UploadList(props: Props) {
  const { t } = useTranslation();
  if (props.uploads.length === 0) return null;
  return (
    <section className="section" aria-live="polite">
      <h2>{t("import.uploads")}</h2>
      <ul className="upload-list">
        {props.uploads.map((upload) => (
          <li key={upload.id} className="panel upload">
            <strong>{upload.file.name}</strong>
            <UploadState {...props} upload={upload} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A refused document stays refused; only a lost connection or a failing server is worth another try. */
const worthRetrying = (error: unknown) => error instanceof ApiError && (error.status === 0 || error.status >= 500);

function UploadState({ upload, inspection, onRetry, onDismiss }: Props & { upload: Upload }) {
  const { t } = useTranslation();
  switch (upload.state) {
    case "waiting":
      return <span className="page-note">{t("import.waiting")}</span>;
    case "sending":
      return (
        <Progress
          percent={upload.percent}
          size="small"
          aria-label={t("import.sending", { name: upload.file.name })}
          format={(percent) => (percent === 100 ? t("import.reading") : `${percent}%`)}
        />
      );
    case "failed":
      return (
        <ErrorNotice
          error={upload.error}
          what={t("import.refused")}
          kept={t("import.refusedKept")}
          onRetry={worthRetrying(upload.error) ? () => onRetry(upload) : undefined}
          onClose={() => onDismiss(upload.id)}
        />
      );
    case "done":
      return (
        <div>
          <p>
            {t("import.found", {
              findings: upload.draft.nodes.filter((node) => node.kind === "finding").length,
              sentences: upload.draft.coverage.sentences,
            })}
          </p>
          {upload.draft.duplicate_of && <p className="notice">{t("import.duplicate")}</p>}
          <Link to={paths.importing(inspection, upload.draft.id)} className="primary-link">
            {t("import.review")}
          </Link>
        </div>
      );
  }
}
