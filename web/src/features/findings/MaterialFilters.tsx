import { Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { MaterialQuery } from "../../api/uploads";
import { DateField } from "../../components/DateField";

const KINDS = ["document", "sheet", "pdf", "image", "text", "other"] as const;

type Props = { query: MaterialQuery; onQuery: (query: MaterialQuery) => void };

export function MaterialFilters({ query, onQuery }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(query.q ?? "");
  return (
    <div className="material-filters" role="search" aria-label={t("reuse.search")}>
      <Input.Search
        aria-label={t("reuse.search")}
        placeholder={t("reuse.searchHint")}
        allowClear
        value={text}
        onChange={(event) => setText(event.target.value)}
        onSearch={(words) => onQuery({ ...query, q: words.trim() || undefined })}
      />
      <Select
        aria-label={t("reuse.kind")}
        placeholder={t("reuse.kind")}
        allowClear
        value={query.kind}
        options={KINDS.map((kind) => ({ value: kind, label: t(`evidenceKind.${kind}`) }))}
        onChange={(kind?: string) => onQuery({ ...query, kind })}
      />
      <span className="filter-dates">
        <DateField
          aria-label={t("reuse.from")}
          placeholder={t("reuse.from")}
          value={query.from}
          onChange={(from) => onQuery({ ...query, from: from ?? undefined })}
        />
        <span aria-hidden="true">–</span>
        <DateField
          aria-label={t("reuse.to")}
          placeholder={t("reuse.to")}
          value={query.to}
          onChange={(to) => onQuery({ ...query, to: to ?? undefined })}
        />
      </span>
    </div>
  );
}
