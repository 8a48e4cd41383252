import { Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "@tanstack/react-query";
import { changePassword } from "../api/session";
import { ErrorNotice } from "../components/ErrorNotice";
import { PasswordRules } from "../components/PasswordRules";
import { passwordAccepted } from "../components/passwordPolicy";

export function PasswordDialog(props: { onClose: () => void }) {
  const { t } = useTranslation();
  const [values, setValues] = useState({ old: "", new: "" });
  const change = useMutation({ mutationFn: changePassword, onSuccess: props.onClose });
  return (
    <Modal
      open
      title={t("user.password")}
      onCancel={props.onClose}
      onOk={() => change.mutate(values)}
      okText={t("user.passwordSave")}
      okButtonProps={{ disabled: !values.old || !passwordAccepted(values.new), loading: change.isPending }}
      closable={{ "aria-label": t("common.close") }}
    >
      <ErrorNotice error={change.error} what={t("user.passwordFailed")} />
      <Form layout="vertical">
        <Form.Item label={t("user.passwordOld")} htmlFor="old-password">
          <Input.Password
            id="old-password"
            autoComplete="current-password"
            value={values.old}
            onChange={(event) => setValues({ ...values, old: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={t("user.passwordNew")} htmlFor="new-password">
          <Input.Password
            id="new-password"
            autoComplete="new-password"
            aria-describedby="password-rules"
            value={values.new}
            onChange={(event) => setValues({ ...values, new: event.target.value })}
          />
        </Form.Item>
        <PasswordRules id="password-rules" password={values.new} />
      </Form>
    </Modal>
  );
}
