import { Table, type GetRef } from "antd";
import { useMemo, useRef, useState, type KeyboardEvent, type UIEvent } from "react";
import { useTranslation } from "react-i18next";
import { useLargeText, useSingleKeys } from "../../components/preferences";
import type { FindingRow } from "../../api/types";
import { isTyping } from "../../ui/keys";
import { useElementSize } from "../../ui/useElementSize";
import { cellText, tableColumns, type ColumnKey } from "./columns";
import type { Ledger } from "./useLedger";
import type { Selection } from "./useSelection";

type Props = {
  ledger: Ledger;
  columns: ColumnKey[];
  openKey: string | null;
  onOpen: (key: string | null) => void;
  onSearch: () => void;
  selection: Selection;
};

const HEAD_HEIGHT = 40;
const NEAR_END_PX = 800;
const PICK_WIDTH = 44;

export function LedgerTable({ ledger, columns, openKey, onOpen, onSearch, selection }: Props) {
  const { t, i18n } = useTranslation();
  const [large] = useLargeText();
  // Larger letters and longer words need wider columns.
  const wide = (large ? 1.14 : 1) * (i18n.language === "en" ? 1.25 : 1);
  const [singleKeys] = useSingleKeys();
  const { ref, height, width } = useElementSize();
  const table = useRef<GetRef<typeof Table>>(null);
  const [active, setActive] = useState(-1);
  const shown = useMemo(() => tableColumns(columns, t, wide, onOpen), [columns, t, wide, onOpen]);
  const { rows } = ledger;
  const natural = shown.reduce((sum, column) => sum + Number(column.width), 0);

  const go = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setActive(next);
    table.current?.scrollTo({ index: next });
    if (next > rows.length - 20) ledger.more();
  };
  const onKey = (event: KeyboardEvent) => {
    if (isTyping(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    const key = event.key;
    if (key === "ArrowDown" || (singleKeys && key === "j")) go(active + 1);
    else if (key === "ArrowUp" || (singleKeys && key === "k")) go(active - 1);
    else if (key === "Enter" && rows[active]) onOpen(rows[active].key);
    else if (key === "Escape") setActive(-1);
    else if (singleKeys && key === "/") onSearch();
    else return;
    event.preventDefault();
  };
  const onScroll = (event: UIEvent<HTMLDivElement>) => {
    const { scrollTop, clientHeight, scrollHeight } = event.currentTarget;
    if (scrollHeight - scrollTop - clientHeight < NEAR_END_PX) ledger.more();
  };
  const current = rows[active];

  return (
    <div
      ref={ref}
      className={ledger.stale ? "ledger-table ledger-stale" : "ledger-table"}
      role="region"
      aria-label={t("ledger.table")}
      tabIndex={0}
      onKeyDown={onKey}
    >
      <p className="sr-only" aria-live="polite">
        {current
          ? `${cellText(current, "serial", t)} ${cellText(current, "lamp", t)} ${cellText(current, "title", t)}`
          : ""}
      </p>
      {height > 0 && (
        <Table<FindingRow>
          ref={table}
          virtual
          size="middle"
          rowKey="key"
          columns={shown}
          dataSource={rows}
          pagination={false}
          rowSelection={
            selection.on
              ? {
                  columnWidth: PICK_WIDTH,
                  fixed: true,
                  preserveSelectedRowKeys: true,
                  selectedRowKeys: selection.rows.map((row) => row.key),
                  onChange: (_, picked) => selection.set(picked),
                  getCheckboxProps: (row) => ({ "aria-label": t("batch.pick", { key: row.key }) }) as object,
                }
              : undefined
          }
          tableLayout="fixed"
          scroll={{ x: Math.max(natural + (selection.on ? PICK_WIDTH : 0), width), y: height - HEAD_HEIGHT }}
          onScroll={onScroll}
          rowClassName={(row, index) =>
            [index === active ? "row-active" : "", row.key === openKey ? "row-open" : ""].join(" ")
          }
          onRow={(row, index) => ({
            onClick: () => {
              setActive(index ?? -1);
              onOpen(row.key);
            },
          })}
        />
      )}
    </div>
  );
}
