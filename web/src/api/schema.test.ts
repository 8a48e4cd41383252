// @vitest-environment node
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generate, OPENAPI, SCHEMA } from "../../scripts/codegen.mjs";

test.skipIf(!existsSync(OPENAPI))(
  "schema.ts is what openapi.json says; run `npm run codegen` when this fails",
  async () => {
    expect(readFileSync(SCHEMA, "utf8")).toBe(await generate());
  },
);
