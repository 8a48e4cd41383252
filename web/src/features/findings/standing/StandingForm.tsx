import { Form, Input, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { StandingInput } from "../../../api/standing";
import type { Finding, Standing } from "../../../api/types";
import { DateField } from "../../../components/DateField";
import { PersonSelect } from "../../../components/DirectorySelect";
import { ErrorNotice } from "../../../components/ErrorNotice";
import { FormActs } from "../../../components/FormActs";
import { useFieldErrors } from "../../../components/useFieldErrors";
import { useFormRules } from "../../../components/useFormRules";
import { RECURRENCES, STANDING_KINDS } from "../../../components/vocabulary";

type Props = {
  finding: Finding;
  standing: Standing | null;
  saving: boolean;
  error: Error | null;
  onSave: (input: StandingInput) => void;
  onClose: () => void;
};

/** A rule with its number and date of issue, or a duty; both come again, and somebody confirms them. */
export function StandingForm({ finding, standing, saving, error, onSave, onClose }: Props) {
  const { t } = useTranslation();
  const { required, written } = useFormRules();
  const [form] = Form.useForm<StandingInput>();
  const kind = Form.useWatch("kind", form) ?? standing?.kind ?? "rule";
  useFieldErrors(form, error);
  const name = t(kind === "rule" ? "standing.ruleName" : "standing.dutyName");
  return (
    <Form<StandingInput>
      name="standing"
      form={form}
      className="panel standing-form"
      layout="vertical"
      requiredMark={false}
      onFinish={onSave}
      initialValues={{
        kind: standing?.kind ?? "rule",
        name: standing?.name,
        number: standing?.number,
        issued: standing?.issued,
        recurrence: standing?.recurrence ?? "year",
        next: standing?.next,
        owner_id: standing?.owner?.id ?? finding.owner?.id ?? null,
      }}
    >
      <ErrorNotice error={error} what={t("standing.failed")} kept={t("error.formKept")} />
      <Form.Item name="kind" label={t("standing.kind")}>
        <Radio.Group
          optionType="button"
          disabled={standing !== null}
          options={STANDING_KINDS.map((value) => ({ value, label: t(`standingKind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="name" label={name} rules={written(name)}>
        <Input />
      </Form.Item>
      <div className="form-pair">
        {kind === "rule" && (
          <>
            <Form.Item name="number" label={t("standing.number")} rules={written(t("standing.number"))}>
              <Input placeholder={t("standing.numberHint")} />
            </Form.Item>
            <Form.Item name="issued" label={t("standing.issuedOn")} rules={required(t("standing.issuedOn"))}>
              <DateField />
            </Form.Item>
          </>
        )}
        <Form.Item name="recurrence" label={t(kind === "rule" ? "standing.reviewEvery" : "standing.every")}>
          <Select options={RECURRENCES.map((value) => ({ value, label: t(`recurrence.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="next"
          label={t(kind === "rule" ? "standing.nextReview" : "standing.nextDate")}
          rules={required(t("standing.nextDate"))}
        >
          <DateField />
        </Form.Item>
        <Form.Item name="owner_id" label={t("standing.responsible")} rules={required(t("standing.responsible"))}>
          <PersonSelect />
        </Form.Item>
      </div>
      <FormActs saving={saving} onClose={onClose} />
    </Form>
  );
}
