import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { changeUnit, createUnit, type UnitInput } from "../../api/directory";
import { queries } from "../../api/queries";
import type { Unit } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { FormDialog } from "../../components/FormDialog";
import { useFormRules } from "../../components/useFormRules";
import { UNIT_KINDS } from "../../components/vocabulary";
import { possibleParents } from "./unitRows";

const FORM = "unit-form";

type Props = { unit: Unit | null; parent: string | null; onClose: () => void };

export function UnitForm({ unit, parent, onClose }: Props) {
  const { t } = useTranslation();
  const { written } = useFormRules();
  const client = useQueryClient();
  const units = useQuery(queries.units()).data?.items ?? [];
  const save = useMutation({
    mutationFn: (values: UnitInput) => {
      const input = { ...values, short_name: values.short_name || null, parent_id: values.parent_id ?? null };
      return unit ? changeUnit(unit.id, { ...input, version: unit.version }) : createUnit(input);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["units"] });
      onClose();
    },
  });
  return (
    <FormDialog
      title={unit ? t("units.edit") : t("units.add")}
      form={FORM}
      submit={t("common.save")}
      saving={save.isPending}
      onClose={onClose}
    >
      <ErrorNotice error={save.error} what={t("units.saveFailed")} kept={t("error.formKept")} />
      <Form
        id={FORM}
        layout="vertical"
        requiredMark={false}
        onFinish={(values: UnitInput) => save.mutate(values)}
        initialValues={{
          name: unit?.name,
          short_name: unit?.short_name,
          kind: unit?.kind ?? "department",
          parent_id: parent,
        }}
      >
        <Form.Item name="name" label={t("units.name")} rules={written(t("units.name"))}>
          <Input autoFocus />
        </Form.Item>
        <Form.Item name="short_name" label={t("units.shortName")} extra={t("units.shortHint")}>
          <Input />
        </Form.Item>
        <Form.Item name="kind" label={t("units.kind")}>
          <Select options={UNIT_KINDS.map((kind) => ({ value: kind, label: t(`unitKind.${kind}`) }))} />
        </Form.Item>
        {(!unit || unit.parent_id) && (
          <Form.Item name="parent_id" label={t("units.parent")}>
            <Select options={possibleParents(units, unit).map((one) => ({ value: one.id, label: one.name }))} />
          </Form.Item>
        )}
      </Form>
    </FormDialog>
  );
}
