import type { TableColumnsType } from "antd";
import type { TFunction } from "i18next";
import type { FindingRow } from "../../api/types";
import { allNames } from "../../components/people";
import { LampTag } from "../../components/lamps";
import { Progress } from "../../ui/Progress";

export type ColumnKey =
  | "serial"
  | "lamp"
  | "title"
  | "area"
  | "unit"
  | "leader"
  | "owner"
  | "co_units"
  | "due"
  | "fix_type"
  | "completion"
  | "progress"
  | "stage"
  | "closure"
  | "key";

export const COLUMNS: ColumnKey[] = [
  "serial",
  "lamp",
  "title",
  "area",
  "unit",
  "leader",
  "owner",
  "co_units",
  "due",
  "fix_type",
  "completion",
  "progress",
  "stage",
  "closure",
  "key",
];
export const DEFAULT_COLUMNS: ColumnKey[] = [
  "serial",
  "lamp",
  "title",
  "unit",
  "leader",
  "owner",
  "due",
  "completion",
  "progress",
];

const WIDTHS: Record<ColumnKey, number> = {
  serial: 64,
  lamp: 100,
  title: 300,
  area: 180,
  unit: 130,
  leader: 90,
  owner: 90,
  co_units: 150,
  due: 108,
  fix_type: 96,
  completion: 96,
  progress: 120,
  stage: 96,
  closure: 96,
  key: 140,
};

export function cellText(row: FindingRow, key: ColumnKey, t: TFunction): string {
  switch (key) {
    case "serial":
      return row.ordinal;
    case "lamp":
      return t(`lamp.${row.lamp}`);
    case "title":
      return row.title || row.text;
    case "area":
      return row.area ?? "";
    case "unit":
      return row.unit?.name ?? "";
    case "leader":
      return allNames(t, row.leader, row.co_leaders);
    case "owner":
      return allNames(t, row.owner, row.co_owners);
    case "co_units":
      return row.co_units.map((unit) => unit.name).join(t("common.comma"));
    case "due":
      return row.due ?? "";
    case "fix_type":
      return row.fix_type ? t(`fixType.${row.fix_type}`) : "";
    case "completion":
      return t(`completion.${row.completion}`);
    case "progress":
      return `${row.measures.done}/${row.measures.all}`;
    case "stage":
      return t(`stage.${row.stage}`);
    case "closure":
      return t(`closure.${row.closure}`);
    case "key":
      return row.key;
  }
}

export function tableColumns(
  chosen: ColumnKey[],
  t: TFunction,
  wide: number,
  onOpen: (key: string) => void,
): TableColumnsType<FindingRow> {
  return chosen.map((key) => ({
    key,
    title: t(`column.${key}`),
    width: key === "title" ? WIDTHS.title : Math.round(WIDTHS[key] * wide),
    ellipsis: true,
    fixed: key === "serial" || key === "lamp" ? "start" : undefined,
    className: ["serial", "due", "key"].includes(key) ? "digits" : undefined,
    render: (_: unknown, row: FindingRow) => {
      if (key === "lamp") return <LampTag lamp={row.lamp} reason={row.lamp_reason} />;
      if (key === "progress") return <Progress percent={row.progress} words={cellText(row, key, t)} />;
      if (key === "title") {
        return (
          <button type="button" className="row-link" tabIndex={-1} onClick={() => onOpen(row.key)}>
            {cellText(row, key, t)}
          </button>
        );
      }
      return cellText(row, key, t) || <span className="none">–</span>;
    },
  }));
}
