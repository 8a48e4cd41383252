import type { Unit } from "../../api/types";

const siblings = (units: Unit[], parent: string | null): Unit[] =>
  units.filter((unit) => unit.parent_id === parent).sort((a, b) => a.position - b.position);

/** Units in tree order with their depth. What hangs below a unit that the person does not see stands at the top. */
export function unitRows(units: Unit[]): { unit: Unit; depth: number }[] {
  const seen = new Set(units.map((unit) => unit.id));
  const children = new Map<string | null, Unit[]>();
  for (const unit of [...units].sort((a, b) => a.position - b.position)) {
    const parent = unit.parent_id && seen.has(unit.parent_id) ? unit.parent_id : null;
    const group = children.get(parent);
    if (group) group.push(unit);
    else children.set(parent, [unit]);
  }
  const rows: { unit: Unit; depth: number }[] = [];
  const walk = (parent: string | null, depth: number) => {
    for (const unit of children.get(parent) ?? []) {
      rows.push({ unit, depth });
      walk(unit.id, depth + 1);
    }
  };
  walk(null, 0);
  return rows;
}

export function neighbour(units: Unit[], unit: Unit, by: 1 | -1): Unit | undefined {
  const group = siblings(units, unit.parent_id);
  return group[group.findIndex((one) => one.id === unit.id) + by];
}

/** The position that puts a unit before or behind its neighbour: what stands there and after moves on by one. */
export function positionBeside(units: Unit[], unit: Unit, by: 1 | -1): number | undefined {
  const other = neighbour(units, unit, by);
  return other && (by === 1 ? other.position + 1 : other.position);
}

/** A unit cannot be moved under itself or one of its own parts. */
export function possibleParents(units: Unit[], unit: Unit | null): Unit[] {
  if (!unit) return units;
  const below = new Set([unit.id]);
  for (const { unit: one } of unitRows(units)) if (one.parent_id && below.has(one.parent_id)) below.add(one.id);
  return units.filter((one) => !below.has(one.id));
}
