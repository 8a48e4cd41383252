import { afterEach, expect, test, vi } from "vitest";
import { answer, api, asForm, whenUnauthorised } from "./client";
import { ApiError } from "./errors";
import { listFindings } from "./findings";

const answers = (status: number, body: string) => {
  const call = vi.fn<(request: Request) => Promise<Response>>(async () => new Response(body, { status }));
  vi.stubGlobal("fetch", call);
  return call;
};
const failure = (call: Promise<unknown>) => call.then(() => null).catch((error: unknown) => error as ApiError);
afterEach(() => vi.unstubAllGlobals());

test("what the address bar does not say is not asked for; a key is one part of the path", async () => {
  const call = answers(200, "{}");
  await listFindings("a/b", { q: "差旅 2026", unit: "", lamp: undefined }, null);
  expect(new URL(call.mock.calls[0]![0].url).pathname).toBe("/api/v1/inspections/a%2Fb/findings");
  expect([...new URL(call.mock.calls[0]![0].url).searchParams]).toEqual([
    ["q", "差旅 2026"],
    ["limit", "100"],
  ]);
});

test("a refusal carries the words of its envelope", async () => {
  answers(422, JSON.stringify({ error: { code: "edit_refused", message: "不能", fields: { a: "b" } } }));
  const error = await failure(answer(api.GET("/api/v1/units")));
  expect(error).toMatchObject({ status: 422, code: "edit_refused", message: "不能", fields: { a: "b" } });
});

test("no network, a page instead of data and a gateway's page are told apart", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("failed")));
  expect(await failure(answer(api.GET("/api/v1/units")))).toMatchObject({ code: "offline" });
  answers(200, "<html>");
  expect(await failure(answer(api.GET("/api/v1/units")))).toMatchObject({ code: "unreadable" });
  answers(502, "<html>");
  expect(await failure(answer(api.GET("/api/v1/units")))).toMatchObject({ code: "http_502", message: "" });
});

test("an ended session is reported once it is met", async () => {
  const ended = vi.fn();
  whenUnauthorised(ended);
  answers(401, JSON.stringify({ error: { code: "not_signed_in", message: "请先登录。" } }));
  await failure(answer(api.GET("/api/v1/units")));
  expect(ended).toHaveBeenCalledTimes(1);
});

test("a form holds only what was filled in", () => {
  expect([...asForm({ text: "x", name: null, note: "", more: undefined })]).toEqual([["text", "x"]]);
});
