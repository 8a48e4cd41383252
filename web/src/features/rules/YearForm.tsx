import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Form, Input, InputNumber } from "antd";
import { useTranslation } from "react-i18next";
import { putYear } from "../../api/rules";
import type { Rules, RulesYear } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { FormDialog } from "../../components/FormDialog";
import { useFormRules } from "../../components/useFormRules";

const FORM = "year-form";

type Values = { year: number; source: string; days: string };

/** Holidays of a year, pasted from the notice or from a published file. */
export function YearForm({ rules, year, onClose }: { rules: Rules; year: RulesYear | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { required, written } = useFormRules();
  const client = useQueryClient();
  const last = Math.max(...rules.years.map((one) => one.year));
  const save = useMutation({
    mutationFn: ({ year, ...rest }: Values) => putYear(year, { version: rules.version, ...rest }),
    onSuccess: async () => {
      await client.invalidateQueries();
      onClose();
    },
  });
  const lines = year?.days.map((day) => `${day.date} ${t(`entryKind.${day.kind}`, { lng: "zh" })} ${day.name}`);
  return (
    <FormDialog
      title={year ? t("rules.editYear", { year: year.year }) : t("rules.addYear")}
      width={640}
      form={FORM}
      submit={t("common.save")}
      saving={save.isPending}
      onClose={onClose}
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
          rules={written(t("rules.source"))}
          extra={t("rules.sourceHint")}
        >
          <Input />
        </Form.Item>
        <Form.Item name="days" label={t("rules.days")} rules={written(t("rules.days"))} extra={t("rules.daysHint")}>
          <Input.TextArea rows={10} placeholder={t("rules.daysExample")} />
        </Form.Item>
      </Form>
    </FormDialog>
  );
}
