import { Checkbox, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { PositionInput } from "../../api/directory";
import type { Position } from "../../api/types";
import { DateField } from "../../components/DateField";
import { UnitSelect } from "../../components/DirectorySelect";
import { ErrorNotice } from "../../components/ErrorNotice";
import { FormActs } from "../../components/FormActs";
import { useFieldErrors } from "../../components/useFieldErrors";
import { useFormRules } from "../../components/useFormRules";
import { BUSINESS_ROLES } from "../../components/vocabulary";

type Props = {
  position: Position | null;
  today: string;
  saving: boolean;
  error: Error | null;
  onSave: (input: PositionInput) => void;
  onClose: () => void;
};

/** The unit of a position does not change: that is another position. */
export function PositionForm({ position, today, saving, error, onSave, onClose }: Props) {
  const { t } = useTranslation();
  const { required, some } = useFormRules();
  const [form] = Form.useForm<PositionInput>();
  useFieldErrors(form, error);
  return (
    <Form<PositionInput>
      name="position"
      form={form}
      className="panel position-form"
      layout="vertical"
      requiredMark={false}
      onFinish={onSave}
      initialValues={{
        unit_id: position?.unit_id,
        duty: position?.duty,
        roles: position?.roles ?? [],
        from: position?.from ?? today,
        until: position?.until ?? null,
      }}
    >
      <ErrorNotice error={error} what={t("positions.saveFailed")} kept={t("error.formKept")} />
      <Form.Item name="unit_id" label={t("people.unit")} rules={required(t("people.unit"))}>
        <UnitSelect disabled={position !== null} required />
      </Form.Item>
      <Form.Item name="duty" label={t("people.duty")}>
        <Input />
      </Form.Item>
      <Form.Item name="roles" label={t("people.roles")} rules={some(t("people.roles"))}>
        <Checkbox.Group options={BUSINESS_ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="from" label={t("delegation.from")} rules={required(t("delegation.from"))}>
          <DateField />
        </Form.Item>
        <Form.Item name="until" label={t("delegation.until")} extra={t("positions.untilHint")}>
          <DateField />
        </Form.Item>
      </div>
      <FormActs saving={saving} onClose={onClose} />
    </Form>
  );
}
