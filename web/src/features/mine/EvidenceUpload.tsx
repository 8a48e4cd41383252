import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { UploadResults } from "../../components/uploads/UploadResults";
import { useUploads } from "../../components/uploads/useUploads";
import { DropZone } from "../../ui/DropZone";
import { useNarrow } from "../../ui/useMedia";

type Props = { finding: string; measure: string | null; onDone: (words: string) => void; onClose: () => void };

/** Several files at once, from the disk, dropped, or from the camera of the phone. */
export function EvidenceUpload({ finding, measure, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const client = useQueryClient();
  const queue = useUploads(finding, measure);
  const { done, busy } = queue;
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
        folder={narrow ? undefined : t("upload.folder")}
        camera={narrow ? t("mine.camera") : undefined}
        onFiles={(files) => queue.add(files, { measure, fact_date: null, note: null })}
      />
      <UploadResults queue={queue} />
      <div className="form-acts">
        <Button type={done > 0 && !busy ? "primary" : "default"} disabled={busy} onClick={close}>
          {done > 0 ? t("mine.finish") : t("common.close")}
        </Button>
      </div>
    </div>
  );
}
