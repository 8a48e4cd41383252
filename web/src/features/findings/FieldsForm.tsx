import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isConflict } from "../../api/errors";
import { changeFinding } from "../../api/findings";
import { queries } from "../../api/queries";
import type { Finding } from "../../api/types";
import { DateField } from "../../components/DateField";
import { PeopleSelect, PersonSelect, UnitSelect, UnitsSelect } from "../../components/DirectorySelect";
import { ErrorNotice } from "../../components/ErrorNotice";
import { FIX_TYPES } from "../../components/vocabulary";
import { ConflictChoice } from "./ConflictChoice";
import { changedFields, changeOf, fieldsOf, reasonNeeded, type FieldName, type Fields } from "./fields";

export function FieldsForm({ finding, onClose }: { finding: Finding; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  // What the form started from: later changes by others must not slip in unseen.
  const [base, setBase] = useState(finding);
  const [fields, setFields] = useState(fieldsOf(finding));
  const [reason, setReason] = useState("");
  const before = fieldsOf(base);
  const changed = changedFields(before, fields);
  const needsReason = reasonNeeded(before, changed, base.closed_loop.may.due_locked);

  const save = useMutation({
    mutationFn: (send: { names: FieldName[]; version: number }) =>
      changeFinding(finding.key, changeOf(fields, send.names, send.version, reason)),
    onSuccess: async (saved) => {
      client.setQueryData(queries.finding(finding.key).queryKey, saved);
      onClose();
      await client.invalidateQueries({ queryKey: ["inspections"] });
    },
  });
  const theirs = isConflict(save.error) ? (save.error.details as Finding | null) : null;
  const set = <Name extends FieldName>(name: Name, value: Fields[Name]) => setFields({ ...fields, [name]: value });

  if (theirs) {
    return (
      <ConflictChoice
        before={before}
        mine={fields}
        theirs={fieldsOf(theirs)}
        changed={changed}
        saving={save.isPending}
        onKeepMine={(names) => save.mutate({ names, version: theirs.version })}
        onTakeTheirs={() => {
          client.setQueryData(queries.finding(finding.key).queryKey, theirs);
          onClose();
        }}
        onBack={() => {
          setBase(theirs);
          save.reset();
        }}
      />
    );
  }
  const id = (name: FieldName | "reason") => `field-${name}`;
  const item = (name: FieldName, input: React.ReactNode) => (
    <Form.Item label={t(`field.${name}`)} htmlFor={id(name)}>
      {input}
    </Form.Item>
  );
  return (
    <Form
      layout="vertical"
      className="fields-form"
      onFinish={() => save.mutate({ names: changed, version: base.version })}
    >
      <ErrorNotice error={save.error} what={t("finding.saveFailed")} kept={t("error.formKept")} />
      {item(
        "title",
        <Input id={id("title")} value={fields.title} onChange={(event) => set("title", event.target.value)} />,
      )}
      {item(
        "text",
        <Input.TextArea
          id={id("text")}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={fields.text}
          onChange={(event) => set("text", event.target.value)}
        />,
      )}
      <div className="form-pair">
        {item(
          "unit_id",
          <UnitSelect id={id("unit_id")} value={fields.unit_id} onChange={(value) => set("unit_id", value)} />,
        )}
        {item(
          "co_unit_ids",
          <UnitsSelect
            id={id("co_unit_ids")}
            value={fields.co_unit_ids}
            onChange={(value) => set("co_unit_ids", value)}
          />,
        )}
        {item(
          "leader_id",
          <PersonSelect id={id("leader_id")} value={fields.leader_id} onChange={(value) => set("leader_id", value)} />,
        )}
        {item(
          "co_leader_ids",
          <PeopleSelect
            id={id("co_leader_ids")}
            value={fields.co_leader_ids}
            onChange={(value) => set("co_leader_ids", value)}
          />,
        )}
        {item(
          "owner_id",
          <PersonSelect id={id("owner_id")} value={fields.owner_id} onChange={(value) => set("owner_id", value)} />,
        )}
        {item(
          "co_owner_ids",
          <PeopleSelect
            id={id("co_owner_ids")}
            value={fields.co_owner_ids}
            onChange={(value) => set("co_owner_ids", value)}
          />,
        )}
        {item(
          "fix_type",
          <Select
            id={id("fix_type")}
            allowClear
            value={fields.fix_type ?? undefined}
            options={FIX_TYPES.map((type) => ({ value: type, label: t(`fixType.${type}`) }))}
            onChange={(value?: Fields["fix_type"]) => set("fix_type", value ?? null)}
          />,
        )}
        {base.closed_loop.may.due_locked && base.due ? (
          <Form.Item label={t("field.due")} htmlFor={id("due")} extra={t("finding.dueLocked")}>
            <Input id={id("due")} readOnly value={base.due ?? ""} />
          </Form.Item>
        ) : (
          item("due", <DateField id={id("due")} value={fields.due} onChange={(value) => set("due", value)} />)
        )}
        {item(
          "category",
          <Input
            id={id("category")}
            value={fields.category ?? ""}
            onChange={(event) => set("category", event.target.value)}
          />,
        )}
        {item(
          "amount",
          <Input
            id={id("amount")}
            inputMode="decimal"
            value={fields.amount ?? ""}
            onChange={(event) => set("amount", event.target.value)}
          />,
        )}
      </div>
      {item(
        "target",
        <Input.TextArea
          id={id("target")}
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={fields.target ?? ""}
          onChange={(event) => set("target", event.target.value)}
        />,
      )}
      {needsReason && (
        <Form.Item label={t("finding.reason")} htmlFor={id("reason")} extra={t("finding.reasonHint")}>
          <Input id={id("reason")} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Form.Item>
      )}
      <div className="form-acts">
        <Button
          type="primary"
          htmlType="submit"
          loading={save.isPending}
          disabled={changed.length === 0 || (needsReason && !reason.trim())}
        >
          {t("common.save")}
        </Button>
        <Button onClick={onClose}>{t("common.cancel")}</Button>
        <span className="page-note">
          {changed.length > 0 ? t("finding.changed", { n: changed.length }) : t("finding.unchanged")}
        </span>
      </div>
    </Form>
  );
}
