import { expect, test } from "vitest";
import { delegationState } from "./delegationState";

test("a delegation is live, to come, over or ended", () => {
  const one = { in_force: false, ended: null, from: "2026-11-20" };
  expect(delegationState({ ...one, in_force: true }, "2026-11-23")).toBe("live");
  expect(delegationState({ ...one, from: "2026-12-01" }, "2026-11-23")).toBe("coming");
  expect(delegationState(one, "2026-12-23")).toBe("over");
  expect(delegationState({ ...one, ended: "2026-11-22" }, "2026-11-23")).toBe("ended");
});
