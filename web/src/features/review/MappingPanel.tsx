import { Button, Checkbox, InputNumber, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { mapDraft } from "../../api/drafts";
import type { Mapping } from "../../api/types";
import { EditFailure } from "./EditFailure";
import { LEDGER_FIELDS } from "./ledgerFields";
import type { DraftEdits } from "./useDraftEdits";

/** Which column of the user's own ledger means what. */
export function MappingPanel({
  id,
  mapping,
  edits,
  readOnly,
}: {
  id: string;
  mapping: Mapping;
  edits: DraftEdits;
  readOnly: boolean;
}) {
  const { t } = useTranslation();
  const [columns, setColumns] = useState(mapping.columns);
  const [headerRows, setHeaderRows] = useState(mapping.header_rows);
  const [remember, setRemember] = useState(true);
  const save = () =>
    void edits.run(async (version) => {
      const wanted = columns.map(({ index, field }) => ({ index, field }));
      return mapDraft(id, { version, columns: wanted, header_rows: headerRows, remember });
    }, "mapping");
  return (
    <div className="mapping-panel">
      <p>{t("mapping.text", { sheet: mapping.sheet })}</p>
      <label className="inline-label">
        {t("mapping.headerRows")}
        <InputNumber
          min={0}
          max={20}
          disabled={readOnly}
          value={headerRows}
          onChange={(rows) => setHeaderRows(rows ?? 1)}
        />
      </label>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t("mapping.column")}</th>
            <th scope="col">{t("mapping.sample")}</th>
            <th scope="col">{t("mapping.field")}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, at) => (
            <tr key={column.index}>
              <td>{column.header}</td>
              <td className="mapping-sample">{column.sample}</td>
              <td>
                <Select
                  aria-label={t("mapping.fieldOf", { column: column.header })}
                  className="mapping-select"
                  disabled={readOnly}
                  allowClear
                  showSearch={{ optionFilterProp: "label" }}
                  placeholder={t("mapping.ignore")}
                  value={column.field ?? undefined}
                  options={LEDGER_FIELDS.map((field) => ({ value: field, label: t(`ledgerField.${field}`) }))}
                  onChange={(field?: string) =>
                    setColumns(columns.map((one, index) => (index === at ? { ...one, field: field ?? null } : one)))
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <EditFailure edits={edits} spot="mapping" />
      {!readOnly && (
        <div className="mapping-acts">
          <Checkbox checked={remember} onChange={(event) => setRemember(event.target.checked)}>
            {t("mapping.remember")}
          </Checkbox>
          <Button type="primary" loading={edits.saving} onClick={save}>
            {t("mapping.apply")}
          </Button>
        </div>
      )}
    </div>
  );
}
