import type { Query } from "../../paths";
import type { Search } from "../../search";

// The address bar is the only place where the log's filters live.

export const FILTER_FIELDS = ["from", "to", "person", "kind", "subject", "q"] as const;
export type FilterField = (typeof FILTER_FIELDS)[number];
export type Filters = Partial<Record<FilterField, string>>;

export type LogState = { filters: Filters; open: number | null };

export function readLog(search: Search): LogState {
  const filters: Filters = {};
  for (const field of FILTER_FIELDS) {
    const value = search[field];
    if (value) filters[field] = value;
  }
  const open = Number(search.open);
  return { filters, open: Number.isSafeInteger(open) && open > 0 ? open : null };
}

export function writeLog(state: LogState): Query {
  return { ...state.filters, open: state.open ? String(state.open) : undefined };
}

export const anyFilter = (filters: Filters): boolean => FILTER_FIELDS.some((field) => filters[field]);

/** A month more on either side; without days the other filters go. */
export function widened(filters: Filters): Filters {
  const { from, to } = filters;
  if (!from && !to) return {};
  return { ...filters, from: from && moved(from, -30), to: to && moved(to, 30) };
}

function moved(day: string, days: number): string | undefined {
  const at = Date.parse(day);
  return Number.isNaN(at) ? undefined : new Date(at + days * 86_400_000).toISOString().slice(0, 10);
}
