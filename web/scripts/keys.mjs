// Lists the words the source asks for: literal keys, and the fixed beginnings of composed ones.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** The quoted words of a file that look like a key, and the beginnings of template keys. */
export function usedKeys(folder) {
  const literal = new Set();
  const prefixes = new Set();
  for (const path of sourceFiles(folder)) {
    const text = readFileSync(path, "utf8");
    for (const [, key] of text.matchAll(/"([a-zA-Z]+(?:\.[a-zA-Z_]+)+)"/g)) literal.add(key);
    for (const [, prefix] of text.matchAll(/`([a-zA-Z]+(?:\.[a-zA-Z]+)*\.)\$\{/g)) prefixes.add(prefix);
  }
  return { literal, prefixes };
}

export function flatten(words, path = "") {
  return Object.entries(words).flatMap(([name, value]) =>
    typeof value === "string" ? [path + name] : flatten(value, `${path}${name}.`),
  );
}
