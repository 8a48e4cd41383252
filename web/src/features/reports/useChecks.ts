import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { queries } from "../../api/queries";
import { remarkOnReport, withdrawReportRemark } from "../../api/reports";
import type { Report } from "../../api/types";
import { byBlock } from "../../components/diagnostics/diagnostics";
import { useDiagnostics } from "../../components/diagnostics/useDiagnostics";

/** 核稿 of a report, asked anew after each change; only while it is looked at. */
export function useChecks(report: Report, enabled: boolean) {
  const options = queries.reportChecks(report.key, report.version);
  const checks = useQuery({ ...options, enabled });
  const items = useMemo(() => checks.data?.items ?? [], [checks.data]);
  const state = useDiagnostics(items, options.queryKey, {
    add: (print, act, reason) => remarkOnReport(report.key, print, act, reason),
    withdraw: (id) => withdrawReportRemark(report.key, id),
  });
  const blocks = enabled ? byBlock(state.visible) : new Map<number, never[]>();
  return { checks, items, state, blocks };
}

export type Checks = ReturnType<typeof useChecks>;
