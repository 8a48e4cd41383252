import { Button, Checkbox, Form, Input } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { PositionInput } from "../../api/directory";
import { ApiError } from "../../api/errors";
import type { Position } from "../../api/types";
import { DateField } from "../../components/DateField";
import { UnitSelect } from "../../components/DirectorySelect";
import { ErrorNotice } from "../../components/ErrorNotice";
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
  const [form] = Form.useForm<PositionInput>();
  useEffect(() => {
    if (!(error instanceof ApiError)) return;
    const fields = Object.entries(error.fields);
    form.setFields(fields.map(([name, message]) => ({ name: name as keyof PositionInput, errors: [message] })));
  }, [error, form]);
  const required = (label: string) => [{ required: true, message: t("form.required", { label }) }];
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
      <Form.Item
        name="roles"
        label={t("people.roles")}
        rules={[{ type: "array", min: 1, message: t("form.required", { label: t("people.roles") }) }]}
      >
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
      <div className="form-acts">
        <Button type="primary" htmlType="submit" loading={saving}>
          {t("common.save")}
        </Button>
        <Button onClick={onClose}>{t("common.cancel")}</Button>
      </div>
    </Form>
  );
}
