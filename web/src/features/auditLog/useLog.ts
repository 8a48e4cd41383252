import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { listLog } from "../../api/auditLog";
import type { LogEntry } from "../../api/types";
import type { Filters } from "./filters";

const NO_ROWS: LogEntry[] = [];

/** Pages of the log, newest first; the total is exact from the first page on. */
export function useLog(filters: Filters, paper: "screen" | "paper") {
  const pages = useInfiniteQuery({
    queryKey: ["audit-log", paper, filters],
    queryFn: ({ pageParam }) => listLog(filters, pageParam, paper),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  return {
    rows: pages.data ? pages.data.pages.flatMap((page) => page.items) : NO_ROWS,
    total: pages.data?.pages[0]?.total ?? 0,
    loading: pages.isPending,
    stale: pages.isPlaceholderData,
    error: pages.error,
    retry: () => void pages.refetch(),
    more: () => {
      if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage();
    },
    hasMore: pages.hasNextPage,
    loadingMore: pages.isFetchingNextPage,
  };
}

/** The entry that is open, whether it is among the rows or far behind them. */
export function useEntry(seq: number | null, log: Pick<Log, "rows" | "loading">) {
  const near = log.rows.find((entry) => entry.seq === seq);
  const far = useQuery({
    queryKey: ["audit-log", "entry", seq],
    queryFn: async () => (await listLog({}, (seq ?? 0) + 1, "screen")).items.find((one) => one.seq === seq) ?? null,
    enabled: seq !== null && !near && !log.loading,
  });
  return { entry: near ?? far.data ?? null, missing: !near && far.data === null, error: near ? null : far.error };
}

export type Log = ReturnType<typeof useLog>;
