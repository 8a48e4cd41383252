import { expect, test } from "vitest";
import { digestOf } from "./digest";

const quiet = new AbortController().signal;

test("the digest is that of FIPS 180-4, whatever the size", async () => {
  const text = new Blob(["会议记录"]);
  expect(await digestOf(text, quiet, () => undefined)).toBe(
    "224e3ec6c09bad0c70a7d0714d511f127de91c3077f47ac246f0bf8b4e87261b",
  );
  const large = new Blob([new Uint8Array(9 * 1024 * 1024).fill(7)]);
  const seen: number[] = [];
  // Worked out with sha256sum.
  expect(await digestOf(large, quiet, (percent) => seen.push(percent))).toBe(
    "108c2c561ebe9d5557ea1468799eabb7832494df0b4f3f1b51e56a3f213ee210",
  );
  expect(seen).toEqual([44, 89, 100]);
});

test("it stops when it is told to", async () => {
  const stop = new AbortController();
  stop.abort();
  await expect(digestOf(new Blob(["a"]), stop.signal, () => undefined)).rejects.toThrow();
});
