import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input, Modal, Radio } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { createToken, type TokenInput } from "../../api/tokens";
import { DateField } from "../../components/DateField";
import { ErrorNotice } from "../../components/ErrorNotice";
import { useFormRules } from "../../components/useFormRules";
import { useSession } from "../../components/useSession";

const FORM = "token-form";
/** What is offered first; the server says how long a token may live. */
const DAYS = 90;

/** Makes a token, then shows its secret once. */
export function TokenForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { required, written } = useFormRules();
  const { session } = useSession();
  const client = useQueryClient();
  const [copied, setCopied] = useState(false);
  const create = useMutation({
    mutationFn: createToken,
    onSuccess: () => client.invalidateQueries({ queryKey: ["tokens"] }),
  });
  const secret = create.data?.secret;
  const copy = async () => {
    await navigator.clipboard.writeText(secret ?? "");
    setCopied(true);
  };
  return (
    <Modal
      open
      title={t("tokens.add")}
      onCancel={onClose}
      closable={{ "aria-label": t("common.close") }}
      footer={
        secret ? (
          <Button type="primary" onClick={onClose}>
            {t("tokens.done")}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{t("common.cancel")}</Button>
            <Button type="primary" htmlType="submit" form={FORM} loading={create.isPending}>
              {t("tokens.add")}
            </Button>
          </>
        )
      }
    >
      <ErrorNotice error={create.error} what={t("tokens.addFailed")} kept={t("error.formKept")} />
      {secret ? (
        <>
          <p id="token-secret">{t("tokens.secret")}</p>
          <Input.TextArea aria-labelledby="token-secret" autoSize readOnly value={secret} />
          <p className="row-acts">
            <Button onClick={() => void copy()}>{copied ? t("tokens.copied") : t("tokens.copy")}</Button>
          </p>
          <p className="muted">{t("tokens.manual")}</p>
        </>
      ) : (
        <Form
          id={FORM}
          layout="vertical"
          requiredMark={false}
          onFinish={(values: TokenInput) => create.mutate(values)}
          initialValues={{ scope: "read", expires: dayjs(session?.today).add(DAYS, "day").format("YYYY-MM-DD") }}
        >
          <Form.Item
            name="name"
            label={t("tokens.name")}
            rules={written(t("tokens.name"))}
            extra={t("tokens.nameHint")}
          >
            <Input autoFocus maxLength={60} />
          </Form.Item>
          <Form.Item name="scope" label={t("tokens.scope")}>
            <Radio.Group
              optionType="button"
              options={(["read", "write"] as const).map((scope) => ({ value: scope, label: t(`tokenScope.${scope}`) }))}
            />
          </Form.Item>
          <Form.Item name="expires" label={t("tokens.expires")} rules={required(t("tokens.expires"))}>
            <DateField />
          </Form.Item>
        </Form>
      )}
    </Modal>
  );
}
