import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Drawer, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { confirmLedger, pasteLedger, uploadLedger } from "../../api/findings";
import { ErrorNotice } from "../../components/ErrorNotice";
import { DropZone } from "../../ui/DropZone";
import { DifferenceTable } from "./DifferenceTable";
import { ExchangeResult } from "./ExchangeResult";

/** Excel back into the ledger: compare first, save only the accepted rows. */
export function ExchangePanel(props: { inspection: string; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [table, setTable] = useState("");
  const [accepted, setAccepted] = useState<ReadonlySet<number>>(new Set());
  const compare = useMutation({
    mutationFn: (input: File | string) =>
      input instanceof File ? uploadLedger(props.inspection, input) : pasteLedger(props.inspection, input),
    onSuccess: (set) =>
      setAccepted(new Set(set.rows.filter((row) => row.kind === "change" || row.kind === "new").map((row) => row.row))),
  });
  const save = useMutation({
    mutationFn: (id: string) => confirmLedger(id, [...accepted]),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["inspections"] });
      await client.invalidateQueries({ queryKey: ["findings"] });
    },
  });
  const changes = compare.data;

  return (
    <Drawer
      open
      onClose={props.onClose}
      size="min(1080px, 100vw)"
      title={t("exchange.title")}
      closable={{ "aria-label": t("common.close") }}
      footer={
        changes &&
        !save.data && (
          <div className="drawer-footer">
            <span className="page-note">{t("exchange.nothingSaved")}</span>
            <Button onClick={compare.reset}>{t("exchange.again")}</Button>
            <Button
              type="primary"
              disabled={accepted.size === 0}
              loading={save.isPending}
              onClick={() => save.mutate(changes.id)}
            >
              {t("exchange.save", { n: accepted.size })}
            </Button>
          </div>
        )
      }
    >
      <ErrorNotice
        error={compare.error}
        what={t("exchange.failed")}
        kept={t("exchange.nothingSaved")}
        onClose={compare.reset}
      />
      <ErrorNotice error={save.error} what={t("exchange.saveFailed")} kept={t("exchange.choiceKept")} />
      {!changes && (
        <div className="import-ways">
          <DropZone
            accept=".xlsx"
            disabled={compare.isPending}
            title={t("exchange.drop")}
            hint={t("exchange.dropHint")}
            button={t("exchange.choose")}
            onFiles={(files) => files[0] && compare.mutate(files[0])}
          />
          <div className="paste-text">
            <label htmlFor="pasted-table">{t("exchange.paste")}</label>
            <Input.TextArea
              id="pasted-table"
              rows={6}
              value={table}
              placeholder={t("exchange.pasteHint")}
              onChange={(event) => setTable(event.target.value)}
            />
            <Button disabled={!table.trim()} loading={compare.isPending} onClick={() => compare.mutate(table)}>
              {t("exchange.compare")}
            </Button>
          </div>
        </div>
      )}
      {changes && save.data && <ExchangeResult changes={changes} result={save.data} onClose={props.onClose} />}
      {changes && !save.data && <DifferenceTable changes={changes} accepted={accepted} onAccepted={setAccepted} />}
    </Drawer>
  );
}
