import { Form, Input, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { addNote, type NoteInput } from "../../../api/findings";
import type { Finding, GuidanceNote } from "../../../api/types";
import { DateField } from "../../../components/DateField";
import { ErrorNotice } from "../../../components/ErrorNotice";
import { FormDialog } from "../../../components/FormDialog";
import { useFormRules } from "../../../components/useFormRules";
import { useFindingAct } from "../useFindingAct";

const FORM = "note-form";
const KINDS = ["instruction", "guidance", "supervision"] as const;
const TEXT_MAX = 2000;

export type NoteTask = { act: "write" } | { act: "answer" | "withdraw"; note: GuidanceNote };

type Values = { kind: (typeof KINDS)[number]; text: string; date: string | null; answer_by: string | null };

function body(task: NoteTask, values: Values): NoteInput {
  if (task.act === "write") return values;
  const kind = task.act === "answer" ? "answer" : "withdrawal";
  return { kind, about: task.note.id, text: values.text };
}

/** Writes a note, answers one, or withdraws one with a reason. */
export function NoteDialog({ finding, task, onClose }: { finding: Finding; task: NoteTask; onClose: () => void }) {
  const { t } = useTranslation();
  const { written } = useFormRules();
  const act = useFindingAct(finding, (values: Values) => addNote(finding.key, body(task, values)), onClose);
  const label = t(`guidance.label.${task.act}`);
  return (
    <FormDialog
      title={t(`guidance.dialog.${task.act}`, { key: finding.key })}
      form={FORM}
      submit={t(`guidance.send.${task.act}`)}
      saving={act.isPending}
      onClose={onClose}
    >
      <ErrorNotice error={act.error} what={t("guidance.failed")} kept={t("error.formKept")} />
      <p className="action-subject">{finding.title || finding.text}</p>
      {task.act !== "write" && <blockquote className="guidance-quote">{task.note.text}</blockquote>}
      <p className="page-note">{t("guidance.kept")}</p>
      <Form<Values>
        id={FORM}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: "instruction", text: "", date: null, answer_by: null }}
        onFinish={(values) => act.mutate(values)}
      >
        {task.act === "write" && (
          <Form.Item name="kind" label={t("guidance.kind")}>
            <Segmented
              aria-label={t("guidance.kind")}
              options={KINDS.map((value) => ({ value, label: t(`noteKind.${value}`) }))}
            />
          </Form.Item>
        )}
        <Form.Item name="text" label={label} rules={written(label)}>
          <Input.TextArea autoFocus maxLength={TEXT_MAX} autoSize={{ minRows: 3, maxRows: 10 }} />
        </Form.Item>
        {task.act === "write" && (
          <div className="form-pair">
            <Form.Item name="date" label={t("guidance.date")} extra={t("guidance.dateHint")}>
              <DateField />
            </Form.Item>
            <Form.Item name="answer_by" label={t("guidance.answerBy")} extra={t("guidance.answerByHint")}>
              <DateField />
            </Form.Item>
          </div>
        )}
      </Form>
    </FormDialog>
  );
}
