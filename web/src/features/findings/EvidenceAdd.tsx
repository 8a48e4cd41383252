import { Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Measure } from "../../api/types";
import type { Terms } from "../../components/uploads/send";
import { DateField } from "../../components/DateField";
import { DropZone } from "../../ui/DropZone";
import { useNarrow } from "../../ui/useMedia";
import { measureChoices } from "./measureChoices";

type Props = { measures: Measure[]; onSend: (files: File[], terms: Terms) => void; onClose: () => void };
type Fields = { fact_date: string | null; measure: string; note: string };

/** Many files at once, with what is true of all of them. */
export function EvidenceAdd({ measures, onSend, onClose }: Props) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const [files, setFiles] = useState<File[]>([]);
  return (
    <Form<Fields>
      name="new-evidence"
      className="panel"
      layout="vertical"
      requiredMark={false}
      initialValues={{ fact_date: null, measure: "", note: "" }}
      onFinish={({ fact_date, measure, note }) =>
        onSend(files, { fact_date: fact_date || null, measure: measure || null, note: note || null })
      }
    >
      <DropZone
        accept=""
        multiple
        title={narrow ? t("mine.chooseHere") : t("upload.dropHere")}
        hint={t("evidence.fileHint")}
        button={t("import.choose")}
        folder={narrow ? undefined : t("upload.folder")}
        camera={narrow ? t("mine.camera") : undefined}
        onFiles={(more) => setFiles((all) => [...all, ...more])}
      />
      {files.length > 0 && (
        <ul className="upload-chosen" aria-label={t("upload.chosen")}>
          {files.map((file, at) => (
            <li key={`${at} ${file.name}`}>
              <span className="upload-name">{file.name}</span>{" "}
              <Button
                size="small"
                type="text"
                onClick={() => setFiles((all) => all.filter((one) => one !== file))}
                aria-label={t("upload.removeNamed", { name: file.name })}
              >
                {t("upload.remove")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="form-pair">
        <Form.Item name="fact_date" label={t("evidence.factDate")}>
          <DateField />
        </Form.Item>
        <Form.Item name="measure" label={t("evidence.measure")}>
          <Select options={measureChoices(measures, t("evidence.whole"))} />
        </Form.Item>
      </div>
      <Form.Item name="note" label={t("evidence.note")}>
        <Input />
      </Form.Item>
      <div className="form-acts">
        <Button type="primary" htmlType="submit" disabled={files.length === 0}>
          {files.length > 1 ? t("upload.sendMany", { n: files.length }) : t("evidence.upload")}
        </Button>
        <Button onClick={onClose}>{t("common.cancel")}</Button>
      </div>
    </Form>
  );
}
