// Runs every journey against the real binary: RECTIFY_BIN=path/to/rectify npm run e2e [name…]
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
if (!process.env.RECTIFY_BIN) {
  console.error("RECTIFY_BIN is not set: name the rectify binary to test, e.g. RECTIFY_BIN=../target/debug/rectify");
  process.exit(2);
}
const wanted = process.argv.slice(2);
const specs = readdirSync(here)
  .filter((name) => name.endsWith(".spec.mjs"))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
  .map((name) => join(here, name));
const run = spawnSync(process.execPath, ["--test", "--test-concurrency=1", ...specs], { stdio: "inherit" });
process.exit(run.status ?? 1);
