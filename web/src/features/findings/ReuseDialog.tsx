import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Finding, Material } from "../../api/types";
import { listMaterial, reuseEvidence, type MaterialQuery } from "../../api/uploads";
import { DateField } from "../../components/DateField";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { MaterialFilters } from "./MaterialFilters";
import { MaterialRow } from "./MaterialRow";
import { measureChoices } from "./measureChoices";

type Fields = { fact_date: string | null; measure: string; note: string };

/** Material that is stored already proves something here too: looked for, chosen, with a date and note of its own. */
export function ReuseDialog({ finding, onClose }: { finding: Finding; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const [query, setQuery] = useState<MaterialQuery>({});
  const [chosen, setChosen] = useState<Material | null>(null);
  const pages = useInfiniteQuery({
    queryKey: ["evidence", query],
    queryFn: ({ pageParam }) => listMaterial(query, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const save = useMutation({
    mutationFn: (fields: Fields) =>
      reuseEvidence(finding.key, {
        source: chosen?.key ?? "",
        measure: fields.measure || null,
        fact_date: fields.fact_date || null,
        note: fields.note || null,
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["findings", finding.key] });
      await client.invalidateQueries({ queryKey: ["inspections"] });
      onClose();
    },
  });
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const choose = (material: Material) => {
    setChosen(material);
    form.setFieldsValue({ fact_date: material.fact_date ?? null });
  };
  return (
    <Modal
      open
      width={820}
      title={t("reuse.title")}
      onCancel={onClose}
      okText={t("reuse.use")}
      cancelText={t("common.cancel")}
      okButtonProps={{ disabled: !chosen, loading: save.isPending }}
      onOk={() => form.submit()}
    >
      <MaterialFilters query={query} onQuery={setQuery} />
      <ErrorNotice error={pages.error} what={t("reuse.listFailed")} onRetry={() => void pages.refetch()} />
      {pages.isPending && <Loading rows={4} />}
      {pages.data && rows.length === 0 && <p className="page-note">{t("reuse.none")}</p>}
      <div className="material-list" role="radiogroup" aria-label={t("reuse.title")}>
        {rows.map((material) => (
          <MaterialRow
            key={material.key}
            material={material}
            chosen={chosen?.key === material.key}
            onChoose={() => choose(material)}
          />
        ))}
        {pages.hasNextPage && (
          <Button size="small" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t("reuse.more")}
          </Button>
        )}
      </div>
      <Form<Fields>
        form={form}
        name="reuse-evidence"
        layout="vertical"
        requiredMark={false}
        initialValues={{ fact_date: null, measure: "", note: "" }}
        onFinish={(fields) => chosen && save.mutate(fields)}
      >
        {chosen && chosen.finding_key !== finding.key && (
          <p className="notice">{t("reuse.warning", { key: chosen.finding_key })}</p>
        )}
        <div className="form-pair">
          <Form.Item name="fact_date" label={t("evidence.factDate")}>
            <DateField />
          </Form.Item>
          <Form.Item name="measure" label={t("evidence.measure")}>
            <Select options={measureChoices(finding.measures, t("evidence.whole"))} />
          </Form.Item>
        </div>
        <Form.Item name="note" label={t("evidence.note")}>
          <Input />
        </Form.Item>
      </Form>
      <ErrorNotice error={save.error} what={t("evidence.failed")} onClose={save.reset} />
    </Modal>
  );
}
