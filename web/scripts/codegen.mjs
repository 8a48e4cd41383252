// Writes src/api/schema.ts from the server's OpenAPI description (openapi.json).
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import openapiTypescript, { astToString } from "openapi-typescript";
import ts from "typescript";

const web = join(dirname(fileURLToPath(import.meta.url)), "..");
export const SCHEMA = join(web, "src/api/schema.ts");
export const OPENAPI = join(web, "openapi.json");

const HEADER = "// Generated from openapi.json: do not edit, run `npm run codegen`.\n\n";

/** A file in a form is a File, not the text that the description of forms calls it. */
const fileType = (schema) => {
  if (schema.format !== "binary") return undefined;
  const file = ts.factory.createTypeReferenceNode("File");
  const nothing = ts.factory.createLiteralTypeNode(ts.factory.createNull());
  return [schema.type].flat().includes("null") ? ts.factory.createUnionTypeNode([file, nothing]) : file;
};

export async function generate() {
  const description = JSON.parse(readFileSync(OPENAPI, "utf8"));
  return HEADER + astToString(await openapiTypescript(description, { transform: fileType }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(SCHEMA, await generate());
