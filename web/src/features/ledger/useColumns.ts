import { useState } from "react";
import { COLUMNS, DEFAULT_COLUMNS, type ColumnKey } from "./columns";

const STORED = "rectify.ledger-columns";

export function readColumns(stored: string | null): ColumnKey[] {
  if (!stored) return DEFAULT_COLUMNS;
  const known = new Set(stored.split(","));
  const chosen = COLUMNS.filter((key) => known.has(key));
  return chosen.length > 0 ? chosen : DEFAULT_COLUMNS;
}

/** Which columns this reader wants; kept in this browser. */
export function useColumns() {
  const [columns, setColumns] = useState(() => readColumns(localStorage.getItem(STORED)));
  const choose = (next: ColumnKey[]) => {
    const ordered = COLUMNS.filter((key) => next.includes(key));
    localStorage.setItem(STORED, ordered.join(","));
    setColumns(ordered);
  };
  const reset = () => {
    localStorage.removeItem(STORED);
    setColumns(DEFAULT_COLUMNS);
  };
  return { columns, choose, reset };
}
