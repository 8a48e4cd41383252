import { afterEach, expect, test, vi } from "vitest";
import { ApiError } from "../../api/errors";

const server = vi.hoisted(() => ({
  bytes: new Map<string, number>(),
  broken: 0,
  refusal: null as unknown,
  log: [] as string[],
}));

vi.mock("../../api/uploads", () => ({
  beginUpload: (finding: string, body: { bytes: number; sha256: string }) => {
    // What the server refuses is refused the next time too.
    if (server.refusal) return Promise.reject(server.refusal as Error);
    server.log.push(`begin ${finding} ${body.bytes}`);
    return Promise.resolve({ id: "u", received: server.bytes.get("u") ?? 0, bytes: body.bytes });
  },
  getUpload: () => {
    server.log.push("ask");
    return Promise.resolve({ id: "u", received: server.bytes.get("u") ?? 0 });
  },
  sendPart: (_: string, offset: number, part: Blob) => {
    if (server.broken > 0) {
      server.broken--;
      // Half of the part came before the line broke.
      server.bytes.set("u", offset + Math.floor(part.size / 2));
      return Promise.reject(new ApiError(0, "offline", ""));
    }
    server.log.push(`part ${offset} ${part.size}`);
    server.bytes.set("u", offset + part.size);
    return Promise.resolve({ id: "u", received: offset + part.size });
  },
  completeUpload: (id: string) => {
    server.log.push(`complete ${id}`);
    return Promise.resolve({});
  },
}));

import { sendFile } from "./send";

afterEach(() => {
  server.bytes.clear();
  server.log.length = 0;
  server.broken = 0;
  server.refusal = null;
});

const MB = 1024 * 1024;
const file = (size: number) => new File([new Uint8Array(size)], "a.bin");
const terms = { measure: null, fact_date: null, note: null };
const send = (size: number, signal = new AbortController().signal, steps: string[] = []) =>
  sendFile(
    "XC-2026-01-001",
    file(size),
    terms,
    signal,
    (s) => steps.push(s.step),
    () => undefined,
  );

test("a broken line goes on where the server says it stopped", async () => {
  server.broken = 1;
  const steps: string[] = [];
  expect(await send(3 * MB, undefined, steps)).toBe("sent");
  expect(server.log).toEqual([`begin XC-2026-01-001 ${3 * MB}`, "ask", `part ${MB} ${2 * MB}`, "complete u"]);
  expect(steps).toContain("offline");
});

test("what the server has already is not sent", async () => {
  server.bytes.set("u", MB);
  expect(await send(MB)).toBe("known");
  expect(server.log).toEqual([`begin XC-2026-01-001 ${MB}`, "complete u"]);
});

test("a pause stops between two attempts", async () => {
  server.broken = 99;
  const pause = new AbortController();
  setTimeout(() => pause.abort(), 50);
  await expect(send(MB, pause.signal)).rejects.toMatchObject({ name: "AbortError" });
  expect(server.log).not.toContain("complete u");
});

test("a refusal is told at once", async () => {
  server.refusal = new ApiError(409, "done", "未完成的上传过多。");
  await expect(send(MB)).rejects.toMatchObject({ code: "done" });
  expect(server.log).toEqual([]);
});
