import { expect, test } from "vitest";
import { passwordAccepted } from "./passwordPolicy";

test("ten characters of three classes", () => {
  expect(passwordAccepted("Rectify-2026")).toBe(true);
  expect(passwordAccepted("rectify2026")).toBe(false);
  expect(passwordAccepted("Rec-2026")).toBe(false);
});
