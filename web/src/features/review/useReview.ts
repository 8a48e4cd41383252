import { useCallback, useMemo, useState } from "react";
import type { Span } from "../../api/drafts";
import type { Draft, DraftEdit, DraftNode, NodeKind } from "../../api/types";
import { nextUnchecked, outline } from "./outline";
import { nextSentence, sentenceAt, spanOf, type Place } from "./spans";
import type { DraftEdits, Spot } from "./useDraftEdits";
import type { ReviewAddress } from "./useReviewAddress";

/** Everything the two halves of the review share: current node, picked text, and the acts on them. */
export function useReview(draft: Draft, edits: DraftEdits, address: ReviewAddress) {
  const { currentId, setCurrentId, onlyUnchecked, setOnlyUnchecked } = address;
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const [place, setPlace] = useState<Place | null>(null);
  const [selection, setSelection] = useState<Span[]>([]);

  const rows = useMemo(
    () => outline(draft.nodes, collapsed, onlyUnchecked ? (node) => !node.checked || node.id === currentId : undefined),
    [draft.nodes, collapsed, onlyUnchecked, currentId],
  );
  const current = draft.nodes.find((node) => node.id === currentId) ?? null;
  const sentence = place ? (sentenceAt(draft.paragraphs, place) ?? null) : null;
  const picked: Span[] = selection.length > 0 ? selection : place && sentence ? [spanOf(place, sentence)] : [];

  const { forgetRefusal } = edits;
  const select = useCallback(
    (id: string | null) => {
      setCurrentId(id);
      setPlace(null);
      setSelection([]);
      forgetRefusal();
    },
    [setCurrentId, forgetRefusal],
  );
  const toggle = (set: ReadonlySet<string>, id: string) => {
    const next = new Set(set);
    if (!next.delete(id)) next.add(id);
    return next;
  };
  const pickPlace = (next: Place | null) => {
    setSelection([]);
    setPlace(next);
    const node = next ? sentenceAt(draft.paragraphs, next)?.node_id : null;
    if (node) setCurrentId(node);
  };

  const done = async (change: DraftEdit, spot: Spot) => (await edits.edit(change, spot)) !== null;
  const confirmNext = async () => {
    if (!current) return;
    const next = nextUnchecked(rows, current.id);
    if (!current.checked && !(await done({ op: "check", node: current.id, checked: true }, "tree"))) return;
    if (next) select(next);
  };
  const removeCurrent = async (): Promise<boolean> => {
    if (!current) return false;
    const at = rows.findIndex((row) => row.node.id === current.id);
    const neighbour = rows.slice(at + 1).find((row) => row.node.parent_id !== current.id) ?? rows[at - 1];
    if (!(await done({ op: "remove", node: current.id }, "tree"))) return false;
    select(neighbour?.node.id ?? null);
    return true;
  };
  const mergeMarked = async () => {
    const order = rows.map((row) => row.node.id).filter((id) => marked.has(id) || id === currentId);
    if (order.length < 2) return;
    if (await done({ op: "merge", nodes: order }, "tree")) {
      setMarked(new Set());
      select(order[0]!);
    }
  };
  /** The first stretch becomes the node, the others are added to it. */
  const createFrom = async (kind: NodeKind, parent: string | null, spans: Span[]): Promise<string | null> => {
    const known = new Set(draft.nodes.map((node) => node.id));
    const [first, ...rest] = spans;
    if (!first) return null;
    const next = await edits.edit({ op: "create", kind, parent, ...first }, "source");
    const made = next?.nodes.find((node) => !known.has(node.id))?.id ?? null;
    return made && (await attach(made, rest)) ? made : null;
  };
  const attach = async (node: string, spans: Span[]): Promise<boolean> => {
    for (const span of spans) if (!(await done({ op: "attach", node, ...span }, "source"))) return false;
    return true;
  };
  const createPicked = async (kind: NodeKind) => {
    const made = await createFrom(kind, parentFor(draft.nodes, current, kind), picked);
    if (made) select(made);
  };
  const joinPicked = async () => {
    if (!current) return;
    if (await attach(current.id, picked)) select(current.id);
  };
  const skipPicked = async () => {
    const op = sentence?.state === "skipped" && selection.length === 0 ? "unskip" : "skip";
    for (const span of picked) if (!(await done({ op, ...span }, "source"))) return;
    setSelection([]);
    if (op === "skip")
      pickPlace(nextSentence(draft.paragraphs, place, (one) => one.state === "open" && one !== sentence));
  };
  /** 标为非问题: the node goes, its sentences count as seen. */
  const setAside = async () => {
    if (!current) return;
    const spans = current.sources;
    if (!(await removeCurrent())) return;
    for (const span of spans) if (!(await done({ op: "skip", ...span }, "tree"))) return;
  };

  return {
    draft,
    edits,
    rows,
    current,
    marked,
    collapsed,
    onlyUnchecked,
    place,
    sentence,
    picked,
    selection,
    select,
    pickPlace,
    setSelection,
    setOnlyUnchecked,
    toggleMark: (id: string) => setMarked((set) => toggle(set, id)),
    clearMarks: () => setMarked(new Set()),
    toggleCollapse: (id: string) => setCollapsed((set) => toggle(set, id)),
    nextOpen: () => pickPlace(nextSentence(draft.paragraphs, place, (one) => one.state === "open")),
    confirmNext,
    removeCurrent,
    mergeMarked,
    createPicked,
    joinPicked,
    skipPicked,
    setAside,
  };
}

export type Review = ReturnType<typeof useReview>;

/** A new node goes where a reader expects it: measures under a finding, findings under an area. */
export function parentFor(nodes: DraftNode[], current: DraftNode | null, kind: NodeKind): string | null {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const wanted: NodeKind[] =
    kind === "measure"
      ? ["finding", "recommendation"]
      : kind === "finding" || kind === "recommendation"
        ? ["area"]
        : [];
  for (let at = current ?? undefined; at; at = at.parent_id ? byId.get(at.parent_id) : undefined) {
    if (wanted.includes(at.kind)) return at.id;
  }
  return null;
}
