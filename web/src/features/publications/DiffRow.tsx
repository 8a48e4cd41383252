import { EyeInvisibleOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { PublicationRow, PublicationSegment } from "../../api/types";
import type { Subject } from "./RedactionDialog";
import { cellsOf, type Chosen } from "./selection";

type Props = { row: PublicationRow; onOpen: ((subject: Subject) => void) | null };

export const DiffRow = memo(function DiffRow({ row, onOpen }: Props) {
  const { t } = useTranslation();
  const added = row.block === null;
  return (
    <div className="diff-row" role="row" id={row.public === null ? undefined : `public-${row.public}`}>
      <div role="cell" className="diff-cell" data-label={t("publication.internal")}>
        {added ? (
          <span className="page-note">{t("publication.added")}</span>
        ) : (
          <Side row={row} side="internal" onOpen={null} />
        )}
        {row.dropped.map((text, at) => (
          <p key={at}>
            <del>{text}</del>
          </p>
        ))}
      </div>
      <div role="cell" className="diff-cell" data-label={t("publication.public")}>
        {row.public === null ? (
          <span className="page-note">{t("publication.leftOut")}</span>
        ) : (
          <Side row={row} side="public" onOpen={onOpen} />
        )}
        {onOpen && !added && row.public !== null && (
          <Button
            className="diff-redact"
            size="small"
            type="text"
            icon={<EyeInvisibleOutlined />}
            onClick={() => onOpen({ kind: "redact", row, chosen: null })}
          >
            {t("publication.redactHere")}
          </Button>
        )}
      </div>
    </div>
  );
});

/** Headings of the third level hold their measures too: they are read as text. */
const STRONG = ["title", "heading_1", "heading_2"];

type SideProps = { row: PublicationRow; side: "internal" | "public"; onOpen: Props["onOpen"] };

/** A table as its rows, one below the other: both versions keep beside each other. */
function Side({ row, side, onOpen }: SideProps) {
  return cellsOf(row).map((cells, at) => (
    <p key={at} className={STRONG.includes(row.kind) ? "diff-strong" : undefined}>
      {cells.map(({ segments, cell }, column) => (
        <span key={column}>
          {column > 0 && <span className="diff-bar-between"> │ </span>}
          {segments.map((segment) => (
            <Stretch key={segment.start} segment={segment} block={row.block} cell={cell} side={side} onOpen={onOpen} />
          ))}
        </span>
      ))}
    </p>
  ));
}

type StretchProps = {
  segment: PublicationSegment;
  block: number | null;
  cell: Chosen["cell"];
  side: SideProps["side"];
  onOpen: Props["onOpen"];
};

/** Kinds of masking that somebody may leave open with a reason. */
const RESTORABLE = ["name", "phone", "identity", "bank_card", "address"];

function Stretch({ segment, block, cell, side, onOpen }: StretchProps) {
  const { t } = useTranslation();
  const { change } = segment;
  if (!change) {
    const marks = side === "public" ? { "data-block": block ?? undefined, "data-start": segment.start } : {};
    const place = side === "public" && cell ? { "data-row": cell.row, "data-column": cell.column } : {};
    return (
      <span {...marks} {...place}>
        {segment.text}
      </span>
    );
  }
  if (side === "internal") return <del>{segment.text}</del>;
  const kind = t(`publicationChange.${change.kind}`);
  return (
    <>
      {change.kind === "restored" ? <b className="diff-restored">{change.after}</b> : <ins>{change.after}</ins>}
      <span className="diff-why">
        {kind}
        {t("common.colon")}
        <span lang="zh-CN">{change.reason}</span>
        {onOpen && block !== null && RESTORABLE.includes(change.kind) && (
          <button
            type="button"
            className="button-link"
            onClick={() =>
              onOpen({
                kind: "restore",
                row: null,
                chosen: { block, cell, start: segment.start, before: segment.text },
              })
            }
          >
            {t("publication.restore")}
          </button>
        )}
      </span>
    </>
  );
}
