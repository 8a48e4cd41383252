// House rules that tsc cannot see. Each fault is printed with its file; any fault fails the run.
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { sourceFiles } from "./keys.mjs";

const src = join(dirname(fileURLToPath(import.meta.url)), "../src");
const LINES_MAX = 400;
const faults = [];

for (const path of sourceFiles(src)) {
  const name = relative(src, path);
  const text = readFileSync(path, "utf8");
  const fault = (words) => faults.push(`${name}: ${words}`);
  const generated = name === join("api", "schema.ts");
  if (!generated && text.split("\n").length > LINES_MAX) fault(`longer than ${LINES_MAX} lines`);
  if (!generated && /(:|<|as) any\b/.test(text)) fault("uses any");
  if (/\/index\.tsx?$/.test(path)) fault("is a barrel file; name the module after what it holds");
  const feature = /^features\/([^/]+)\//.exec(name)?.[1];
  for (const [, target] of text.matchAll(/from "(\.[^"]+)"/g)) {
    const to = relative(src, join(dirname(path), target));
    const other = /^features\/([^/]+)\//.exec(to)?.[1];
    if (feature && other && other !== feature) fault(`imports the feature ${other}; features meet in src/app`);
    if (name.startsWith("ui/") && !to.startsWith("ui/")) fault(`ui knows nothing of the product, but imports ${to}`);
    if (feature && to.startsWith("app/")) fault(`features do not import the app (${to})`);
  }
  const linkRule = !["paths.ts", "routes.tsx"].includes(name) && !name.startsWith("api/");
  if (
    linkRule &&
    /["'`]\/(inspections|findings|work|reviews|admin|login|setup)[/"'`?]/.test(
      text.replace(/from: "[^"]+"|ROUTE = "[^"]+"/g, ""),
    )
  ) {
    fault("writes a path itself; use paths.ts");
  }
}

if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}
