import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { queries } from "../../api/queries";
import { discardReport, editReport, lockReport, refreshReport, type ReportEdit } from "../../api/reports";
import type { Report } from "../../api/types";

/** A change, and the changes that take it back. */
export type Change = { edit: ReportEdit; back: ReportEdit[] };

type Act =
  | { kind: "edit"; change: Change }
  | { kind: "undo"; back: ReportEdit[] }
  | { kind: "refresh"; places: number[] | null }
  | { kind: "lock" };

/** The report, what may be done with it, and what can be taken back. */
export function useReport(key: string) {
  const client = useQueryClient();
  const options = queries.report(key);
  const report = useQuery(options);
  const [done, setDone] = useState<ReportEdit[][]>([]);
  const version = report.data?.version ?? 0;

  const run = async (act: Act): Promise<Report> => {
    if (act.kind === "refresh") return refreshReport(key, version, act.places);
    if (act.kind === "lock") return lockReport(key, version);
    const edits = act.kind === "undo" ? act.back : [act.change.edit];
    let now: Report | undefined;
    for (const edit of edits) now = await editReport(key, now?.version ?? version, edit);
    return now as Report;
  };
  const acting = useMutation({
    mutationFn: run,
    onSuccess: (now, act) => {
      client.setQueryData(options.queryKey, now);
      // What the ledger wrote meanwhile is not taken back by an older change.
      if (act.kind === "edit") setDone((before) => [...before, act.change.back]);
      else if (act.kind === "undo") setDone((before) => before.slice(0, -1));
      else setDone([]);
      void client.invalidateQueries({ queryKey: ["inspections"] });
    },
    onError: () => void client.invalidateQueries({ queryKey: options.queryKey, exact: true }),
  });
  const discarding = useMutation({
    mutationFn: () => discardReport(key, version),
    onSuccess: () => client.invalidateQueries(),
  });
  const last = done.at(-1);
  return {
    report,
    acting,
    discarding,
    undo: last ? () => acting.mutate({ kind: "undo", back: last }) : null,
  };
}

export type Acting = ReturnType<typeof useReport>["acting"];
