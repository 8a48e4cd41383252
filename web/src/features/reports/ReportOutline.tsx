import { useTranslation } from "react-i18next";
import type { Report } from "../../api/types";
import { blockId, words } from "./paper";

/** The headings; those with a place that the ledger moved say so. */
export function ReportOutline({ report }: { report: Report }) {
  const { t } = useTranslation();
  const headings = report.blocks
    .map((block, at) => ({ block, at, level: Number(/^heading_(\d)$/.exec(block.kind)?.[1] ?? 0) }))
    .filter(({ level }) => level > 0 && level <= 3);
  if (headings.length === 0) return <nav className="panel report-outline" aria-label={t("report.outline")} />;
  const stale = (from: number, to: number) =>
    report.blocks
      .slice(from, to)
      .some((block) => [block.runs, ...block.rows.flat()].some((runs) => runs.some((run) => run.stale)));
  return (
    <nav className="panel report-outline" aria-label={t("report.outline")}>
      <ol>
        {headings.map(({ block, at, level }, index) => (
          <li key={at} className={`outline-${level}`}>
            <a href={`#${blockId(at)}`}>{words(block.runs)}</a>
            {stale(at, headings[index + 1]?.at ?? report.blocks.length) && (
              <span className="stale-dot" role="img" aria-label={t("report.stale")} title={t("report.stale")} />
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
