import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { runBatch, type BatchInput } from "../../api/work";
import { PeopleSelect, PersonSelect, UnitSelect, UnitsSelect } from "../../components/DirectorySelect";
import { ErrorNotice } from "../../components/ErrorNotice";
import { BATCH_MAX, type Selection } from "./useSelection";

const ACTS = ["submit_plan", "approve_plan", "assign"] as const;
type Act = (typeof ACTS)[number];
type Duties = {
  unit_id?: string | null;
  co_unit_ids?: string[];
  leader_id?: string | null;
  co_leader_ids?: string[];
  owner_id?: string | null;
  co_owner_ids?: string[];
};

const isGiven = (value: string | string[] | null | undefined) => Boolean(value?.length);

/** One step or assignment for the picked rows. What is possible is decided for each, and told for each. */
export function BatchBar({ selection }: { selection: Selection }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [act, setAct] = useState<Act | null>(null);
  const items = selection.rows.map(({ key, version }) => ({ key, version }));
  const run = useMutation({
    mutationFn: (body: Omit<BatchInput, "items">) => runBatch({ items, ...body }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["inspections"] });
      await client.invalidateQueries({ queryKey: ["findings"] });
    },
  });
  const close = () => {
    setAct(null);
    if (run.data) selection.set([]);
    run.reset();
  };
  const send = (duties: Duties) => {
    const given = Object.fromEntries(Object.entries(duties).filter(([, value]) => isGiven(value)));
    run.mutate(act === "assign" ? { assign: given } : { action: act });
  };
  return (
    <div className="batch-bar" role="group" aria-label={t("batch.start")}>
      <span className="digits" role="status">
        {t("batch.chosen", { n: items.length })}
      </span>
      {ACTS.map((one) => (
        <Button key={one} disabled={items.length === 0} onClick={() => setAct(one)}>
          {t(`batch.${one}`)}
        </Button>
      ))}
      <Button type="text" onClick={selection.stop}>
        {t("batch.stop")}
      </Button>
      {items.length === BATCH_MAX && <span className="page-note">{t("batch.max", { n: BATCH_MAX })}</span>}
      <Modal
        open={act !== null}
        title={act && t(`batch.${act}`)}
        closable={{ "aria-label": t("common.close") }}
        onCancel={close}
        footer={null}
        destroyOnHidden
      >
        <ErrorNotice error={run.error} what={t("batch.failed")} />
        {run.data ? (
          <Results answer={run.data} />
        ) : (
          <Ask act={act} n={items.length} busy={run.isPending} onSend={send} />
        )}
      </Modal>
    </div>
  );
}

function Ask(props: { act: Act | null; n: number; busy: boolean; onSend: (duties: Duties) => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Duties>();
  const duties = Form.useWatch([], form) as Duties | undefined;
  const assigns = props.act === "assign";
  const nothing = assigns && !Object.values(duties ?? {}).some(isGiven);
  return (
    <Form<Duties> form={form} layout="vertical" onFinish={props.onSend}>
      <p className="page-note">{t("batch.hint")}</p>
      {assigns && (
        <>
          <p className="page-note">{t("batch.assignHint")}</p>
          <Form.Item name="unit_id" label={t("field.unit_id")}>
            <UnitSelect />
          </Form.Item>
          <Form.Item name="co_unit_ids" label={t("field.co_unit_ids")}>
            <UnitsSelect />
          </Form.Item>
          <Form.Item name="leader_id" label={t("field.leader_id")}>
            <PersonSelect />
          </Form.Item>
          <Form.Item name="co_leader_ids" label={t("field.co_leader_ids")}>
            <PeopleSelect />
          </Form.Item>
          <Form.Item name="owner_id" label={t("field.owner_id")}>
            <PersonSelect />
          </Form.Item>
          <Form.Item name="co_owner_ids" label={t("field.co_owner_ids")}>
            <PeopleSelect />
          </Form.Item>
        </>
      )}
      <Button type="primary" htmlType="submit" loading={props.busy} disabled={nothing}>
        {t("batch.run", { n: props.n })}
      </Button>
      {nothing && <p className="page-note">{t("batch.nothing")}</p>}
    </Form>
  );
}

function Results({ answer }: { answer: Awaited<ReturnType<typeof runBatch>> }) {
  const { t } = useTranslation();
  // What was not done comes first: it asks for something.
  const ordered = [...answer.items].sort((a, b) => Number(a.error === null) - Number(b.error === null));
  return (
    <>
      <p role="status" className="digits">
        {t("batch.result", { done: answer.done, failed: answer.failed })}
      </p>
      <ul className="batch-results">
        {ordered.map((one) => (
          <li key={one.key}>
            <b className="digits">{one.key}</b> {one.error ? one.error.message : t("batch.ok")}
          </li>
        ))}
      </ul>
    </>
  );
}
