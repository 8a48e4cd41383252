import { InputNumber, Radio } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { FormInput } from "../../api/templates";
import type { FormRows, Mapping } from "../../api/types";
import { MappingTable } from "../../components/MappingTable";

type Props = { mapping: Mapping; rows: FormRows; onChange: (form: FormInput) => void };

const ROWS: FormRows[] = ["findings", "measures"];

/** Which column of a superior's form is which field of the ledger. */
export function FormColumns({ mapping, rows, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const columns = mapping.columns.map((column) => ({ index: column.index, field: column.field ?? null }));
  const here = { sheet: mapping.sheet, header_rows: mapping.header_rows };
  return (
    <section aria-labelledby={id} className="template-columns">
      <h3 id={id}>{t("templates.mapping")}</h3>
      <p className="page-note">{t("templates.mappingText")}</p>
      <p className="template-field">
        <span id={`${id}-rows`}>{t("templates.rows")}</span>
        <Radio.Group
          aria-labelledby={`${id}-rows`}
          value={rows}
          options={ROWS.map((one) => ({ value: one, label: t(`templates.rowsOf.${one}`) }))}
          onChange={(event) => onChange({ ...here, columns, rows: event.target.value as FormRows })}
        />
      </p>
      <p className="template-field">
        <label htmlFor={`${id}-header`}>{t("templates.headerRows")}</label>
        <InputNumber
          id={`${id}-header`}
          min={1}
          max={60}
          value={mapping.header_rows}
          // With another header the columns are read anew.
          onChange={(value) => value && onChange({ sheet: mapping.sheet, header_rows: value, columns: [], rows })}
        />
      </p>
      <MappingTable
        columns={mapping.columns}
        readOnly={false}
        ignored={t("templates.leftBlank")}
        onChoose={(index, field) =>
          onChange({ ...here, columns: columns.map((c) => (c.index === index ? { index, field } : c)), rows })
        }
      />
    </section>
  );
}
