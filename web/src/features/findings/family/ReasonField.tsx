import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useFormRules } from "../../../components/useFormRules";

/** Once the plan is approved a reason is needed; before it may be given. */
export function ReasonField({ needed }: { needed: boolean }) {
  const { t } = useTranslation();
  const { written } = useFormRules();
  return (
    <Form.Item
      name="reason"
      label={t("family.reason")}
      extra={needed && t("family.reasonNeeded")}
      rules={needed ? written(t("family.reason")) : []}
    >
      <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
    </Form.Item>
  );
}
