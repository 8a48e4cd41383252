import type { DraftNode } from "../../api/types";

/** One visible line of the tree. */
export type Row = { node: DraftNode; depth: number; siblings: string[]; index: number; hasChildren: boolean };

export function childrenOf(nodes: DraftNode[]): Map<string | null, DraftNode[]> {
  const groups = new Map<string | null, DraftNode[]>();
  for (const node of nodes) {
    const group = groups.get(node.parent_id);
    if (group) group.push(node);
    else groups.set(node.parent_id, [node]);
  }
  for (const group of groups.values()) group.sort((a, b) => a.position - b.position);
  return groups;
}

/** The tree in reading order. `keep` limits it to the wanted nodes and the way down to them. */
export function outline(
  nodes: DraftNode[],
  collapsed: ReadonlySet<string>,
  keep?: (node: DraftNode) => boolean,
): Row[] {
  const groups = childrenOf(nodes);
  const wanted = keep ? withAncestors(nodes, keep) : null;
  const rows: Row[] = [];
  const walk = (parent: string | null, depth: number) => {
    const group = groups.get(parent) ?? [];
    const siblings = group.map((node) => node.id);
    group.forEach((node, index) => {
      if (wanted && !wanted.has(node.id)) return;
      rows.push({ node, depth, siblings, index, hasChildren: groups.has(node.id) });
      if (!collapsed.has(node.id)) walk(node.id, depth + 1);
    });
  };
  walk(null, 0);
  return rows;
}

function withAncestors(nodes: DraftNode[], keep: (node: DraftNode) => boolean): Set<string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const wanted = new Set<string>();
  for (const node of nodes.filter(keep)) {
    let at: DraftNode | undefined = node;
    while (at && !wanted.has(at.id)) {
      wanted.add(at.id);
      at = at.parent_id ? byId.get(at.parent_id) : undefined;
    }
  }
  return wanted;
}

/** The next node still to check after `id`, in reading order, starting over at the top. */
export function nextUnchecked(rows: Row[], id: string | null): string | null {
  const from = rows.findIndex((row) => row.node.id === id) + 1;
  const order = [...rows.slice(from), ...rows.slice(0, from)];
  return order.find((row) => !row.node.checked && row.node.id !== id)?.node.id ?? null;
}

/** Where a dragged node lands, as the server's `set_parent` wants it; null when it would land inside itself. */
export function dropTarget(
  nodes: DraftNode[],
  rows: Row[],
  dragged: string,
  over: string,
  place: "before" | "inside" | "after",
): { parent: string | null; position: number } | null {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (let at = byId.get(over); at; at = at.parent_id ? byId.get(at.parent_id) : undefined) {
    if (at.id === dragged) return null;
  }
  const row = rows.find((one) => one.node.id === over);
  if (!row) return null;
  if (place === "inside") {
    return { parent: over, position: (childrenOf(nodes).get(over) ?? []).filter((one) => one.id !== dragged).length };
  }
  const others = row.siblings.filter((id) => id !== dragged);
  return { parent: row.node.parent_id, position: others.indexOf(over) + (place === "after" ? 1 : 0) };
}

export const nodeName = (node: DraftNode): string =>
  [node.label, node.title || node.text.slice(0, 60)].filter(Boolean).join(" ");
