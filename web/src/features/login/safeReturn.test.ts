import { expect, test } from "vitest";
import { safeReturn } from "./safeReturn";

test("only addresses inside the product are returned to", () => {
  expect(safeReturn("/inspections/XC-2026-01/ledger?lamp=red")).toBe("/inspections/XC-2026-01/ledger?lamp=red");
  for (const bad of [undefined, "https://example.org", "//example.org", "/\\example.org", "/login?to=/", "/setup"]) {
    expect(safeReturn(bad)).toBe("/");
  }
});
