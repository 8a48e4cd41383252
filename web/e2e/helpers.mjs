// What every journey needs: a fresh server, a browser, quick preparation by API, and the accessibility check.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RESULTS = join(here, "..", "test-results");
const START_MS_MAX = 20_000;

export const fixture = (name) => join(here, "fixtures", name);
export const SIZES = { desk: [1366, 768], wide: [1920, 1080], phone: [390, 844] };
export const ADMIN = { unit_name: "江州市水务局", username: "zhangmin", name: "张敏", password: "Rectify-2026" };

/** A server with an empty data folder; `stop` ends it and removes the folder. */
export async function startServer() {
  const data = mkdtempSync(join(tmpdir(), "rectify-e2e-"));
  const server = spawn(process.env.RECTIFY_BIN, ["serve", "--data", data, "--listen", "127.0.0.1:0"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const base = await new Promise((resolve, reject) => {
    let log = "";
    const timer = setTimeout(() => reject(new Error(`the server did not start:\n${log}`)), START_MS_MAX);
    server.stderr.on("data", (chunk) => {
      log += chunk;
      const address = /listening (http:\/\/127\.0\.0\.1:\d+)/.exec(log)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
    server.on("exit", (code) => reject(new Error(`the server ended with ${code}:\n${log}`)));
  });
  const stop = async () => {
    server.removeAllListeners("exit");
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill();
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  return { base, stop };
}

export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** A page that remembers every script error it saw in `page.scriptErrors`. */
export async function newPage(browser, size = "desk") {
  const [width, height] = SIZES[size];
  const context = await browser.newContext({ viewport: { width, height }, locale: "zh-CN", acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.scriptErrors = [];
  page.on("pageerror", (error) => page.scriptErrors.push(error.message));
  return page;
}

/** Calls the API from inside the page, so that cookies and origin are those of a user. */
export async function call(page, method, path, body) {
  const answer = await page.evaluate(
    async ([verb, address, content]) => {
      const response = await fetch(`/api/v1${address}`, {
        method: verb,
        headers: content ? { "Content-Type": "application/json" } : {},
        body: content ? JSON.stringify(content) : undefined,
      });
      const text = await response.text();
      return { status: response.status, body: text ? JSON.parse(text) : null };
    },
    [method, path, body],
  );
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** A new installation with its administrator signed in. */
export async function setUp(page, base) {
  await page.goto(`${base}/setup`);
  await call(page, "POST", "/setup", ADMIN);
}

/** Units, people and one inspection. */
export async function seedInspection(page) {
  const root = (await call(page, "GET", "/units")).items[0];
  const unit = (name) => call(page, "POST", "/units", { name, kind: "department", parent_id: root.id });
  const office = await unit("办公室");
  const finance = await unit("财务科");
  const person = (name, unit_id) => call(page, "POST", "/people", { name, unit_id, roles: ["owner"] });
  const owner = await person("李建国", office.id);
  const leader = await person("王芳", finance.id);
  const inspection = await call(page, "POST", "/inspections", {
    source: "patrol",
    title: "市委第二巡察组巡察反馈意见",
    issuing_body: "中共江州市委第二巡察组",
    document_number: "江巡二〔2026〕8号",
    unit_id: root.id,
    feedback_date: "2026-09-10",
    receipt_date: "2026-09-11",
  });
  return { root, office, finance, owner, leader, inspection };
}

/** The feedback document uploaded, not yet confirmed. */
export async function seedDraft(page, key) {
  const text = readFileSync(fixture("feedback.txt"), "utf8");
  return page.evaluate(
    async ([inspection, words]) => {
      const form = new FormData();
      form.set("file", new File([words], "反馈意见.txt", { type: "text/plain" }));
      const response = await fetch(`/api/v1/inspections/${inspection}/drafts`, { method: "POST", body: form });
      return response.json();
    },
    [key, text],
  );
}

/** A ledger made from the feedback document, some findings with a unit and a deadline. */
export async function seedLedger(page) {
  const seeded = await seedInspection(page);
  const { key } = seeded.inspection;
  const draft = await seedDraft(page, key);
  await call(page, "POST", `/drafts/${draft.id}/confirmation`, { version: draft.version, skip_open: true });
  const rows = (await call(page, "GET", `/inspections/${key}/findings`)).items;
  const { today } = await call(page, "GET", "/session");
  const dues = [addDays(today, -20), addDays(today, 5), addDays(today, 120)];
  for (const [index, row] of rows.slice(0, 6).entries()) {
    const due = row.due ? {} : { due: dues[index % 3] };
    await call(page, "PATCH", `/findings/${row.key}`, {
      version: row.version,
      unit_id: index % 2 ? seeded.office.id : seeded.finance.id,
      owner_id: seeded.owner.id,
      leader_id: seeded.leader.id,
      ...due,
    });
  }
  const { counts, total } = await call(page, "GET", `/inspections/${key}/findings`);
  return { ...seeded, key, rows, total, lamps: counts.by_lamp };
}

export const addDays = (date, days) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

/** Saves a picture, and lists every accessibility violation and sideways overflow of the page as it stands. */
export async function inspectPage(page, name) {
  await page.waitForTimeout(250);
  mkdirSync(RESULTS, { recursive: true });
  const { width } = page.viewportSize();
  await page.screenshot({ path: join(RESULTS, `${name}-${width}.png`) });
  await page.evaluate(axe);
  const faults = await page.evaluate(async () => {
    const result = await window.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    });
    return result.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}`));
  });
  const overflow = await page.evaluate(() => {
    const wide = (element) => (element ? element.scrollWidth - element.clientWidth : 0);
    return Math.max(wide(document.documentElement), wide(document.getElementById("main")));
  });
  if (overflow > 0) faults.push(`the page is ${overflow}px wider than the screen`);
  return faults.map((fault) => `${name} ${width}: ${fault}`);
}
