import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { ApiError } from "../api/errors";
import en from "../i18n/en.json";
import i18n, { setLanguage } from "../i18n/i18n";
import { errorWords } from "./errorWords";

const refused = new ApiError(422, "edit_refused", "不能把节点移到它自己的下级。");

beforeAll(() => setLanguage("zh"));

test("in Chinese the server's own words are shown", () => {
  expect(errorWords(refused, i18n)).toEqual({ message: refused.message });
});

test("in English a text for the code, and the server's words below it", async () => {
  await setLanguage("en");
  expect(errorWords(refused, i18n)).toEqual({ message: en.errorCode.edit_refused, server: refused.message });
  expect(errorWords(new ApiError(418, "unheard_of", "茶壶"), i18n)).toEqual({ message: "茶壶" });
  expect(errorWords(new ApiError(502, "http_502", ""), i18n).message).toContain("502");
});

test("every code of the server has an English text", () => {
  const read = (path: string) => readFileSync(`../crates/${path}`, "utf8");
  const server = [
    "error.rs",
    "guard.rs",
    "conditional.rs",
    "idempotency.rs",
    "upload.rs",
    "routes/uploads.rs",
    "routes/workbook.rs",
  ].map((name) => read(`server/src/${name}`));
  const codes = [
    ...server.join().matchAll(/(?:StatusCode::[A-Z_]+|r\.status\(\)|error\.status\(\)|status),\s*"([a-z_]+)"/g),
    ...read("document/src/model/refusal.rs").matchAll(/=> "([a-z_]+)"/g),
    ...read("domain/src/workflow/refusal.rs").matchAll(/=> "([a-z_]+)"/g),
  ].map((match) => match[1]!);
  expect(codes.length).toBeGreaterThan(20);
  expect([...new Set(codes)].sort()).toEqual(Object.keys(en.errorCode).sort());
});
