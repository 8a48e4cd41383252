import { useQuery } from "@tanstack/react-query";
import { Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listFindings, mergeFindings } from "../../../api/findings";
import type { Finding, FindingRow } from "../../../api/types";
import { ErrorNotice } from "../../../components/ErrorNotice";
import { FormDialog } from "../../../components/FormDialog";
import { useFormRules } from "../../../components/useFormRules";
import { useFindingAct } from "../useFindingAct";
import { ReasonField } from "./ReasonField";

const FORM = "merge-form";

type Values = { others: string[]; title: string; reason: string };

/** Several findings become one, which has the measures and the evidence of all. */
export function MergeDialog({ finding, onClose }: { finding: Finding; onClose: () => void }) {
  const { t } = useTranslation();
  const { written } = useFormRules();
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
    <FormDialog
      title={t("family.mergeTitle", { key: finding.key })}
      width={640}
      form={FORM}
      submit={t("family.merge")}
      saving={act.isPending}
      onClose={onClose}
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
        <Form.Item name="title" label={t("family.mergedTitle")} rules={written(t("family.mergedTitle"))}>
          <Input maxLength={200} />
        </Form.Item>
        <ReasonField needed={finding.family.needs_reason} />
      </Form>
    </FormDialog>
  );
}
