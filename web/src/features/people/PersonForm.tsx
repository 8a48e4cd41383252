import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Checkbox, Drawer, Form, Input, Switch } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { changePerson, createPerson, type PersonInput } from "../../api/directory";
import type { Person } from "../../api/types";
import { UnitSelect } from "../../components/DirectorySelect";
import { ErrorNotice } from "../../components/ErrorNotice";
import { PasswordRules } from "../../components/PasswordRules";
import { passwordAccepted } from "../../components/passwordPolicy";
import { useFieldErrors } from "../../components/useFieldErrors";
import { useFormRules } from "../../components/useFormRules";
import { ROLES } from "../../components/vocabulary";
import { PositionsPanel } from "./PositionsPanel";

/** The button below the form belongs to it, so that Enter in a field saves. */
const FORM = "person-form";

type Values = PersonInput & { active?: boolean };

/** A person may have no account at all; with a username comes a password. */
export function PersonForm({ person, onClose }: { person: Person | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { required, written } = useFormRules();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [account, setAccount] = useState(Boolean(person?.username));
  const password = Form.useWatch("password", form) ?? "";
  const save = useMutation({
    mutationFn: (values: Values) => {
      const { active, password: secret, username, ...rest } = values;
      const login = account ? { username: username || null, ...(secret ? { password: secret } : {}) } : {};
      const input = {
        ...rest,
        roles: rest.roles ?? [],
        unit_id: rest.unit_id ?? null,
        duty: rest.duty || null,
        ...login,
      };
      return person ? changePerson(person.id, { ...input, active, version: person.version }) : createPerson(input);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["people"] });
      onClose();
    },
  });
  useFieldErrors(form, save.error);
  const passwordNeeded = account && !person?.username;
  return (
    <Drawer
      open
      onClose={onClose}
      size={520}
      title={person ? t("people.edit", { name: person.name }) : t("people.add")}
      closable={{ "aria-label": t("common.close") }}
      footer={
        <div className="drawer-footer">
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="primary" htmlType="submit" form={FORM} loading={save.isPending}>
            {t("common.save")}
          </Button>
        </div>
      }
    >
      <ErrorNotice error={save.error} what={t("people.saveFailed")} kept={t("error.formKept")} />
      <Form
        id={FORM}
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(values: Values) => save.mutate(values)}
        initialValues={{
          name: person?.name,
          unit_id: person?.unit_id,
          duty: person?.duty,
          roles: person?.roles ?? [],
          username: person?.username,
          active: person?.active ?? true,
        }}
      >
        <Form.Item name="name" label={t("people.name")} rules={written(t("people.name"))}>
          <Input autoFocus />
        </Form.Item>
        <Form.Item name="unit_id" label={t("people.unit")}>
          <UnitSelect />
        </Form.Item>
        <Form.Item name="duty" label={t("people.duty")}>
          <Input />
        </Form.Item>
        <Form.Item name="roles" label={t("people.roles")}>
          <Checkbox.Group options={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))} />
        </Form.Item>
        {!person?.username && (
          <label className="switch-line">
            <Switch checked={account} onChange={setAccount} /> {t("people.giveAccount")}
          </label>
        )}
        {account && (
          <>
            <Form.Item name="username" label={t("login.username")} rules={required(t("login.username"))}>
              <Input autoComplete="off" disabled={Boolean(person?.username)} />
            </Form.Item>
            <Form.Item
              name="password"
              label={person?.username ? t("people.newPassword") : t("people.firstPassword")}
              extra={person?.username ? t("people.newPasswordHint") : t("people.firstPasswordHint")}
              rules={[
                {
                  validator: (_, value?: string) =>
                    (!value && !passwordNeeded) || passwordAccepted(value ?? "")
                      ? Promise.resolve()
                      : Promise.reject(new Error(t("password.refused"))),
                },
              ]}
            >
              <Input.Password autoComplete="new-password" aria-describedby="person-password-rules" />
            </Form.Item>
            {(passwordNeeded || password) && <PasswordRules id="person-password-rules" password={password} />}
          </>
        )}
        {person && (
          <Form.Item name="active" label={t("people.active")} valuePropName="checked">
            <Switch />
          </Form.Item>
        )}
      </Form>
      {person && <PositionsPanel person={person} />}
    </Drawer>
  );
}
