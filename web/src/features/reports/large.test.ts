import { expect, test } from "vitest";
import type { ReportBlock } from "../../api/types";
import { isLarge } from "./large";

const paragraph: ReportBlock = { kind: "body", runs: [], rows: [], widths: [] };
const table = (rows: number): ReportBlock => ({
  ...paragraph,
  kind: "table",
  rows: Array.from({ length: rows }, () => []),
});

test("paragraphs and rows count alike", () => {
  expect(isLarge({ blocks: Array.from({ length: 299 }, () => paragraph) })).toBe(false);
  expect(isLarge({ blocks: Array.from({ length: 300 }, () => paragraph) })).toBe(true);
  expect(isLarge({ blocks: [paragraph, table(299)] })).toBe(true);
  expect(isLarge({ blocks: [paragraph, table(298)] })).toBe(false);
});
