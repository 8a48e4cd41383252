// Writes src/api/schema.ts from the server's OpenAPI description (openapi.json).
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import openapiTypescript, { astToString } from "openapi-typescript";

const web = join(dirname(fileURLToPath(import.meta.url)), "..");
export const SCHEMA = join(web, "src/api/schema.ts");
export const OPENAPI = join(web, "openapi.json");

const HEADER = "// Generated from openapi.json: do not edit, run `npm run codegen`.\n\n";

export async function generate() {
  const description = JSON.parse(readFileSync(OPENAPI, "utf8"));
  return HEADER + astToString(await openapiTypescript(description));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(SCHEMA, await generate());
