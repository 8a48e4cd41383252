import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import { logIn, type LoginInput } from "../../api/session";
import { ErrorNotice } from "../../components/ErrorNotice";
import { LonelyPage } from "../../components/LonelyPage";
import { useFormRules } from "../../components/useFormRules";
import { safeReturn } from "./safeReturn";

export function LoginPage() {
  const { t } = useTranslation();
  const { required } = useFormRules();
  const client = useQueryClient();
  const router = useRouter();
  const { to } = useSearch({ from: "/login" });
  const login = useMutation({
    mutationFn: (values: LoginInput) => logIn(values),
    onSuccess: async (session) => {
      client.clear();
      client.setQueryData(queries.session().queryKey, session);
      await router.navigate({ href: safeReturn(to), replace: true });
    },
  });
  return (
    <LonelyPage title={t("login.title")} note={to ? t("login.back") : undefined}>
      <ErrorNotice error={login.error} what={t("login.failed")} />
      <Form layout="vertical" requiredMark={false} onFinish={(values: LoginInput) => login.mutate(values)}>
        <Form.Item name="username" label={t("login.username")} rules={required(t("login.username"))}>
          <Input autoFocus autoComplete="username" />
        </Form.Item>
        <Form.Item name="password" label={t("login.password")} rules={required(t("login.password"))}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={login.isPending}>
          {t("login.submit")}
        </Button>
      </Form>
      <p className="page-note login-help">{t("login.help")}</p>
    </LonelyPage>
  );
}
