import { describe, expect, test } from "vitest";
import { anyFilter, readLog, widened, writeLog } from "./filters";

describe("the log's filters", () => {
  test("come back from the address as they went in", () => {
    const state = { filters: { from: "2026-11-01", kind: "exported", q: "台账" }, open: 12 };
    const query = writeLog(state);
    expect(readLog(query)).toEqual(state);
    expect(writeLog({ filters: {}, open: null })).toEqual({ open: undefined });
  });

  test("take nothing that is no number for an entry", () => {
    for (const open of ["", "abc", "-3", "1.5", "0"]) expect(readLog({ open }).open).toBeNull();
  });

  test("widen by a month on the sides that are closed", () => {
    expect(widened({ from: "2026-11-01", to: "2026-11-02", kind: "exported" })).toEqual({
      from: "2026-10-02",
      to: "2026-12-02",
      kind: "exported",
    });
    expect(widened({ to: "2026-11-02" })).toEqual({ from: undefined, to: "2026-12-02" });
    expect(anyFilter(widened({ q: "台账" }))).toBe(false);
  });
});
