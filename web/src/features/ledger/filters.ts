import type { Query } from "../../paths";
import type { Search } from "../../search";
import type { Lamp } from "../../api/types";
import { LAMPS } from "../../components/lamps";

// The address bar is the only place where the ledger's filters live.

export const FILTER_FIELDS = [
  "lamp",
  "q",
  "unit",
  "person",
  "completion",
  "fix_type",
  "closure",
  "area",
  "kind",
  "paper",
  "due_from",
  "due_to",
  "gap",
  "part",
] as const;
export type FilterField = (typeof FILTER_FIELDS)[number];
export type Filters = Partial<Record<FilterField, string>>;

export const SORTS = ["serial", "due", "updated"] as const;
export type Sort = (typeof SORTS)[number];

export type LedgerState = { filters: Filters; sort: Sort; open: string | null };

export function readLedger(search: Search): LedgerState {
  const filters: Filters = {};
  for (const field of FILTER_FIELDS) {
    const value = search[field];
    if (value) filters[field] = value;
  }
  const sort = SORTS.find((one) => one === search.sort) ?? "serial";
  return { filters, sort, open: search.open || null };
}

export function writeLedger(state: LedgerState): Query {
  const query: Query = { ...state.filters };
  if (state.sort !== "serial") query.sort = state.sort;
  if (state.open) query.open = state.open;
  return query;
}

/** What the list, the workbook and the printed page all ask the server for. */
export const serverQuery = (state: LedgerState): Query => writeLedger({ ...state, open: null });

export const anyFilter = (filters: Filters): boolean => FILTER_FIELDS.some((field) => filters[field]);

export const chosenLamps = (filters: Filters): Lamp[] =>
  LAMPS.filter((lamp) => filters.lamp?.split(",").includes(lamp));

export function toggleLamp(filters: Filters, lamp: Lamp): Filters {
  const chosen = chosenLamps(filters);
  const next = chosen.includes(lamp) ? chosen.filter((one) => one !== lamp) : [...chosen, lamp];
  return { ...filters, lamp: LAMPS.filter((one) => next.includes(one)).join(",") || undefined };
}
