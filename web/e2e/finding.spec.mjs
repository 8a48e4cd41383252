// 事项详情: edit, reason, measures, and two people on the same item.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { call, newPage, seedLedger, setUp, startBrowser, startServer } from "./helpers.mjs";

let server, browser, page, key, inspection;
const finding = () => call(page, "GET", `/findings/${key}`);
before(async () => {
  server = await startServer();
  browser = await startBrowser();
  page = await newPage(browser);
  await setUp(page, server.base);
  const seeded = await seedLedger(page);
  inspection = seeded.key;
  key = seeded.rows[0].key;
  await page.goto(`${server.base}/inspections/${inspection}/ledger?open=${key}`);
  await page.getByRole("dialog").getByRole("heading", { name: seeded.rows[0].title }).waitFor();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test("a field is changed and the change is in the history", async () => {
  await page.getByRole("region", { name: "基本信息" }).getByRole("button", { name: "编辑" }).click();
  await page.getByLabel("整改目标").fill("供水漏损率降到考核指标以内");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByRole("region", { name: "过程记录" }).getByText("供水漏损率降到考核指标以内").waitFor();
  assert.equal((await finding()).target, "供水漏损率降到考核指标以内");
});

test("a deadline once set changes only with a reason", async () => {
  await page.getByRole("region", { name: "基本信息" }).getByRole("button", { name: "编辑" }).click();
  await page.getByLabel("整改时限").fill("2027-06-30");
  await page.keyboard.press("Enter");
  await page.getByLabel("修改理由").waitFor();
  assert.ok(await page.getByRole("button", { name: "保存", exact: true }).isDisabled());
  await page.getByLabel("修改理由").fill("经领导小组会议同意延期");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByLabel("修改理由").waitFor({ state: "detached" });
  assert.equal((await finding()).due, "2027-06-30");
});

test("somebody else saved first: both versions are shown and the user chooses", async () => {
  await page.getByRole("region", { name: "基本信息" }).getByRole("button", { name: "编辑" }).click();
  await page.getByLabel("问题类别").fill("政治建设");
  const now = await finding();
  await call(page, "PATCH", `/findings/${key}`, { version: now.version, category: "作风建设" });
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByText("他人已修改").first().waitFor();
  await page.getByRole("cell", { name: "作风建设" }).waitFor();
  await page.getByRole("cell", { name: "政治建设" }).waitFor();
  await page.getByRole("button", { name: "保存选中的 1 项" }).click();
  await page.getByRole("button", { name: "保存选中的 1 项" }).waitFor({ state: "detached" });
  assert.equal((await finding()).category, "政治建设");
});

test("evidence is uploaded with the date of its fact, downloaded, and withdrawn with a reason", async () => {
  const evidence = page.getByRole("region", { name: "佐证材料" });
  await evidence.getByRole("button", { name: "上传佐证" }).click();
  await evidence
    .locator('input[type="file"]')
    .first()
    .setInputFiles({
      name: "会议记录.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("党组会议记录：研究供水漏损治理。"),
    });
  await evidence.getByLabel("事实发生日期").fill("2026-01-05");
  await page.keyboard.press("Tab");
  await evidence.getByRole("button", { name: "上传", exact: true }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    evidence.getByRole("link", { name: "下载 会议记录.txt" }).click(),
  ]);
  assert.equal(file.suggestedFilename(), "会议记录.txt");
  assert.equal((await finding()).evidence_files[0].fact_date, "2026-01-05");
  await evidence.getByRole("button", { name: `撤回 ${key}-E01` }).click();
  await page.getByLabel("撤回理由").fill("传错了文件");
  await page
    .getByRole("button", { name: "撤 回" })
    .or(page.locator(".ant-modal-confirm .ant-btn-dangerous"))
    .first()
    .click();
  await evidence.getByText("已撤回").waitFor();
  assert.equal((await finding()).evidence, 0);
});

test("a measure is added, ticked, edited and removed", async () => {
  const measures = page.getByRole("region", { name: "整改措施" });
  await measures.getByRole("button", { name: "添加措施" }).click();
  await measures.getByLabel("措施内容").fill("修订学习制度");
  const saved = async () => {
    await measures.getByRole("button", { name: "保存" }).click();
    await measures.getByLabel("措施内容").waitFor({ state: "detached" });
  };
  await saved();
  await measures.getByText("修订学习制度").waitFor();
  const { measures: list } = await finding();
  const measure = list[list.length - 1];
  await measures.getByLabel(`${measure.key} 已完成`).click();
  await measures.getByText(new RegExp(`${measure.key}.*已完成`)).waitFor();
  await measures.getByRole("button", { name: `编辑 ${measure.key}` }).click();
  await measures.getByLabel("进展说明").fill("制度已印发");
  await saved();
  await measures.getByText("制度已印发").waitFor();
  await measures.getByRole("button", { name: `删除 ${measure.key}` }).click();
  await page.getByRole("dialog").last().getByRole("button", { name: "删除", exact: true }).last().click();
  await measures.getByText("修订学习制度").waitFor({ state: "detached" });
});

test("the source sentence is shown with its document", async () => {
  await page
    .getByRole("region", { name: "原文出处" })
    .getByText(/《.*》第 \d+ 段/)
    .first()
    .waitFor();
  assert.ok((await page.locator("mark").first().textContent()).length > 0);
});

test("the item has a page of its own", async () => {
  await page.goto(`${server.base}/findings/${key}`);
  await page.getByRole("link", { name: "回到台账" }).waitFor();
  await page.getByRole("link", { name: "下一项" }).click();
  await page.waitForURL((url) => url.pathname.startsWith("/findings/") && !url.pathname.endsWith(key));
  assert.deepEqual(page.scriptErrors, []);
});
