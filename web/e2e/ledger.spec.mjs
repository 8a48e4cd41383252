// 整改台账: filters in the address, columns, keys, Excel out and back in, report.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { ADMIN, call, newPage, seedLedger, setUp, startBrowser, startServer } from "./helpers.mjs";
import { readZip, writeZip } from "./zip.mjs";

let server, browser, page, seeded;
const shows = (total) => page.getByText(new RegExp(`共 ${total} 项`)).waitFor();

before(async () => {
  server = await startServer();
  browser = await startBrowser();
  page = await newPage(browser);
  await setUp(page, server.base);
  seeded = await seedLedger(page);
  await page.goto(`${server.base}/inspections/${seeded.key}/ledger`);
  await shows(seeded.total);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test("lamp counters filter, live in the address and survive a reload", async () => {
  await page.getByRole("button", { name: /^逾期/ }).click();
  await shows(seeded.lamps.red);
  assert.match(page.url(), /lamp=red/);
  await page.reload();
  await shows(seeded.lamps.red);
  assert.equal(await page.getByRole("button", { name: /^逾期/ }).getAttribute("aria-pressed"), "true");
  await page.getByRole("button", { name: /^全部/ }).click();
  await shows(seeded.total);
});

test("searching without a match offers to clear the filters", async () => {
  await page.getByLabel("查找", { exact: true }).fill("不存在的事项");
  await page.getByText("没有符合条件的事项").waitFor();
  await page.getByRole("button", { name: "清除筛选" }).last().click();
  await shows(seeded.total);
});

test("columns are chosen, kept over a reload and reset", async () => {
  const header = page.getByRole("columnheader", { name: "整改类型" });
  await page.getByRole("button", { name: "显示列" }).click();
  await page.getByRole("checkbox", { name: "整改类型" }).check();
  await header.waitFor();
  await page.reload();
  await header.waitFor();
  await page.getByRole("button", { name: "显示列" }).click();
  await page.getByRole("button", { name: "恢复默认" }).click();
  await header.waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
});

test("the table is walked and opened by key, the drawer has its own address", async () => {
  await page.getByRole("region", { name: "台账表格" }).focus();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("heading", { name: seeded.rows[0].title }).waitFor();
  assert.match(page.url(), new RegExp(`open=${seeded.rows[0].key}`));
  await page.getByRole("dialog").getByRole("button", { name: "下一项" }).click();
  await page.getByRole("dialog").getByRole("heading", { name: seeded.rows[1].title }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  assert.doesNotMatch(page.url(), /open=/);
});

test("Ctrl+K finds a page and ? lists the keys", async () => {
  await page.locator("body").press("Control+k");
  await page.getByRole("combobox", { name: "快速前往" }).fill("人员");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "人员" }).waitFor();
  await page.locator("body").press("?");
  await page.getByRole("dialog", { name: "键盘操作" }).waitFor();
  await page.keyboard.press("Escape");
  await page.goto(`${server.base}/inspections/${seeded.key}/ledger`);
});

test("the picture has a table twin", async () => {
  await page.getByRole("button", { name: "图示" }).click();
  await page
    .getByRole("region", { name: "图示" })
    .getByText("党组织建设和干部队伍建设方面", { exact: false })
    .first()
    .waitFor();
  await page.getByText("表格", { exact: true }).click();
  await page.getByRole("columnheader", { name: "合计" }).waitFor();
  await page.getByRole("button", { name: "图示" }).click();
});

test("the workbook and documents are downloaded", async () => {
  await page.getByRole("button", { name: "生成文件" }).click();
  for (const [button, ending] of [
    [/Word\s*集中整改进展情况报告/, "progress.docx"],
    [/网页\s*集中整改进展情况报告/, "progress.html"],
    [/Excel\s*责任清单/, "duty-list.xlsx"],
  ]) {
    await downloaded(button, ending);
  }
  await page.getByRole("button", { name: /Word\s*销号单/ }).click();
  await page.getByText(/没有已销号的整改事项/).waitFor();
  await page.keyboard.press("Escape");
  await downloaded("导出 Excel", ".xlsx");
});

async function downloaded(button, ending) {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const file = await waiting;
  assert.ok(file.suggestedFilename().endsWith(ending), file.suggestedFilename());
  const start = readFileSync(await file.path()).subarray(0, 2);
  assert.equal(start.toString(), ending.endsWith(".html") ? "<!" : "PK");
}

test("pasted changes are compared first; only accepted rows are saved, conflicts are shown", async () => {
  const [first, second] = seeded.rows;
  const table = `编号\t整改目标\n${first.key}\t年底前完成\n${second.key}\t明年一季度完成`;
  await page.getByRole("button", { name: "导回 Excel" }).click();
  await page.getByLabel("或者从 Excel 复制后粘贴").fill(table);
  await page.getByRole("button", { name: "比较差异" }).click();
  await page.getByText(/有改动 2 行/).waitFor();
  assert.equal((await call(page, "GET", `/findings/${first.key}`)).target ?? null, null);

  const meanwhile = await call(page, "GET", `/findings/${second.key}`);
  await call(page, "PATCH", `/findings/${second.key}`, { version: meanwhile.version, target: "他人先改" });
  await page.getByRole("button", { name: "保存选中的 2 行" }).click();
  await page.getByText("已更新 1 项，新增 0 项。").waitFor();
  await page.getByText(/1 行在此期间被他人修改/).waitFor();
  assert.equal((await call(page, "GET", `/findings/${first.key}`)).target, "年底前完成");
  assert.equal((await call(page, "GET", `/findings/${second.key}`)).target, "他人先改");
  await page.getByRole("button", { name: "回到台账" }).click();
});

test("the exported workbook, changed and brought back, shows exactly that change", async () => {
  const [first] = seeded.rows;
  await page.getByRole("button", { name: /^全部/ }).waitFor();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出 Excel" }).click();
  const parts = readZip(readFileSync(await (await waiting).path()));
  for (const [name, bytes] of parts) {
    const text = bytes.toString("utf8");
    if (text.includes("年底前完成")) parts.set(name, Buffer.from(text.replaceAll("年底前完成", "十二月底前完成")));
  }
  await page.getByRole("button", { name: "导回 Excel" }).click();
  await page
    .getByRole("dialog")
    .locator("input[type=file]")
    .setInputFiles({
      name: "台账.xlsx",
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer: writeZip(parts),
    });
  await page.getByText(/有改动 1 行/).waitFor();
  await page.locator("ins").filter({ hasText: "十二月底前完成" }).waitFor();
  await page.getByRole("button", { name: "保存选中的 1 行" }).click();
  await page.getByText("已更新 1 项，新增 0 项。").waitFor();
  assert.equal((await call(page, "GET", `/findings/${first.key}`)).target, "十二月底前完成");
  await page.getByRole("button", { name: "回到台账" }).click();
});

test("without a network the failure stays on the page and can be tried again", async () => {
  await page.context().setOffline(true);
  await page.getByRole("button", { name: /^临期/ }).click();
  const notice = page.getByRole("alert").filter({ hasText: "无法连接服务器" });
  await notice.waitFor({ timeout: 20_000 });
  await page.context().setOffline(false);
  await notice.getByRole("button", { name: "重试" }).click();
  await notice.waitFor({ state: "detached" });
  await shows(seeded.lamps.yellow);
});

test("when the session ends elsewhere, login leads back to the same view", async () => {
  await page.context().clearCookies();
  await page.getByRole("button", { name: /^逾期/ }).click();
  await page.waitForURL("**/login?to=*");
  await page.getByLabel("用户名").fill(ADMIN.username);
  await page.getByLabel("口令", { exact: true }).fill(ADMIN.password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.waitForURL(/lamp=red/);
  await page.getByRole("button", { name: /^逾期/ }).waitFor();
});

test("the printed ledger shows every row with a repeated head", async () => {
  await page.goto(`${server.base}/inspections/${seeded.key}/ledger/print`);
  await shows(seeded.total);
  assert.equal(await page.locator(".print-table tbody tr").count(), seeded.total);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  assert.equal(pdf.subarray(0, 4).toString(), "%PDF");
  assert.deepEqual(page.scriptErrors, []);
});
