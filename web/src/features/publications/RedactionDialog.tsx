import { Checkbox, Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import type { Redacting } from "../../api/publications";
import type { PublicationRow } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { useFormRules } from "../../components/useFormRules";
import { placeOf, type Chosen } from "./selection";

/** What is redacted: words that were selected, or words of a row that are still to be named. */
export type Subject = {
  kind: "redact" | "restore";
  row: PublicationRow | null;
  chosen: Chosen | null;
};

type Props = {
  subject: Subject;
  saving: boolean;
  error: unknown;
  onSave: (redaction: Redacting) => void;
  onClose: () => void;
};

type Fields = { before: string; after: string; reason: string; everywhere: boolean };

const CROSSES = "××";

export function RedactionDialog({ subject, saving, error, onSave, onClose }: Props) {
  const { t } = useTranslation();
  const { written } = useFormRules();
  const [form] = Form.useForm<Fields>();
  const { kind, row, chosen } = subject;
  const restores = kind === "restore";
  const save = (fields: Fields) => {
    const place = chosen ?? (row && placeOf(row, fields.before));
    if (!place) return form.setFields([{ name: "before", errors: [t("publication.notHere")] }]);
    const after = restores ? place.before : fields.after;
    onSave({ ...place, after, reason: fields.reason, everywhere: fields.everywhere });
  };
  return (
    <Modal
      open
      title={t(restores ? "publication.restore" : "publication.redact")}
      okText={t(restores ? "publication.restore" : "publication.redact")}
      confirmLoading={saving}
      onOk={() => form.submit()}
      onCancel={onClose}
      closable={{ "aria-label": t("common.close") }}
    >
      <ErrorNotice error={error} what={t("publication.notSaved")} />
      <Form<Fields>
        form={form}
        name="redaction"
        layout="vertical"
        requiredMark={false}
        onFinish={save}
        initialValues={{ before: chosen?.before ?? "", after: CROSSES, reason: "", everywhere: !restores }}
      >
        <Form.Item name="before" label={t("publication.before")} rules={written(t("publication.before"))}>
          <Input readOnly={chosen !== null} maxLength={500} />
        </Form.Item>
        {!restores && (
          <Form.Item name="after" label={t("publication.after")}>
            <Input maxLength={500} />
          </Form.Item>
        )}
        <Form.Item name="reason" label={t("publication.reason")} rules={written(t("publication.reason"))}>
          <Input.TextArea autoFocus maxLength={500} autoSize={{ minRows: 2, maxRows: 5 }} />
        </Form.Item>
        <Form.Item name="everywhere" valuePropName="checked">
          <Checkbox>{t("publication.everywhere")}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  );
}
