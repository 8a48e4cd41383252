import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { MeasureInput } from "../../api/findings";
import type { Measure } from "../../api/types";
import { DateField } from "../../components/DateField";
import { PeopleSelect, PersonSelect, UnitSelect, UnitsSelect } from "../../components/DirectorySelect";
import { FormActs } from "../../components/FormActs";
import { useFormRules } from "../../components/useFormRules";
import { COMPLETIONS } from "../../components/vocabulary";

type Props = {
  measure?: Measure;
  /** The plan is approved: the date moves with the finding. */
  dueLocked?: boolean;
  /** The plan is approved: other words need a reason. */
  approved?: boolean;
  saving: boolean;
  onSave: (input: MeasureInput) => void;
  onClose: () => void;
};

export function MeasureForm({ measure, dueLocked, approved, saving, onSave, onClose }: Props) {
  const { t } = useTranslation();
  const { written } = useFormRules();
  const name = measure?.key ?? "new-measure";
  const [form] = Form.useForm<MeasureInput>();
  const text = Form.useWatch("text", form);
  const deliverable = Form.useWatch("deliverable", form);
  const same = (a?: string | null, b?: string | null) => (a ?? "").trim() === (b ?? "").trim();
  const reworded =
    approved &&
    measure !== undefined &&
    text !== undefined &&
    !(same(text, measure.text) && same(deliverable, measure.deliverable));
  return (
    <Form<MeasureInput>
      form={form}
      name={name}
      layout="vertical"
      requiredMark={false}
      onFinish={onSave}
      initialValues={{
        text: measure?.text ?? "",
        lead_unit_id: measure?.lead_unit?.id ?? null,
        leader_id: measure?.leader?.id ?? null,
        owner_id: measure?.owner?.id ?? null,
        co_unit_ids: measure?.co_units.map((unit) => unit.id) ?? [],
        co_leader_ids: measure?.co_leaders.map((person) => person.id) ?? [],
        co_owner_ids: measure?.co_owners.map((person) => person.id) ?? [],
        due: measure?.due ?? null,
        completion: measure?.completion ?? "not_started",
        deliverable: measure?.deliverable ?? null,
        progress_note: measure?.progress_note ?? null,
      }}
    >
      <Form.Item name="text" label={t("measure.text")} rules={written(t("measure.text"))}>
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="lead_unit_id" label={t("field.unit_id")}>
          <UnitSelect />
        </Form.Item>
        <Form.Item name="co_unit_ids" label={t("field.co_unit_ids")}>
          <UnitsSelect />
        </Form.Item>
        <Form.Item name="leader_id" label={t("field.leader_id")}>
          <PersonSelect />
        </Form.Item>
        <Form.Item name="co_leader_ids" label={t("field.co_leader_ids")}>
          <PeopleSelect />
        </Form.Item>
        <Form.Item name="owner_id" label={t("field.owner_id")}>
          <PersonSelect />
        </Form.Item>
        <Form.Item name="co_owner_ids" label={t("field.co_owner_ids")}>
          <PeopleSelect />
        </Form.Item>
        <Form.Item name="due" label={t("field.due")} extra={dueLocked && t("measure.dueLocked")}>
          {dueLocked ? <Input readOnly /> : <DateField />}
        </Form.Item>
        <Form.Item name="completion" label={t("filter.completion")}>
          <Select options={COMPLETIONS.map((value) => ({ value, label: t(`completion.${value}`) }))} />
        </Form.Item>
        <Form.Item name="deliverable" label={t("measure.deliverable")}>
          <Input />
        </Form.Item>
      </div>
      <Form.Item name="progress_note" label={t("measure.note")}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} />
      </Form.Item>
      {reworded && (
        <Form.Item name="reason" label={t("measure.reason")} rules={written(t("measure.reason"))}>
          <Input />
        </Form.Item>
      )}
      <FormActs saving={saving} onClose={onClose} />
    </Form>
  );
}
