import { useRouter, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { Draft } from "../../api/types";
import { paths } from "../../paths";

const ROUTE = "/signed-in/shell/inspections/$key/import";
/** Browsers refuse addresses that change with every repeat of a key held down. */
const PAUSE_MS = 250;

/** The current node and the filter; the address follows, so that a colleague opens the same place. */
export function useReviewAddress(draft: Draft) {
  const search = useSearch({ from: ROUTE });
  const router = useRouter();
  const [currentId, setCurrentId] = useState(search.node ?? null);
  const [onlyUnchecked, setOnlyUnchecked] = useState(search.only === "unchecked");

  const here = paths.importing(draft.inspection_key);
  const wanted = paths.importing(draft.inspection_key, draft.id, {
    node: currentId ?? undefined,
    only: onlyUnchecked ? "unchecked" : undefined,
  });
  useEffect(() => {
    const timer = setTimeout(() => {
      const { pathname, search: now, href } = router.latestLocation;
      // The reader may be on the way to another page already.
      const leaving = pathname !== here || now.draft !== draft.id;
      if (!leaving && href !== wanted) void router.navigate({ href: wanted, replace: true });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [router, draft.id, here, wanted]);

  return { currentId, setCurrentId, onlyUnchecked, setOnlyUnchecked };
}

export type ReviewAddress = ReturnType<typeof useReviewAddress>;
