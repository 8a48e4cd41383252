import { Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EvidenceInput } from "../../api/findings";
import type { Evidence, Measure } from "../../api/types";
import { DateField } from "../../components/DateField";
import { FormActs } from "../../components/FormActs";
import { useFormRules } from "../../components/useFormRules";
import { measureChoices } from "./measureChoices";

type Props = {
  measures: Measure[];
  earlier: Evidence;
  saving: boolean;
  onSave: (input: EvidenceInput) => void;
  onClose: () => void;
};
type Fields = { fact_date: string | null; measure: string; note: string; reason: string };

/** A newer version of one file, with the reason for it. */
export function EvidenceForm({ measures, earlier, saving, onSave, onClose }: Props) {
  const { t } = useTranslation();
  const { written } = useFormRules();
  const [file, setFile] = useState<File | null>(null);
  return (
    <Form<Fields>
      name="new-evidence"
      className="panel"
      layout="vertical"
      requiredMark={false}
      initialValues={{
        fact_date: earlier.fact_date ?? null,
        measure: earlier.measure_key ?? "",
        note: earlier.note ?? "",
        reason: "",
      }}
      onFinish={({ fact_date, measure, note, reason }) =>
        file &&
        onSave({
          file,
          measure: measure || null,
          fact_date: fact_date ?? null,
          note: note ?? "",
          replaces: earlier.key,
          reason,
        })
      }
    >
      <p>{t("evidence.replacing", { key: earlier.key, name: earlier.name })}</p>
      <div className="file-field">
        <label htmlFor="evidence-file">{t("evidence.file")}</label>
        <input id="evidence-file" type="file" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
        <p className="page-note">{t("evidence.fileHint")}</p>
      </div>
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
      <Form.Item name="reason" label={t("evidence.replaceReason")} rules={written(t("evidence.replaceReason"))}>
        <Input />
      </Form.Item>
      <FormActs saving={saving} disabled={!file} onClose={onClose}>
        {t("evidence.upload")}
      </FormActs>
    </Form>
  );
}
