import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { runBatch } from "../../api/work";
import type { BatchAnswer, ReviewItem } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { useFormRules } from "../../components/useFormRules";
import { backGroups } from "./decisions";

type Props = {
  items: ReviewItem[];
  chosen: ReadonlySet<string>;
  onDone: () => void;
  onSaid: (words: string) => void;
};

/** Several are sent back with one reason; nothing is passed in a batch. */
export function BatchReturn({ items, chosen, onDone, onSaid }: Props) {
  const { t } = useTranslation();
  const { written } = useFormRules();
  const [open, setOpen] = useState(false);
  const groups = backGroups(items, chosen);
  const wanted = groups.flatMap((group) => group.items);
  const send = useMutation({
    mutationFn: async ({ reason }: { reason: string }) => {
      const results: BatchAnswer["items"] = [];
      for (const { action, actingFor, items: found } of groups) {
        const named = found.map(({ key, version }) => ({ key, version }));
        results.push(...(await runBatch({ items: named, action, reason, acting_for_id: actingFor })).items);
      }
      return results;
    },
    onSuccess: (results) => {
      const failed = results.filter((one) => one.error);
      onSaid(t("desk.batchDone", { n: results.length - failed.length }));
      onDone();
      if (failed.length === 0) setOpen(false);
    },
  });
  const failed = send.data?.filter((one) => one.error) ?? [];
  if (chosen.size === 0 && !open) return null;
  return (
    <>
      <Button disabled={wanted.length === 0} onClick={() => setOpen(true)}>
        {t("desk.batch", { n: wanted.length })}
      </Button>
      <Modal
        open={open}
        title={t("desk.batchTitle", { n: wanted.length })}
        closable={{ "aria-label": t("common.close") }}
        onCancel={() => setOpen(false)}
        footer={null}
        destroyOnHidden
        afterClose={send.reset}
      >
        {failed.length > 0 ? (
          <ul className="batch-results">
            {failed.map((one) => (
              <li key={one.key}>
                <b className="digits">{one.key}</b> {one.error?.message}
              </li>
            ))}
          </ul>
        ) : (
          <Form<{ reason: string }> layout="vertical" onFinish={(values) => send.mutate(values)}>
            <ErrorNotice error={send.error} what={t("loop.failed")} kept={t("error.formKept")} />
            <p>{t("desk.batchHint")}</p>
            <p className="digits">{wanted.map((item) => item.key).join(t("common.comma"))}</p>
            <Form.Item name="reason" label={t("loop.reason")} rules={written(t("loop.reason"))}>
              <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 8 }} />
            </Form.Item>
            <Button type="primary" danger htmlType="submit" loading={send.isPending}>
              {t("desk.batch", { n: wanted.length })}
            </Button>
          </Form>
        )}
      </Modal>
    </>
  );
}
