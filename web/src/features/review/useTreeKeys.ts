import type { KeyboardEvent } from "react";
import { useSingleKeys } from "../../components/preferences";
import type { Review } from "./useReview";

/** Field of the editor the S key leads to. */
export const TEXT_FIELD = "node-text";

/** The tree's keys. Single letters act only while the tree has the focus and can be switched off. */
export function useTreeKeys(review: Review, readOnly: boolean) {
  const [singleKeys] = useSingleKeys();
  const { rows, current, edits } = review;

  const step = (by: number, mark = false) => {
    const at = rows.findIndex((row) => row.node.id === current?.id);
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    if (!next) return;
    if (mark) {
      if (current && !review.marked.has(current.id)) review.toggleMark(current.id);
      if (!review.marked.has(next.node.id)) review.toggleMark(next.node.id);
    }
    review.select(next.node.id);
  };
  const fold = (open: boolean) => {
    const row = rows.find((one) => one.node.id === current?.id);
    if (!row) return;
    if (row.hasChildren && review.collapsed.has(row.node.id) === open) review.toggleCollapse(row.node.id);
    else if (!open && row.node.parent_id) review.select(row.node.parent_id);
    else if (open && row.hasChildren) step(1);
  };
  const change = (op: "promote" | "demote" | "move_up" | "move_down") => {
    if (current) void edits.edit({ op, node: current.id }, "tree");
  };

  const moving: Record<string, () => void> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    ArrowRight: () => fold(true),
    ArrowLeft: () => fold(false),
    Home: () => rows[0] && review.select(rows[0].node.id),
    End: () => rows.length > 0 && review.select(rows[rows.length - 1]!.node.id),
  };
  const acting: Record<string, () => void> = {
    Enter: () => void review.confirmNext(),
    " ": () => current && review.toggleMark(current.id),
    Delete: () => void review.removeCurrent(),
    Escape: () => review.clearMarks(),
  };
  const shifted: Record<string, () => void> = { ArrowDown: () => step(1, true), ArrowUp: () => step(-1, true) };
  const withAlt: Record<string, () => void> = {
    ArrowLeft: () => change("promote"),
    ArrowRight: () => change("demote"),
    ArrowUp: () => change("move_up"),
    ArrowDown: () => change("move_down"),
  };
  const letters: Record<string, () => void> = {
    m: () => void review.mergeMarked(),
    s: () => document.getElementById(TEXT_FIELD)?.focus(),
    x: () => void review.setAside(),
  };

  return (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    let act: (() => void) | undefined;
    if (event.altKey) act = readOnly ? undefined : withAlt[event.key];
    else if (event.shiftKey) act = readOnly ? undefined : shifted[event.key];
    else act = moving[event.key] ?? (readOnly ? undefined : acting[event.key]);
    if (!act && singleKeys && !readOnly && !event.altKey) act = letters[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  };
}
