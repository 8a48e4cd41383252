import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { MeasureInput } from "../../api/findings";
import type { Measure } from "../../api/types";
import { FormActs } from "../../components/FormActs";
import { COMPLETIONS } from "../../components/vocabulary";

type Report = Pick<MeasureInput, "completion" | "progress_note">;
type Props = { measure: Measure; saving: boolean; onSave: (report: Report) => void; onClose: () => void };

/** How far a measure is, from those who carry it out; the plan itself stays as it was approved. */
export function ProgressForm({ measure, saving, onSave, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Form<Report>
      name={`progress-${measure.key}`}
      layout="vertical"
      onFinish={onSave}
      initialValues={{ completion: measure.completion, progress_note: measure.progress_note }}
    >
      <p>{measure.text}</p>
      <Form.Item name="completion" label={t("filter.completion")}>
        <Select options={COMPLETIONS.map((value) => ({ value, label: t(`completion.${value}`) }))} />
      </Form.Item>
      <Form.Item name="progress_note" label={t("measure.note")}>
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <FormActs saving={saving} onClose={onClose} />
    </Form>
  );
}
