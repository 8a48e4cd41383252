import { expect, test } from "vitest";
import { EVENT_KINDS } from "../../components/vocabulary";
import { ofPart, TIMELINE_PARTS } from "./timelineParts";

test("every event is in all and in exactly one other part", () => {
  for (const kind of EVENT_KINDS) {
    const parts = TIMELINE_PARTS.filter((part) => ofPart({ kind }, part));
    expect(parts).toHaveLength(2);
    expect(parts[0]).toBe("all");
  }
});

test("steps and progress are persons' work, printing is not, notes stand apart", () => {
  expect(ofPart({ kind: "stepped" }, "person")).toBe(true);
  expect(ofPart({ kind: "printed" }, "person")).toBe(false);
  expect(ofPart({ kind: "note_answered" }, "person")).toBe(false);
  expect(ofPart({ kind: "note_answered" }, "notes")).toBe(true);
});
