import { useState } from "react";
import type { FindingRow } from "../../api/types";

/** As many as the server takes in one batch. */
export const BATCH_MAX = 200;

/** Rows picked for a batch; the picking is switched on by a button. */
export function useSelection() {
  const [rows, setRows] = useState<FindingRow[] | null>(null);
  return {
    on: rows !== null,
    rows: rows ?? [],
    start: () => setRows([]),
    stop: () => setRows(null),
    set: (picked: FindingRow[]) => setRows(picked.slice(0, BATCH_MAX)),
  };
}

export type Selection = ReturnType<typeof useSelection>;
