// Every screen at three sizes: picture, accessibility, no sideways overflow.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { inspectPage, newPage, seedDraft, seedLedger, setUp, SIZES, startBrowser, startServer } from "./helpers.mjs";

let server, browser, first, seeded, draft;
before(async () => {
  server = await startServer();
  browser = await startBrowser();
  first = await newPage(browser);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test("set-up and login", async () => {
  const faults = [];
  for (const size of Object.keys(SIZES)) {
    const page = await newPage(browser, size);
    await page.goto(`${server.base}/setup`);
    await page.getByLabel("单位名称").waitFor();
    faults.push(...(await inspectPage(page, "setup")));
    await page.context().close();
  }
  await setUp(first, server.base);
  for (const size of Object.keys(SIZES)) {
    const page = await newPage(browser, size);
    await page.goto(`${server.base}/login`);
    await page.getByLabel("用户名").waitFor();
    faults.push(...(await inspectPage(page, "login")));
    await page.context().close();
  }
  await first.goto(server.base);
  await first.getByRole("heading", { name: "从一份反馈意见到一本台账" }).waitFor();
  faults.push(...(await inspectPage(first, "first-steps")));
  assert.deepEqual(faults, []);
});

for (const size of Object.keys(SIZES)) {
  test(`all screens, ${size}`, async () => {
    seeded ??= await seedLedger(first);
    draft ??= await seedDraft(first, seeded.key);
    const page = await newPage(browser, size);
    await page.context().addCookies(await first.context().cookies());
    const inspection = `/inspections/${seeded.key}`;
    const screens = [
      ["home", "/", page.getByRole("heading", { name: "检查轮次" })],
      ["import", `${inspection}/import`, page.getByText("已导入的文件")],
      ["review", `${inspection}/import?draft=${draft.id}`, page.getByRole("tree")],
      ["ledger", `${inspection}/ledger`, page.getByText(new RegExp(`共 ${seeded.total} 项`))],
      ["ledger-empty", `${inspection}/ledger?q=zzzz`, page.getByText("没有符合条件的事项")],
      ["drawer", `${inspection}/ledger?open=${seeded.rows[0].key}`, page.getByRole("region", { name: "过程记录" })],
      ["finding", `/findings/${seeded.rows[1].key}`, page.getByRole("region", { name: "过程记录" })],
      ["units", "/admin/units", page.getByRole("rowheader").first()],
      ["people", "/admin/people", page.getByRole("rowheader").first()],
      ["rules", "/admin/rules", page.getByRole("heading", { name: "销号标准" })],
      ["tokens", "/account/tokens", page.getByText("还没有接口令牌")],
      ["print-ledger", `${inspection}/ledger/print`, page.getByText(new RegExp(`共 ${seeded.total} 项`))],
      ["print-checklist", `${inspection}/import/print?draft=${draft.id}`, page.getByText("导入核对清单")],
      ["not-found", "/nowhere", page.getByText("没有这个页面")],
    ];
    const faults = [];
    for (const [name, path, ready] of screens) {
      await page.goto(server.base + path);
      await ready.first().waitFor();
      faults.push(...(await inspectPage(page, name)));
    }
    assert.deepEqual(faults, []);
    assert.deepEqual(page.scriptErrors, []);
    await page.context().close();
  });
}

test("dialogs and forms", async () => {
  const page = await newPage(browser);
  await page.context().addCookies(await first.context().cookies());
  const inspection = `/inspections/${seeded.key}`;
  const press = (name) => page.getByRole("button", { name }).first().click();
  const dialogs = [
    ["new-inspection", "/", () => press("新建检查轮次")],
    ["person-form", "/admin/people", () => press("添加人员")],
    ["unit-form", "/admin/units", () => press("添加单位")],
    ["key-list", "/", () => press("键盘操作")],
    ["command-box", "/", () => page.keyboard.press("Control+k")],
    ["exchange", `${inspection}/ledger`, () => press("导回 Excel")],
    ["picture", `${inspection}/ledger`, () => press("图示")],
    ["column-chooser", `${inspection}/ledger`, () => press("显示列")],
    ["finding-form", `/findings/${seeded.rows[0].key}`, () => press("编辑")],
    ["measure-form", `/findings/${seeded.rows[0].key}`, () => press("添加措施")],
    ["node-editor", `${inspection}/import?draft=${draft.id}`, () => page.getByRole("treeitem").nth(2).click()],
    ["confirm", `${inspection}/import?draft=${draft.id}`, () => press("确认入账")],
  ];
  const faults = [];
  for (const [name, path, open] of dialogs) {
    await page.goto(server.base + path);
    await page.getByRole("main").getByRole("heading").first().waitFor();
    await page.waitForTimeout(300);
    await open();
    faults.push(...(await inspectPage(page, name)));
  }
  assert.deepEqual(faults, []);
  assert.deepEqual(page.scriptErrors, []);
});

test("large text and English keep the ledger whole", async () => {
  const page = await newPage(browser);
  await page.context().addCookies(await first.context().cookies());
  await page.goto(`${server.base}/inspections/${seeded.key}/ledger`);
  await page.getByRole("button", { name: "大字" }).click();
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Ledger", exact: true }).waitFor();
  assert.deepEqual(await inspectPage(page, "ledger-large-english"), []);
});
