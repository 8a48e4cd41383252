import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { expect, test } from "vitest";
import { flatten, sourceFiles, usedKeys } from "../../scripts/keys.mjs";
import en from "./en.json";
import zh from "./zh.json";

const SRC = "src";
const { literal, prefixes } = usedKeys(SRC);
const known = flatten(zh);
const groups = new Set(known.map((key: string) => key.split(".")[0]));

test("both languages have the same words", () => {
  // Chinese needs no texts for error codes: the server's messages are Chinese.
  const words = flatten(en).filter((key: string) => !key.startsWith("errorCode."));
  expect(words.sort()).toEqual([...known].sort());
});

test("every word the source asks for exists", () => {
  const all = new Set(known);
  const missing = [...literal].filter((key) => groups.has(key.split(".")[0]!) && !all.has(key));
  expect(missing).toEqual([]);
});

test("no word is unused", () => {
  const composed = (key: string) => [...prefixes].some((prefix) => key.startsWith(prefix));
  expect(known.filter((key: string) => !literal.has(key) && !composed(key))).toEqual([]);
});

test("placeholders are the same in both languages", () => {
  const holes = (words: string) => [...words.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
  const at = (words: unknown, key: string) =>
    key.split(".").reduce<unknown>((level, part) => (level as Record<string, unknown>)[part], words) as string;
  for (const key of known) expect(holes(at(en, key)), key).toEqual(holes(at(zh, key)));
});

test("no visible Chinese word is written in the source", () => {
  const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
  const faults = sourceFiles(SRC)
    .filter((path: string) => !path.endsWith("schema.ts"))
    .filter((path: string) => /[\u4e00-\u9fff]/.test(withoutComments(readFileSync(path, "utf8"))))
    .map((path: string) => relative(SRC, path));
  expect(faults).toEqual([]);
});
