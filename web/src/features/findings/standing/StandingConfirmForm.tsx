import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Finding, Standing } from "../../../api/types";
import { ErrorNotice } from "../../../components/ErrorNotice";
import { FormActs } from "../../../components/FormActs";
import { useFormRules } from "../../../components/useFormRules";

type Props = {
  finding: Finding;
  standing: Standing;
  saving: boolean;
  error: Error | null;
  onSave: (note: string, evidence: string | null) => void;
  onClose: () => void;
};
type Values = { note: string; evidence?: string };

/** What was done, and the evidence of the finding that proves it. */
export function StandingConfirmForm({ finding, standing, saving, error, onSave, onClose }: Props) {
  const { t } = useTranslation();
  const { written } = useFormRules();
  const files = finding.evidence_files.filter((file) => !file.withdrawn);
  return (
    <Form<Values>
      name="standing-confirmation"
      className="panel standing-form"
      layout="vertical"
      requiredMark={false}
      onFinish={({ note, evidence }) => onSave(note, evidence ?? null)}
    >
      <ErrorNotice error={error} what={t("standing.failed")} kept={t("error.formKept")} />
      <p className="page-note digits">{t("standing.confirmHint", { date: standing.next })}</p>
      <Form.Item name="note" label={t("standing.note")} rules={written(t("standing.note"))}>
        <Input.TextArea autoFocus maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name="evidence" label={t("standing.evidence")}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          placeholder={files.length > 0 ? t("standing.chooseEvidence") : t("standing.noEvidence")}
          disabled={files.length === 0}
          options={files.map((file) => ({ value: file.key, label: `${file.key.slice(-3)} ${file.name}` }))}
        />
      </Form.Item>
      <FormActs saving={saving} onClose={onClose}>
        {t("standing.confirm")}
      </FormActs>
    </Form>
  );
}
