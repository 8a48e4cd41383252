import { Button, Checkbox, InputNumber } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { mapDraft } from "../../api/drafts";
import type { Draft, Mapping } from "../../api/types";
import { EditFailure } from "./EditFailure";
import { MappingTable } from "../../components/MappingTable";
import type { DraftEdits } from "./useDraftEdits";

type Props = { id: string; mapping: Mapping; edits: DraftEdits; readOnly: boolean };
type Wishes = { fields: ReadonlyMap<number, string | null>; headerRows: number | null };

const NOTHING: Wishes = { fields: new Map(), headerRows: null };

/** Which column of the user's own ledger means what; wishes lie over what is known until the sheet was read again. */
export function MappingPanel({ id, mapping, edits, readOnly }: Props) {
  const { t } = useTranslation();
  const [wishes, setWishes] = useState(NOTHING);
  const [remember, setRemember] = useState(true);
  const [result, setResult] = useState<Draft | null>(null);
  const columns = mapping.columns.map((column) => {
    const wish = wishes.fields.get(column.index);
    return wish === undefined ? column : { ...column, field: wish };
  });
  const headerRows = wishes.headerRows ?? mapping.header_rows;
  const otherHeader = headerRows !== mapping.header_rows;
  const wish = (change: Partial<Wishes>) => {
    setWishes({ ...wishes, ...change });
    setResult(null);
  };
  const read = async () => {
    const wanted = otherHeader ? [] : columns.map(({ index, field }) => ({ index, field }));
    const draft = await edits.run(
      (version) => mapDraft(id, { version, columns: wanted, header_rows: headerRows, remember }),
      "mapping",
    );
    setResult(draft);
    if (draft) setWishes(NOTHING);
  };
  const count = (kind: string) => result?.nodes.filter((node) => node.kind === kind).length ?? 0;

  return (
    <div className="mapping-panel">
      <p>{t("mapping.text", { sheet: mapping.sheet })}</p>
      {!readOnly && (
        <label className="inline-label">
          {t("mapping.headerRows")}
          <InputNumber min={0} max={20} value={headerRows} onChange={(rows) => wish({ headerRows: rows ?? 1 })} />
        </label>
      )}
      {otherHeader ? (
        <p className="notice">{t("mapping.headerFirst")}</p>
      ) : (
        <MappingTable
          columns={columns}
          readOnly={readOnly}
          onChoose={(index, field) => wish({ fields: new Map(wishes.fields).set(index, field) })}
        />
      )}
      <EditFailure edits={edits} spot="mapping" />
      {!readOnly && (
        <div className="mapping-foot">
          <div className="mapping-acts">
            <Checkbox checked={remember} onChange={(event) => setRemember(event.target.checked)}>
              {t("mapping.remember")}
            </Checkbox>
            <Button type="primary" loading={edits.saving} onClick={() => void read()}>
              {t("mapping.apply")}
            </Button>
          </div>
          <p className="page-note">{t("mapping.again")}</p>
          <p role="status" className="mapping-result">
            {result && t("mapping.done", { findings: count("finding"), measures: count("measure") })}
          </p>
        </div>
      )}
    </div>
  );
}
