import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { MappingColumn } from "../api/types";
import { LEDGER_FIELDS } from "./ledgerFields";

type Props = {
  columns: MappingColumn[];
  readOnly: boolean;
  /** What a column without a field is called; not imported, unless something else is said. */
  ignored?: string;
  onChoose: (index: number, field: string | null) => void;
};

/** Each column of the sheet with a sample of it and what it stands for. */
export function MappingTable({ columns, readOnly, ignored, onChoose }: Props) {
  const { t } = useTranslation();
  const none = ignored ?? t("mapping.ignore");
  const fields = LEDGER_FIELDS.map((field) => ({ value: field, label: t(`ledgerField.${field}`) }));
  return (
    <table className="plain-table mapping-table">
      <thead>
        <tr>
          <th scope="col">{t("mapping.column")}</th>
          <th scope="col">{t("mapping.sample")}</th>
          <th scope="col">{t("mapping.field")}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <tr key={column.index}>
            <td>{column.header}</td>
            <td className="mapping-sample" title={column.sample}>
              <span>{column.sample}</span>
            </td>
            <td>
              {readOnly ? (
                (fields.find((field) => field.value === column.field)?.label ?? none)
              ) : (
                <Select
                  aria-label={t("mapping.fieldOf", { column: column.header })}
                  className="mapping-select"
                  allowClear
                  showSearch={{ optionFilterProp: "label" }}
                  placeholder={none}
                  value={column.field ?? undefined}
                  options={fields}
                  onChange={(field?: string) => onChoose(column.index, field ?? null)}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
