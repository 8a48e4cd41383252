import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { listReviews } from "../../api/work";
import type { ReviewItem, Stage } from "../../api/types";

const NO_ITEMS: ReviewItem[] = [];

/** The queue, page after page; the total is exact from the first page on. */
export function useReviews(stage: Stage | undefined) {
  const pages = useInfiniteQuery({
    queryKey: ["work", "reviews", stage ?? ""],
    queryFn: ({ pageParam }) => listReviews(stage, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const first = pages.data?.pages[0];
  return {
    items: pages.data ? pages.data.pages.flatMap((page) => page.items) : NO_ITEMS,
    total: first?.total ?? 0,
    counts: first?.counts ?? [],
    recent: first?.recent ?? [],
    asOf: first?.as_of,
    loading: pages.isPending,
    error: pages.error,
    retry: () => void pages.refetch(),
    more: () => void pages.fetchNextPage(),
    hasMore: pages.hasNextPage,
    loadingMore: pages.isFetchingNextPage,
  };
}
