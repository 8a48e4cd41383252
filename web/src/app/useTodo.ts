import { useQuery } from "@tanstack/react-query";
import { queries } from "../api/queries";

/** Only the numbers are wanted; the server gives at least one row. */
const ROWS = 1;
const FRESH_MS = 60_000;

/** How much there is to do; asked again every minute while the page is looked at. */
export function useTodo() {
  return useQuery({ ...queries.mine(ROWS), staleTime: FRESH_MS, refetchInterval: FRESH_MS }).data;
}
