import { useMutation } from "@tanstack/react-query";
import { Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { changeMeasure, type MeasureInput } from "../../api/findings";
import type { WorkMeasure } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { FormActs } from "../../components/FormActs";
import { COMPLETIONS } from "../../components/vocabulary";

type Report = Pick<MeasureInput, "completion" | "progress_note">;
type Props = { measure: WorkMeasure; onDone: (words: string) => void; onClose: () => void };

/** How far the measure is. A failure keeps what was typed; after a change by others the new version is sent. */
export function ReportForm({ measure, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const save = useMutation({
    mutationFn: (report: Report) => changeMeasure(measure.key, { ...report, version: measure.version }),
    onSuccess: () => {
      onDone(t("mine.reported", { key: measure.key }));
      onClose();
    },
  });
  return (
    <Form<Report>
      name={`report-${measure.key}`}
      layout="vertical"
      className="work-form"
      onFinish={(report) => save.mutate(report)}
      initialValues={{ completion: measure.completion, progress_note: measure.progress_note }}
    >
      <ErrorNotice error={save.error} what={t("measure.failed")} kept={t("measure.kept")} />
      <Form.Item name="completion" label={t("filter.completion")}>
        <Radio.Group
          className="work-choices"
          options={COMPLETIONS.map((value) => ({ value, label: t(`completion.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="progress_note" label={t("measure.note")}>
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <FormActs saving={save.isPending} onClose={onClose} />
    </Form>
  );
}
