import { Button, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { DateField } from "../../components/DateField";
import { PersonSelect } from "../../components/DirectorySelect";
import { EVENT_KINDS } from "../../components/vocabulary";
import { anyFilter, type FilterField, type Filters } from "./filters";

type Props = { filters: Filters; onFilters: (filters: Filters) => void };

export function LogFilters({ filters, onFilters }: Props) {
  const { t } = useTranslation();
  const set = (field: FilterField, value: string | null | undefined) =>
    onFilters({ ...filters, [field]: value || undefined });
  const words = (field: "subject" | "q") => (
    <Input.Search
      key={`${field} ${filters[field] ?? ""}`}
      className="filter-search"
      aria-label={t(`auditLog.${field}`)}
      placeholder={t(`auditLog.${field}`)}
      allowClear
      defaultValue={filters[field]}
      onSearch={(text) => set(field, text.trim())}
    />
  );
  return (
    <div className="filter-bar" role="search" aria-label={t("auditLog.filters")}>
      <span className="filter-dates">
        <DateField
          aria-label={t("auditLog.from")}
          placeholder={t("auditLog.from")}
          value={filters.from}
          onChange={(date) => set("from", date)}
        />
        <span aria-hidden="true">–</span>
        <DateField
          aria-label={t("auditLog.to")}
          placeholder={t("auditLog.to")}
          value={filters.to}
          onChange={(date) => set("to", date)}
        />
      </span>
      <PersonSelect
        aria-label={t("auditLog.person")}
        placeholder={t("auditLog.person")}
        value={filters.person}
        onChange={(id) => set("person", id)}
        style={{ minWidth: 110 }}
      />
      <Select
        aria-label={t("auditLog.kind")}
        className="filter"
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        placeholder={t("auditLog.kind")}
        value={filters.kind}
        options={EVENT_KINDS.map((kind) => ({ value: kind, label: t(`eventKind.${kind}`) }))}
        onChange={(kind?: string) => set("kind", kind)}
      />
      {words("subject")}
      {words("q")}
      {anyFilter(filters) && <Button onClick={() => onFilters({})}>{t("filter.clear")}</Button>}
    </div>
  );
}
