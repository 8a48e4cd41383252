import { useQuery } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useEffect, useState, type RefObject } from "react";
import type { InputRef } from "antd";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import { DateField } from "../../components/DateField";
import { PersonSelect, UnitSelect } from "../../components/DirectorySelect";
import { CLOSURES, COMPLETIONS, FIX_TYPES, PAPERS } from "../../components/vocabulary";
import { useNarrow } from "../../ui/useMedia";
import { anyFilter, FILTER_FIELDS, SORTS, type FilterField, type Filters, type Sort } from "./filters";

const WORDS = { completion: "completion", fix_type: "fixType", closure: "closure" } as const;

type Props = {
  inspection: string;
  filters: Filters;
  sort: Sort;
  searchRef: RefObject<InputRef | null>;
  onFilters: (filters: Filters) => void;
  onSort: (sort: Sort) => void;
};

export function FilterBar({ inspection, filters, sort, searchRef, onFilters, onSort }: Props) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const [unfolded, setUnfolded] = useState(false);
  const used = FILTER_FIELDS.filter((field) => field !== "q" && field !== "lamp" && filters[field]).length;
  const folded = narrow && !unfolded;
  const statistics = useQuery(queries.statistics(inspection));
  const set = (field: FilterField, value: string | null | undefined) =>
    onFilters({ ...filters, [field]: value || undefined });
  const choose = (field: keyof typeof WORDS, values: readonly string[]) => (
    <Select
      aria-label={t(`filter.${field}`)}
      className={field === "closure" ? "filter filter-short" : "filter"}
      allowClear
      placeholder={t(`filter.${field}`)}
      value={filters[field]}
      options={values.map((value) => ({
        value,
        label: t(`${WORDS[field]}.${value}`),
      }))}
      onChange={(value?: string) => set(field, value)}
    />
  );
  return (
    <div className="filter-bar" role="search" aria-label={t("filter.label")}>
      <SearchField inputRef={searchRef} value={filters.q ?? ""} onSearch={(words) => set("q", words)} />
      {narrow && (
        <Button aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          {used > 0 ? t("filter.moreActive", { n: used }) : t("filter.more")}
        </Button>
      )}
      {!folded && (
        <>
          <UnitSelect
            aria-label={t("filter.unit")}
            placeholder={t("filter.unit")}
            value={filters.unit}
            onChange={(id) => set("unit", id)}
            style={{ minWidth: 116 }}
          />
          <PersonSelect
            aria-label={t("filter.person")}
            placeholder={t("filter.person")}
            value={filters.person}
            onChange={(id) => set("person", id)}
            style={{ minWidth: 92 }}
          />
          {choose("completion", COMPLETIONS)}
          {choose("fix_type", FIX_TYPES)}
          {choose("closure", CLOSURES)}
          <Select
            aria-label={t("filter.area")}
            className="filter filter-short"
            allowClear
            showSearch
            placeholder={t("filter.area")}
            value={filters.area}
            options={(statistics.data?.by_area ?? []).map((area) => ({ value: area.name, label: area.name }))}
            onChange={(value?: string) => set("area", value)}
          />
          <Select
            aria-label={t("filter.paper")}
            className="filter"
            allowClear
            placeholder={t("filter.paper")}
            value={filters.paper}
            options={[
              { value: "any", label: t("filter.paperAny") },
              ...PAPERS.map((code) => ({ value: code, label: t(`paper.${code}`) })),
            ]}
            onChange={(value?: string) => set("paper", value)}
          />
          <Select
            aria-label={t("filter.part")}
            className="filter filter-short"
            allowClear
            placeholder={t("filter.part")}
            value={filters.part}
            options={[{ value: "set_aside", label: t("filter.partSetAside") }]}
            onChange={(value?: string) => set("part", value)}
          />
          <span className="filter-dates">
            <DateField
              aria-label={t("filter.dueFrom")}
              placeholder={t("filter.dueFrom")}
              value={filters.due_from}
              onChange={(date) => set("due_from", date)}
            />
            <span aria-hidden="true">–</span>
            <DateField
              aria-label={t("filter.dueTo")}
              placeholder={t("filter.dueTo")}
              value={filters.due_to}
              onChange={(date) => set("due_to", date)}
            />
          </span>
          <Select
            aria-label={t("filter.sort")}
            className="filter"
            value={sort}
            options={SORTS.map((one) => ({ value: one, label: t(`sort.${one}`) }))}
            onChange={onSort}
          />
        </>
      )}
      {anyFilter(filters) && <Button onClick={() => onFilters({})}>{t("filter.clear")}</Button>}
    </div>
  );
}

/** Waits for a pause in typing, so that an input method is never disturbed. */
function SearchField(props: {
  value: string;
  inputRef: RefObject<InputRef | null>;
  onSearch: (words: string) => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState(props.value);
  const { value, onSearch } = props;
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onSearch(text.trim()), 350);
    return () => clearTimeout(timer);
    // Only typing starts the wait; a new callback must not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text]);
  return (
    <Input.Search
      ref={props.inputRef}
      className="filter-search"
      aria-label={t("filter.search")}
      placeholder={t("filter.searchHint")}
      allowClear
      value={text}
      onChange={(event) => setText(event.target.value)}
      onSearch={(words) => onSearch(words.trim())}
    />
  );
}
