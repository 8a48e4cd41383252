import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Report, ReportBlock } from "../../api/types";
import { BoundText } from "./BoundText";
import { EditableText } from "./EditableText";
import { blockId, type PaperActs } from "./paper";

/** The draft as it will stand on paper. */
export function ReportPaper({ report, acts }: { report: Report; acts: PaperActs }) {
  const { t } = useTranslation();
  return (
    <article className="panel report-paper" aria-label={t("report.draft")} lang="zh-CN">
      {acts.onChange && <p className="page-note report-hint">{t("report.editHint")}</p>}
      {report.issue.head.length > 0 && (
        <header className={`paper-head paper-head-${report.issue.form}`} aria-label={t("issue.head")}>
          {report.issue.head.map((line, at) => (
            <p key={at} className={at + 1 === report.issue.head.length ? "paper-number" : "paper-mark"}>
              {line}
            </p>
          ))}
        </header>
      )}
      {report.blocks.map((block, at) => (
        <Block key={at} block={block} at={at} acts={acts} />
      ))}
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

type Props = { block: ReportBlock; at: number; acts: PaperActs };

const Block = memo(function Block({ block, at, acts }: Props) {
  if (block.kind === "page_break") return <hr className="paper-break" />;
  if (block.kind === "table") return <Table block={block} at={at} acts={acts} />;
  return (
    <div id={blockId(at)} className={`paper-block paper-${block.kind}`}>
      <EditableText block={at} cell={null} content={block} runs={block.runs} acts={acts} />
    </div>
  );
});

function Table({ block, at, acts }: Props) {
  const all = block.widths.reduce((sum, width) => sum + width, 0) || 1;
  const [head, ...rows] = block.rows;
  return (
    <div id={blockId(at)} className="paper-table scroll-x" tabIndex={0} role="region" aria-label={`${at}`}>
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
                <BoundText runs={runs} acts={acts} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((runs, column) => (
                <td key={column}>
                  <EditableText block={at} cell={{ row: index + 1, column }} content={block} runs={runs} acts={acts} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
