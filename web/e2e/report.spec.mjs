// 报告与工作纪实: bound figures, edits, the ledger that moves on, checking, locking, versions.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { call, inspectPage, newPage, seedLedger, setUp, SIZES, startBrowser, startServer } from "./helpers.mjs";
import { readZip } from "./zip.mjs";

let server, browser, page, seeded;

before(async () => {
  server = await startServer();
  browser = await startBrowser();
  page = await newPage(browser);
  await setUp(page, server.base);
  seeded = await seedLedger(page);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const paper = () => page.getByRole("article", { name: "文稿" });
const side = () => page.getByRole("complementary", { name: "数据来源、核稿与比对" });

/** The report on the page as a file for the browser. */
async function webPage() {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "网页" }).click(),
  ]);
  assert.match(download.suggestedFilename(), /\.html$/);
  return readFileSync(await download.path(), "utf8");
}

test("the chronicle is written, deleted and brought back", async () => {
  await page.goto(`${server.base}/inspections/${seeded.key}/ledger`);
  await page.getByRole("link", { name: "工作纪实" }).click();
  await page.getByText("还没有工作纪实").waitFor();
  await page.getByRole("button", { name: "记一条" }).first().click();
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page
    .getByText(/请填写内容|内容/)
    .first()
    .waitFor();
  await page.getByLabel("内容").fill("先后6次召开支委会研究整改工作");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByText("先后6次召开支委会研究整改工作").waitFor();
  await page.getByRole("button", { name: /^删除 .*J001$/ }).click();
  await page.getByText("还没有工作纪实").waitFor();
  await page.getByRole("button", { name: "恢复" }).click();
  await page.getByRole("heading", { name: "压实整改责任" }).waitFor();
});

test("a report is made, says what stands behind a figure, and follows the ledger", async () => {
  await page.getByRole("link", { name: "报告与文件" }).click();
  await page.getByText("还没有报告").waitFor();
  await page.getByRole("button", { name: "新建报告" }).first().click();
  await page.getByRole("radio", { name: "集中整改进展情况报告" }).check();
  await page.getByRole("button", { name: "生成", exact: true }).click();
  await paper().getByText("先后6次召开支委会研究整改工作").waitFor();
  await paper().locator(".paper-body").filter({ hasText: "共反馈问题" }).locator(".bound").nth(1).click();
  await side().getByText("统计 · 问题数").waitFor();
  await side().getByText("与文稿一致").waitFor();

  await call(page, "POST", `/findings/${seeded.rows[0].key}/measures`, { text: "补充一条措施" });
  await page.reload();
  await page.getByText(/数据已变化：\d+ 处/).waitFor();
  const stale = paper().locator(".bound-stale").first();
  await stale.click();
  await side().getByRole("button", { name: "更新此处" }).click();
  await page.getByText(/数据已变化：\d+ 处/).waitFor({ state: "detached" });
});

test("words are edited in place, stay bound, and are taken back", async () => {
  const block = paper().locator(".paper-body").filter({ hasText: "反馈问题" }).first();
  const before = await block.innerText();
  await block.locator(".paper-words").dblclick({ position: { x: 4, y: 4 } });
  const words = page.getByLabel("文字");
  await words.fill(before.replace("反馈问题", "指出具体问题"));
  await words.press("Control+Enter");
  const edited = paper().locator(".paper-body").filter({ hasText: "指出具体问题" });
  await edited.locator(".bound").nth(2).waitFor();
  await page.getByRole("button", { name: "撤销" }).click();
  await paper().locator(".paper-body").filter({ hasText: "本轮巡察共反馈问题" }).waitFor();

  await edited.waitFor({ state: "detached" });
  await paper().locator(".paper-body").last().hover();
  await paper().locator(".paper-block:hover").getByRole("button", { name: "在后面加一段" }).click();
  await page.getByLabel("文字").fill("特此报告，反馈问题共9个，已完成整改3个，正在整改2个。");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await side().getByRole("tab", { name: "核稿" }).click();
  await paper().getByText("N-SUM").first().waitFor();
  await page.getByRole("button", { name: "撤销" }).click();
  await paper().getByText("特此报告").waitFor({ state: "detached" });
});

test("a locked report has its check code and never changes", async () => {
  await page.getByRole("button", { name: "锁定" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /锁\s*定/ })
    .click();
  await paper()
    .getByText(/（校验码：([0-9A-F]{4}-){4}[0-9A-F]{4}）/)
    .waitFor();
  await page.getByRole("button", { name: "锁定" }).waitFor({ state: "detached" });
  assert.equal(await page.getByRole("button", { name: "撤销" }).count(), 0);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Word" }).click(),
  ]);
  const parts = readZip(readFileSync(await download.path()));
  assert.match(String(parts.get("customXml/item1.xml")), /校验码/);
  const html = await webPage();
  assert.match(html, /（校验码：([0-9A-F]{4}-){4}[0-9A-F]{4}）/);
  assert.match(html, /先后6次召开支委会研究整改工作/);
  assert.doesNotMatch(html, /(src|href)="?https?:/, "a file that asks for nothing from outside");
  await side().getByRole("tab", { name: "版本比对" }).click();
  await side()
    .getByText(/处不同|没有差别/)
    .waitFor();
});

test("a report is issued with a red head, its number is given later, and a letter is one by itself", async () => {
  await page.goto(`${server.base}/inspections/${seeded.key}/reports`);
  await page.getByRole("button", { name: "新建报告" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "集中整改进展情况报告" }).check();
  await dialog.getByText("公文格式", { exact: true }).click();
  await dialog.getByRole("radio", { name: "红头" }).check();
  await dialog.getByLabel("发文字号").fill("云水发2026-5");
  await dialog.getByLabel("签发人").fill("张某、李某");
  await dialog.getByLabel("抄送").fill("县纪委监委");
  await dialog.getByRole("radio", { name: /GB\/T 33476/ }).check();
  await page.getByRole("button", { name: "生成", exact: true }).click();
  await dialog.getByText(/发文字号“云水发2026-5”写法不对/).waitFor();
  await dialog.getByLabel("发文字号").fill("云水发[2026]5号");
  await page.getByRole("button", { name: "生成", exact: true }).click();
  await paper().getByText("云水发〔2026〕5号").waitFor();
  await paper().getByText("签发人：张某").waitFor();
  await paper().getByText("抄送：县纪委监委。").waitFor();

  await page.getByRole("button", { name: "公文格式" }).click();
  await page.getByRole("dialog").getByLabel("发文字号").fill("云水发〔2026〕6号");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /保\s*存/ })
    .click();
  await paper().getByText("云水发〔2026〕6号").waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Word" }).click(),
  ]);
  const parts = readZip(readFileSync(await download.path()));
  assert.match(String(parts.get("word/document.xml")), /云水发〔2026〕6号/);
  assert.match(await webPage(), /云水发〔2026〕6号/, "the draft too");
  await page.getByRole("button", { name: "撤销" }).click();
  await paper().getByText("云水发〔2026〕5号").waitFor();

  await page.goto(`${server.base}/inspections/${seeded.key}/reports`);
  await page.getByRole("button", { name: "新建报告" }).first().click();
  await dialog.getByText("公文格式", { exact: true }).click();
  assert.equal(await dialog.getByLabel("抄送").inputValue(), "县纪委监委", "the choices are kept");
  assert.deepEqual(await inspectPage(page, "new report"), []);
  await page.keyboard.press("Escape");
});

for (const size of Object.keys(SIZES)) {
  test(`screens, ${size}`, async () => {
    const { key } = await call(page, "POST", `/inspections/${seeded.key}/reports`, { kind: "progress" });
    const measure = await call(page, "POST", `/findings/${seeded.rows[1].key}/measures`, { text: `措施 ${size}` });
    assert.ok(measure);
    const faults = [];
    const view = await newPage(browser, size);
    await view.context().addCookies(await page.context().cookies());
    for (const [name, path, ready] of [
      ["chronicle", `/inspections/${seeded.key}/chronicle`, view.getByText("先后6次")],
      ["reports", `/inspections/${seeded.key}/reports`, view.getByRole("rowheader").first()],
      ["report", `/reports/${key}`, view.getByText(/数据已变化：/)],
    ]) {
      await view.goto(`${server.base}${path}`);
      await ready.first().waitFor();
      faults.push(...(await inspectPage(view, `${name}`)));
    }
    await view.context().close();
    assert.deepEqual(faults, []);
  });
}
