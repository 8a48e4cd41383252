import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Report, ReportBlock, ReportDiagnostic } from "../../api/types";
import { noteId, type Mark } from "../../components/diagnostics/diagnostics";
import { BoundText } from "./BoundText";
import { EditableText } from "./EditableText";
import { MarginNotes } from "./MarginNotes";
import { blockId, marksAt, type PaperActs } from "./paper";
import type { Checks } from "./useChecks";

type PaperProps = { report: Report; acts: PaperActs; checks: Checks };

/** The draft as it will stand on paper, with what the checker says beside it. */
export function ReportPaper({ report, acts, checks }: PaperProps) {
  const { t } = useTranslation();
  const { head, number, signers } = report.issue;
  // The number, which is given late, and the signers are the last line.
  const marks = number || signers.length > 0 ? head.length - 1 : head.length;
  return (
    <article className="panel report-paper" aria-label={t("report.draft")} lang="zh-CN">
      {acts.onChange && <p className="page-note report-hint">{t("report.editHint")}</p>}
      <MarginNotes items={checks.blocks.get(-1) ?? []} report={report} acts={acts} checks={checks} />
      {head.length > 0 && (
        <header className={`paper-head paper-head-${report.issue.form}`} aria-label={t("issue.head")}>
          {head.map((line, at) => (
            <p key={at} className={at < marks ? "paper-mark" : "paper-number"}>
              {line}
            </p>
          ))}
        </header>
      )}
      {report.blocks.map((block, at) => {
        const items = checks.blocks.get(at) ?? NONE;
        return (
          <div key={at} className={items.length > 0 ? "paper-row paper-row-noted" : "paper-row"}>
            <Block block={block} at={at} acts={acts} items={items} />
            <MarginNotes items={items} report={report} acts={acts} checks={checks} />
          </div>
        );
      })}
      {report.issue.foot.length > 0 && (
        <footer className="paper-foot" aria-label={t("issue.foot")}>
          {report.issue.foot.map((line, at) => (
            <p key={at}>{line}</p>
          ))}
        </footer>
      )}
    </article>
  );
}

const NONE: ReportDiagnostic[] = [];

type Props = { block: ReportBlock; at: number; acts: PaperActs; items: ReportDiagnostic[] };

const Block = memo(function Block({ block, at, acts, items }: Props) {
  if (block.kind === "page_break") return <hr className="paper-break" />;
  if (block.kind === "table") return <Table block={block} at={at} acts={acts} items={items} />;
  return (
    <div id={blockId(at)} className={`paper-block paper-${block.kind}`}>
      <ToNotes items={items} />
      <EditableText
        block={at}
        cell={null}
        content={block}
        runs={block.runs}
        acts={acts}
        marks={marksAt(items, at, null)}
      />
    </div>
  );
});

/** From the paragraph to what is said of it. */
function ToNotes({ items }: { items: ReportDiagnostic[] }) {
  const { t } = useTranslation();
  const first = items[0];
  if (!first) return null;
  return (
    <a
      className={`to-notes diag-${first.level}`}
      href={`#${noteId(first.print)}`}
      aria-label={t("diagnostic.toNotes", { n: items.length })}
    >
      {items.length}
    </a>
  );
}

function Table({ block, at, acts, items }: Props) {
  const all = block.widths.reduce((sum, width) => sum + width, 0) || 1;
  const [head, ...rows] = block.rows;
  const marks = (row: number, column: number): Mark[] => marksAt(items, at, { row, column });
  return (
    <div id={blockId(at)} className="paper-table scroll-x" tabIndex={0} role="region" aria-label={`${at}`}>
      <ToNotes items={items} />
      <table>
        <colgroup>
          {block.widths.map((width, column) => (
            <col key={column} style={{ width: `${(width / all) * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {head?.map((runs, column) => (
              <th key={column} scope="col">
                <BoundText runs={runs} acts={acts} marks={marks(0, column)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((runs, column) => (
                <td key={column}>
                  <EditableText
                    block={at}
                    cell={{ row: index + 1, column }}
                    content={block}
                    runs={runs}
                    acts={acts}
                    marks={marks(index + 1, column)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
