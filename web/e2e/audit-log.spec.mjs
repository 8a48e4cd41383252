// 审计日志: found by filter, opened, checked, exported and checked offline, printed; and who may see it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ADMIN, call, inspectPage, newPage, seedLedger, setUp, SIZES, startBrowser, startServer } from "./helpers.mjs";

let server, browser, page, seeded, folder;
const AUDITOR = { username: "shenji", password: "Shen-Ji-2026" };
const button = (name) => page.getByRole("button", { name });
const menu = (on) => on.getByRole("link", { name: "审计日志" });
const rows = () => page.getByRole("region", { name: "审计日志" }).locator("tbody tr");
const open = async (path) => {
  await page.goto(`${server.base}/admin/audit-log${path}`);
  await page.getByRole("heading", { name: "审计日志" }).waitFor();
};
const signIn = async (size) => {
  const other = await newPage(browser, size);
  await other.goto(`${server.base}/login`);
  await call(other, "POST", "/session", AUDITOR);
  return other;
};

before(async () => {
  server = await startServer();
  browser = await startBrowser();
  folder = mkdtempSync(join(tmpdir(), "rectify-log-"));
  page = await newPage(browser);
  await setUp(page, server.base);
  seeded = await seedLedger(page);
});
after(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("an entry is found by filters that stay in the address, and shows fields before and after", async () => {
  await page.goto(server.base);
  await menu(page).click();
  await rows().first().waitFor();
  const { total } = await call(page, "GET", "/audit-log");
  await page.getByText(`共 ${total} 条`).waitFor();
  await page.getByRole("combobox", { name: "操作" }).fill("修改");
  await page.locator(".ant-select-item-option", { hasText: /^修改$/ }).click();
  await page.getByLabel("对象编号").fill(seeded.rows[0].key);
  await page.getByLabel("对象编号").press("Enter");
  await page.getByText("共 1 条").waitFor();
  assert.ok(page.url().includes("kind=changed") && page.url().includes(`subject=${seeded.rows[0].key}`), page.url());
  await page.reload();
  await page.getByText("共 1 条").waitFor();
  await button(/^查看第/).click();
  const drawer = page.getByRole("dialog");
  const owner = drawer.getByRole("row").filter({ hasText: "责任人" });
  assert.ok((await owner.textContent()).includes("李建国"));
  assert.ok((await drawer.textContent()).includes(ADMIN.name));
  await page.keyboard.press("Escape");
  await drawer.waitFor({ state: "detached" });
});

test("an empty range offers to widen the dates, and a far entry opens by its address", async () => {
  const { today } = await call(page, "GET", "/session");
  await open(`?to=${new Date(Date.parse(today) - 20 * 86_400_000).toISOString().slice(0, 10)}`);
  await page.getByText("这一范围内没有记录").waitFor();
  await button("放宽时间范围").click();
  await rows().first().waitFor();
  await open("?kind=exported&open=1");
  await page.getByRole("dialog").getByText("第 1 条").waitFor();
  await open("?open=99999");
  await page.getByText("没有第 99999 条").waitFor();
});

test("a check says intact, or which entry does not fit a checkpoint that was kept", async () => {
  await open("");
  await button("核验").click();
  await button("开始核验").click();
  await page.getByText("完整：日志和台账记录均未发现改动").waitFor();
  assert.deepEqual(await inspectPage(page, "audit-log-sound"), []);
  const { checkpoint } = await call(page, "GET", "/audit-log/checkpoint");
  const [name, algorithm, installation] = checkpoint.split(" ");
  await page.getByLabel("此前留存的校验点").fill([name, algorithm, installation, 3, "0".repeat(64)].join(" "));
  await button("开始核验").click();
  await page.getByText("第 3 条与此前留存的校验点不符").waitFor();
  assert.deepEqual(await inspectPage(page, "audit-log-broken"), []);
  await button("查看这一条").click();
  await page.getByRole("dialog").getByText("第 3 条").waitFor();
});

test("an export is checked offline with the checkpoint from the screen and with nothing else", async () => {
  await open("");
  await button("核验").click();
  const checkpoint = (await page.getByText(/^rectify-checkpoint/).textContent()).trim();
  const [download] = await Promise.all([page.waitForEvent("download"), button("导出").click()]);
  const file = join(folder, download.suggestedFilename());
  await download.saveAs(file);
  assert.match(file, /audit-log-\d+\.jsonl$/);
  const checked = spawnSync(process.env.RECTIFY_BIN, ["verify", file, "--checkpoint", checkpoint], {
    encoding: "utf8",
  });
  assert.equal(checked.status, 0, checked.stdout + checked.stderr);
  assert.ok(checked.stdout.includes("✓ 未发现改动"), checked.stdout);
  const { items } = await call(page, "GET", "/audit-log?kind=exported");
  assert.equal(items[0].summary, "导出审计日志");
});

test("an excerpt is printed with hashes and checkpoint, and the print is in the log", async () => {
  await page.goto(`${server.base}/admin/audit-log/print?kind=changed`);
  await page.getByRole("heading", { name: "审计摘录" }).waitFor();
  await page.getByText(/rectify-checkpoint sm3/).waitFor();
  const { items, total } = await call(page, "GET", "/audit-log?kind=changed&limit=500");
  assert.equal(await page.locator("tbody tr").count(), total);
  assert.ok((await page.locator("tbody").textContent()).includes(items[0].hash));
  assert.deepEqual(await inspectPage(page, "audit-log-print"), []);
  const noted = page.waitForResponse((response) => response.url().endsWith("/prints"));
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  assert.equal((await noted).status(), 204);
  const printed = await call(page, "GET", "/audit-log?kind=printed");
  assert.equal(printed.items[0].summary, "打印审计摘录");
});

test("with an auditor the administrator reads no more; the auditor sees the log and no business", async () => {
  const roles = ["auditor"];
  await call(page, "POST", "/people", { name: "审计员", unit_id: seeded.root.id, roles, ...AUDITOR });
  await page.goto(server.base);
  await page.getByRole("link", { name: "人员" }).waitFor();
  assert.equal(await menu(page).count(), 0);
  await open("");
  await page.getByText("此操作需要“审计管理员”角色").waitFor();
  const faults = [];
  for (const size of Object.keys(SIZES)) {
    const other = await signIn(size);
    await other.goto(server.base);
    await other.getByText("不接触业务内容").waitFor();
    faults.push(...(await inspectPage(other, "auditor-home")));
    await other.goto(`${server.base}/admin/audit-log?kind=changed`);
    await other
      .getByRole("button", { name: /^查看第/ })
      .first()
      .waitFor();
    faults.push(...(await inspectPage(other, "audit-log")));
    await other
      .getByRole("button", { name: /^查看第/ })
      .first()
      .click();
    await other.getByRole("dialog").waitFor();
    faults.push(...(await inspectPage(other, "audit-log-entry")));
    await other.goto(`${server.base}/findings/${seeded.rows[0].key}`);
    await other.getByText("不存在，或您无权查看").waitFor();
    assert.deepEqual(other.scriptErrors, []);
    await other.context().close();
  }
  assert.deepEqual(faults, []);
});
