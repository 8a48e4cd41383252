// @vitest-environment node
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generate, SCHEMA } from "../../scripts/codegen.mjs";

test("schema.ts is what openapi.json says; run `make update` when this fails", async () => {
  expect(readFileSync(SCHEMA, "utf8")).toBe(await generate());
});
