import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";

/** Once the plan is approved a reason is needed; before it may be given. */
export function ReasonField({ needed }: { needed: boolean }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="reason"
      label={t("family.reason")}
      extra={needed && t("family.reasonNeeded")}
      rules={[{ required: needed, whitespace: needed, message: t("form.required", { label: t("family.reason") }) }]}
    >
      <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
    </Form.Item>
  );
}
