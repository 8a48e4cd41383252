import { useMutation, useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useState } from "react";
import type { DiagnosticList, RemarkAct, ReportDiagnostic } from "../../api/types";
import { EVERYTHING, neighbour, noteId, shown, type DiagnosticFilter } from "./diagnostics";

type Calls = {
  add: (print: string, act: RemarkAct, reason: string) => Promise<DiagnosticList>;
  withdraw: (id: string) => Promise<DiagnosticList>;
};

/** What is shown, which one is looked at, and what is said of them; the answer of each act is the list anew. */
export function useDiagnostics(items: ReportDiagnostic[], queryKey: QueryKey, calls: Calls) {
  const client = useQueryClient();
  const [filter, setFilter] = useState<DiagnosticFilter>(EVERYTHING);
  const [current, setCurrent] = useState<string | null>(null);
  const onSuccess = (list: DiagnosticList) => client.setQueryData(queryKey, list);
  const adding = useMutation({
    mutationFn: (remark: { print: string; act: RemarkAct; reason: string }) =>
      calls.add(remark.print, remark.act, remark.reason),
    onSuccess,
  });
  const withdrawing = useMutation({ mutationFn: calls.withdraw, onSuccess });
  const visible = shown(items, filter);
  const look = (print: string | null) => {
    setCurrent(print);
    if (print === null) return;
    // The note may only just have come into sight.
    requestAnimationFrame(() => {
      const note = document.getElementById(noteId(print));
      note?.scrollIntoView({ block: "center" });
      note?.focus({ preventScroll: true });
    });
  };
  return {
    filter,
    setFilter,
    visible,
    current,
    look,
    step: (step: 1 | -1) => look(neighbour(visible, current, step)),
    adding,
    withdrawing,
  };
}

export type Diagnostics = ReturnType<typeof useDiagnostics>;
