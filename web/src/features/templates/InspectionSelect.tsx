import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";

/** The round that a template is tried on; the newest one to begin with. */
export function useInspectionChoice(chosen: string | null): string {
  const inspections = useQuery(queries.inspections()).data?.items ?? [];
  return chosen ?? inspections[0]?.key ?? "";
}

export function InspectionSelect(props: { value: string; onChange: (key: string) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const inspections = useQuery(queries.inspections());
  const options = (inspections.data?.items ?? []).map((one) => ({ value: one.key, label: `${one.key} ${one.title}` }));
  if (inspections.data && options.length === 0) return <p className="notice">{t("templates.noInspection")}</p>;
  return (
    <p className="template-field">
      <label htmlFor={id}>{t("templates.inspection")}</label>
      <Select
        id={id}
        className="template-wide"
        showSearch={{ optionFilterProp: "label" }}
        loading={inspections.isPending}
        value={props.value || undefined}
        options={options}
        onChange={props.onChange}
      />
    </p>
  );
}
