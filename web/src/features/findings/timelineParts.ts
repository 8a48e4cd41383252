import type { TimelineEvent } from "../../api/types";

export const TIMELINE_PARTS = ["all", "person", "notes", "system"] as const;
export type TimelinePart = (typeof TIMELINE_PARTS)[number];

const NOTES = ["note_written", "note_answered", "note_withdrawn"];
/** What the system notes by itself: reading, printing, taking in and out. */
const SYSTEM = [
  "imported",
  "exported",
  "downloaded",
  "previewed",
  "printed",
  "workbook_applied",
  "verified",
  "refused",
];

export function ofPart(event: Pick<TimelineEvent, "kind">, part: TimelinePart): boolean {
  if (part === "all") return true;
  if (part === "notes") return NOTES.includes(event.kind);
  const system = SYSTEM.includes(event.kind);
  return part === "system" ? system : !system && !NOTES.includes(event.kind);
}
