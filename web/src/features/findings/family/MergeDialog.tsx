import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listFindings, mergeFindings } from "../../../api/findings";
import type { Finding, FindingRow } from "../../../api/types";
import { ErrorNotice } from "../../../components/ErrorNotice";
import { useFindingAct } from "../useFindingAct";
import { ReasonField } from "./ReasonField";

const FORM = "merge-form";

type Values = { others: string[]; title: string; reason: string };

/** Several findings become one, which has the measures and the evidence of all. */
export function MergeDialog({ finding, onClose }: { finding: Finding; onClose: () => void }) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const [known, setKnown] = useState<Record<string, FindingRow>>({});
  const query = { q: words || undefined, kind: finding.kind };
  const found = useQuery({
    queryKey: ["inspections", finding.inspection_key, "mergeable", query],
    queryFn: async () => {
      const page = await listFindings(finding.inspection_key, query, null);
      setKnown((before) => ({ ...before, ...Object.fromEntries(page.items.map((row) => [row.key, row])) }));
      return page.items;
    },
    staleTime: 0,
  });
  const send = (values: Values) =>
    mergeFindings(finding.key, {
      version: finding.version,
      title: values.title,
      reason: values.reason || null,
      others: values.others.flatMap((key) => known[key] ?? []).map(({ key, version }) => ({ key, version })),
    });
  const act = useFindingAct(finding, send, onClose);
  const rows = (found.data ?? []).filter((row) => row.key !== finding.key);
  const options = rows.map((row) => ({ value: row.key, label: `${row.ordinal} ${row.title} (${row.key})` }));
  return (
    <Modal
      open
      title={t("family.mergeTitle", { key: finding.key })}
      onCancel={onClose}
      width={640}
      closable={{ "aria-label": t("common.close") }}
      footer={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="primary" htmlType="submit" form={FORM} loading={act.isPending}>
            {t("family.merge")}
          </Button>
        </>
      }
    >
      <ErrorNotice error={act.error} what={t("family.failed")} kept={t("error.formKept")} />
      <ErrorNotice error={found.error} what={t("ledger.failed")} onRetry={() => void found.refetch()} />
      <p className="action-subject">{finding.title || finding.text}</p>
      <p className="page-note">{t("family.mergeHint")}</p>
      <Form<Values>
        id={FORM}
        layout="vertical"
        requiredMark={false}
        initialValues={{ others: [], title: finding.title, reason: "" }}
        onFinish={(values) => act.mutate(values)}
      >
        <Form.Item
          name="others"
          label={t("family.others")}
          rules={[{ required: true, message: t("family.othersNeeded") }]}
        >
          <Select
            mode="multiple"
            autoFocus
            showSearch={{ filterOption: false, onSearch: setWords }}
            loading={found.isPending}
            options={options}
            notFoundContent={found.isPending ? t("common.loading") : t("family.noOthers")}
          />
        </Form.Item>
        <Form.Item
          name="title"
          label={t("family.mergedTitle")}
          rules={[
            { required: true, whitespace: true, message: t("form.required", { label: t("family.mergedTitle") }) },
          ]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <ReasonField needed={finding.family.needs_reason} />
      </Form>
    </Modal>
  );
}
