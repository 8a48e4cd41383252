import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { listFindings } from "../../api/findings";
import type { FindingRow } from "../../api/types";
import type { Query } from "../../paths";

const NO_ROWS: FindingRow[] = [];

/** Pages of the ledger, glued together as the reader scrolls; the total is exact from the first page on. */
export function useLedger(inspection: string, query: Query) {
  const pages = useInfiniteQuery({
    queryKey: ["inspections", inspection, "findings", query],
    queryFn: ({ pageParam }) => listFindings(inspection, query, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const first = pages.data?.pages[0];
  return {
    rows: pages.data ? pages.data.pages.flatMap((page) => page.items) : NO_ROWS,
    total: first?.total ?? 0,
    counts: first?.counts,
    asOf: first?.as_of,
    loading: pages.isPending,
    stale: pages.isPlaceholderData,
    error: pages.error,
    retry: () => void pages.refetch(),
    more: () => {
      if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage();
    },
    loadingMore: pages.isFetchingNextPage,
  };
}

export type Ledger = ReturnType<typeof useLedger>;
