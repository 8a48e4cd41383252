import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import { postSetup, type SetupInput } from "../../api/session";
import { ErrorNotice } from "../../components/ErrorNotice";
import { LonelyPage } from "../../components/LonelyPage";
import { PasswordRules } from "../../components/PasswordRules";
import { passwordAccepted } from "../../components/passwordPolicy";
import { useFieldErrors } from "../../components/useFieldErrors";
import { useFormRules } from "../../components/useFormRules";
import { paths } from "../../paths";

type Values = SetupInput & { again: string };

/** First run: the first administrator chooses every secret; nothing is preset. */
export function SetupPage() {
  const { t } = useTranslation();
  const { written } = useFormRules();
  const client = useQueryClient();
  const router = useRouter();
  const [form] = Form.useForm<Values>();
  const password = Form.useWatch("password", form) ?? "";
  const setup = useMutation({
    mutationFn: ({ unit_name, username, name, password: secret }: Values) =>
      postSetup({ unit_name, username, name, password: secret }),
    onSuccess: async (session) => {
      client.setQueryData(queries.session().queryKey, session);
      client.removeQueries({ queryKey: ["setup"] });
      await router.navigate({ href: paths.home(), replace: true });
    },
  });
  useFieldErrors(form, setup.error);

  return (
    <LonelyPage title={t("setup.title")} note={t("setup.note")}>
      <ErrorNotice error={setup.error} what={t("setup.failed")} kept={t("error.formKept")} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => setup.mutate(values)}>
        <Form.Item
          name="unit_name"
          label={t("setup.unit")}
          rules={written(t("setup.unit"))}
          extra={t("setup.unitHint")}
        >
          <Input autoFocus autoComplete="organization" />
        </Form.Item>
        <Form.Item name="name" label={t("setup.name")} rules={written(t("setup.name"))}>
          <Input autoComplete="name" />
        </Form.Item>
        <Form.Item
          name="username"
          label={t("login.username")}
          rules={written(t("login.username"))}
          extra={t("setup.usernameHint")}
        >
          <Input autoComplete="username" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t("login.password")}
          rules={[
            {
              validator: (_, value: string) =>
                passwordAccepted(value ?? "") ? Promise.resolve() : Promise.reject(new Error(t("password.refused"))),
            },
          ]}
        >
          <Input.Password autoComplete="new-password" aria-describedby="password-rules" />
        </Form.Item>
        <PasswordRules id="password-rules" password={password} />
        <Form.Item
          name="again"
          label={t("setup.again")}
          dependencies={["password"]}
          rules={[
            {
              validator: (_, value: string) =>
                value === form.getFieldValue("password")
                  ? Promise.resolve()
                  : Promise.reject(new Error(t("setup.differs"))),
            },
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={setup.isPending}>
          {t("setup.submit")}
        </Button>
      </Form>
    </LonelyPage>
  );
}
