import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Form, Input, InputNumber, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { putYear } from "../../api/rules";
import type { Rules, RulesYear } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";

const FORM = "year-form";

type Values = { year: number; source: string; days: string };

/** Holidays of a year, pasted from the notice or from a published file. */
export function YearForm({ rules, year, onClose }: { rules: Rules; year: RulesYear | null; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const last = Math.max(...rules.years.map((one) => one.year));
  const save = useMutation({
    mutationFn: ({ year, ...rest }: Values) => putYear(year, { version: rules.version, ...rest }),
    onSuccess: async () => {
      await client.invalidateQueries();
      onClose();
    },
  });
  const required = (label: string) => [{ required: true, message: t("form.required", { label }) }];
  const lines = year?.days.map((day) => `${day.date} ${t(`entryKind.${day.kind}`, { lng: "zh" })} ${day.name}`);
  return (
    <Modal
      open
      title={year ? t("rules.editYear", { year: year.year }) : t("rules.addYear")}
      onCancel={onClose}
      okText={t("common.save")}
      okButtonProps={{ htmlType: "submit", form: FORM, loading: save.isPending }}
      closable={{ "aria-label": t("common.close") }}
      width={640}
    >
      <ErrorNotice error={save.error} what={t("rules.saveFailed")} kept={t("error.formKept")} />
      <Form
        id={FORM}
        layout="vertical"
        requiredMark={false}
        onFinish={(values: Values) => save.mutate(values)}
        initialValues={{ year: year?.year ?? last + 1, source: year?.source, days: lines?.join("\n") }}
      >
        <Form.Item name="year" label={t("rules.year")} rules={required(t("rules.year"))}>
          <InputNumber min={2000} max={2100} precision={0} disabled={year !== null} />
        </Form.Item>
        <Form.Item
          name="source"
          label={t("rules.source")}
          rules={required(t("rules.source"))}
          extra={t("rules.sourceHint")}
        >
          <Input />
        </Form.Item>
        <Form.Item name="days" label={t("rules.days")} rules={required(t("rules.days"))} extra={t("rules.daysHint")}>
          <Input.TextArea rows={10} placeholder={t("rules.daysExample")} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
