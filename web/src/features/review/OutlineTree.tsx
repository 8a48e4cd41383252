import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState, type DragEvent } from "react";
import { useTranslation } from "react-i18next";
import { useLargeText } from "../../components/preferences";
import { EmptyState } from "../../ui/EmptyState";
import { OutlineRow } from "./OutlineRow";
import { dropTarget } from "./outline";
import { useTreeKeys } from "./useTreeKeys";
import type { Review } from "./useReview";

type Drop = { over: string; place: "before" | "inside" | "after" };

/** The outline as a tree: arrows, marks and moves by key; dragging is the mouse's twin of the same moves. */
export function OutlineTree({ review, readOnly }: { review: Review; readOnly: boolean }) {
  const { t } = useTranslation();
  const [large] = useLargeText();
  const scroller = useRef<HTMLDivElement>(null);
  const dragged = useRef<string | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);
  const { rows, current } = review;
  const rowHeight = large ? 42 : 37;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  const currentIndex = rows.findIndex((row) => row.node.id === current?.id);
  useEffect(() => {
    if (currentIndex >= 0) virtual.scrollToIndex(currentIndex, { align: "auto" });
  }, [currentIndex, virtual]);
  const onKeyDown = useTreeKeys(review, readOnly);

  const onDragOver = (event: DragEvent, id: string) => {
    if (!dragged.current || dragged.current === id) return;
    event.preventDefault();
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientY - box.top) / box.height;
    const place = share < 0.28 ? "before" : share > 0.72 ? "after" : "inside";
    if (drop?.over !== id || drop.place !== place) setDrop({ over: id, place });
  };
  const onDrop = () => {
    const node = dragged.current;
    dragged.current = null;
    setDrop(null);
    if (!node || !drop) return;
    const target = dropTarget(review.draft.nodes, rows, node, drop.over, drop.place);
    if (target) void review.edits.edit({ op: "set_parent", node, ...target }, "tree");
  };

  return (
    <div
      ref={scroller}
      className="tree-scroll"
      role="tree"
      aria-label={t("review.tree")}
      aria-multiselectable="true"
      aria-activedescendant={currentIndex >= 0 ? `node-${current?.id}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={() => !current && rows[0] && review.select(rows[0].node.id)}
    >
      {rows.length === 0 && (
        <EmptyState title={review.onlyUnchecked ? t("review.allChecked") : t("review.emptyTree")} />
      )}
      <div role="none" style={{ height: virtual.getTotalSize(), position: "relative" }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]!;
          return (
            <OutlineRow
              key={row.node.id}
              row={row}
              top={item.start}
              height={rowHeight}
              current={row.node.id === current?.id}
              marked={review.marked.has(row.node.id)}
              collapsed={review.collapsed.has(row.node.id)}
              drop={drop?.over === row.node.id ? drop.place : null}
              draggable={!readOnly}
              onSelect={(event) => {
                if (event.ctrlKey || event.metaKey) review.toggleMark(row.node.id);
                else review.select(row.node.id);
              }}
              onToggle={() => review.toggleCollapse(row.node.id)}
              onDragStart={() => (dragged.current = row.node.id)}
              onDragOver={(event) => onDragOver(event, row.node.id)}
              onDrop={onDrop}
              onDragEnd={() => {
                dragged.current = null;
                setDrop(null);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}
