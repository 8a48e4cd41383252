import { AutoComplete, Form, Input, Modal, Radio } from "antd";
import { useTranslation } from "react-i18next";
import type { ChronicleInput } from "../../api/chronicle";
import type { ChronicleEntry } from "../../api/types";
import { DateField } from "../../components/DateField";
import { ErrorNotice } from "../../components/ErrorNotice";
import { useFormRules } from "../../components/useFormRules";

type Props = {
  entry: ChronicleEntry | null;
  /** Headings in use. */
  categories: string[];
  error: unknown;
  saving: boolean;
  onSave: (input: ChronicleInput) => void;
  onClose: () => void;
};

export function ChronicleForm({ entry, categories, error, saving, onSave, onClose }: Props) {
  const { t } = useTranslation();
  const { written } = useFormRules();
  const [form] = Form.useForm<ChronicleInput>();
  const part = Form.useWatch("part", form) ?? "organised";
  // Headings that reports of this kind usually have.
  const usual = t("chronicle.usual").split("|");
  const options = [...new Set([...categories, ...usual])].map((value) => ({ value }));
  return (
    <Modal
      open
      title={t(entry ? "chronicle.edit" : "chronicle.add")}
      okText={t("common.save")}
      confirmLoading={saving}
      onOk={() => form.submit()}
      onCancel={onClose}
      closable={{ "aria-label": t("common.close") }}
    >
      <ErrorNotice error={error} what={t("chronicle.notSaved")} kept={t("chronicle.kept")} />
      <Form<ChronicleInput>
        form={form}
        name="chronicle"
        layout="vertical"
        requiredMark={false}
        onFinish={onSave}
        initialValues={{
          part: entry?.part ?? "organised",
          category: entry?.category ?? categories.at(-1) ?? usual[0],
          date: entry?.date ?? null,
          text: entry?.text ?? "",
        }}
      >
        <Form.Item name="part" label={t("chronicle.part")}>
          <Radio.Group
            options={(["organised", "next"] as const).map((value) => ({ value, label: t(`chroniclePart.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="category" label={t("chronicle.category")} rules={written(t("chronicle.category"))}>
          <AutoComplete options={options} />
        </Form.Item>
        <Form.Item
          name="text"
          label={t("chronicle.text")}
          extra={t("chronicle.textHint")}
          rules={written(t("chronicle.text"))}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 10 }} />
        </Form.Item>
        {part === "organised" && (
          <Form.Item name="date" label={t("chronicle.date")}>
            <DateField />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
