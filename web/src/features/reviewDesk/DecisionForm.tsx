import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { isConflict } from "../../api/errors";
import { takeAction } from "../../api/findings";
import { queries } from "../../api/queries";
import type { ActionName, Finding, Named } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { useFormRules } from "../../components/useFormRules";
import { takesNote, type Choice } from "./decisions";

type Props = {
  finding: Finding;
  action: ActionName;
  /** In whose place the person decides. */
  actingFor: Named | null;
  choice: Choice;
  onDecided: (words: string) => void;
  onConflict: () => void;
  onClose: () => void;
};
type Values = { reason: string };

/** 常用语: a click adds the words, the person completes them. */
const PHRASES = ["evidence", "unclear", "measures", "policy", "repeat"] as const;

/** The decision in words. A failure keeps what was typed. */
export function DecisionForm({ finding, action, actingFor, choice, onDecided, onConflict, onClose }: Props) {
  const { t } = useTranslation();
  const { written } = useFormRules();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const { queryKey } = queries.finding(finding.key);
  const decide = useMutation({
    mutationFn: ({ reason }: Values) =>
      takeAction(finding.key, {
        version: finding.version,
        action,
        reason: reason?.trim() || null,
        acting_for_id: actingFor?.id,
      }),
    onSuccess: (after) => {
      client.setQueryData(queryKey, after);
      onDecided(t("desk.done", { key: finding.key, action: t(`action.${action}`), stage: t(`stage.${after.stage}`) }));
      void client.invalidateQueries({ queryKey: ["inspections"] });
    },
    onError: (error) => {
      if (!isConflict(error) || !error.details) return;
      client.setQueryData(queryKey, error.details as Finding);
      onConflict();
    },
  });
  const back = choice !== "pass";
  const words = back || takesNote(action);
  const add = (phrase: string) => {
    const before = form.getFieldValue("reason") as string;
    form.setFieldValue("reason", before ? `${before}${t("desk.semicolon")}${phrase}` : phrase);
  };
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      className="work-form"
      initialValues={{ reason: choice === "supplement" ? t("desk.supplementBegin") : "" }}
      onFinish={(values) => decide.mutate(values)}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.submit();
        else if (event.key === "Escape" && !event.nativeEvent.isComposing) onClose();
      }}
    >
      <ErrorNotice error={decide.error} what={t("loop.failed")} kept={t("error.formKept")} />
      {actingFor && <p className="notice">{t("delegation.actingFor", { name: actingFor.name })}</p>}
      <p className="page-note">{choice === "supplement" ? t("desk.supplementHint") : t(`actionHint.${action}`)}</p>
      {words && (
        <Form.Item
          name="reason"
          label={back ? t("loop.reason") : t("loop.note")}
          rules={back ? written(t("loop.reason")) : []}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
      )}
      {back && (
        <p className="desk-phrases" role="group" aria-label={t("desk.phrases")}>
          {PHRASES.map((phrase) => (
            <Button key={phrase} size="small" onClick={() => add(t(`desk.phrase.${phrase}`))}>
              {t(`desk.phrase.${phrase}`)}
            </Button>
          ))}
        </p>
      )}
      <div className="form-acts">
        <Button type="primary" htmlType="submit" autoFocus={!words} danger={back} loading={decide.isPending}>
          {t("desk.confirm", { action: choice === "supplement" ? t("desk.supplement") : t(`action.${action}`) })}
        </Button>
        <Button onClick={onClose}>{t("common.cancel")}</Button>
      </div>
    </Form>
  );
}
