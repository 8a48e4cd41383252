// 拆分与合并、批示: a finding is split and counted as the feedback does, taken back, and a superior's note is answered.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { call, inspectPage, newPage, seedLedger, setUp, startBrowser, startServer } from "./helpers.mjs";

const PASSWORD = "Rectify-2026";
let server, browser, page, superior, key, other, inspection, total;
const faults = [];
const finding = (which = key) => call(page, "GET", `/findings/${which}`);
const family = () => page.getByRole("region", { name: "拆分与合并" });
const dialog = (where = page) => where.getByRole("dialog");

before(async () => {
  server = await startServer();
  browser = await startBrowser();
  page = await newPage(browser);
  await setUp(page, server.base);
  const seeded = await seedLedger(page);
  inspection = seeded.key;
  total = seeded.total;
  [key, other] = [seeded.rows[0].key, seeded.rows[1].key];
  await call(page, "POST", `/findings/${key}/measures`, { text: "修订管理办法" });
  const person = { name: "周远", username: "zhouyuan", roles: ["secretary"], unit_id: seeded.root.id };
  await call(page, "POST", "/people", { ...person, password: PASSWORD });
  superior = await newPage(browser, "phone");
  await superior.goto(server.base);
  await call(superior, "POST", "/session", { username: "zhouyuan", password: PASSWORD });
  await page.goto(`${server.base}/findings/${key}`);
  await family().waitFor();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function splitInTwo() {
  await family().getByRole("button", { name: "拆分", exact: true }).click();
  await dialog().getByLabel("第 1 项题目").fill("制度不健全");
  await dialog().getByLabel("第 2 项题目").fill("执行不到位");
  await dialog().getByLabel("第 1 项承接的措施").click();
  await page.getByTitle(`${key}-01 修订管理办法`).first().click();
  await page.keyboard.press("Escape");
}

test("a measure that no part takes over is named, and what was typed is kept", async () => {
  await family().getByRole("button", { name: "拆分", exact: true }).click();
  await dialog().getByLabel("第 1 项题目").fill("制度不健全");
  await dialog().getByLabel("第 2 项题目").fill("执行不到位");
  await dialog().getByRole("button", { name: "拆分", exact: true }).click();
  await dialog().getByText(`${key}-01 没有归入任何一项`).first().waitFor();
  assert.equal(await dialog().getByLabel("第 1 项题目").inputValue(), "制度不健全");
  faults.push(...(await inspectPage(page, "split-dialog")));
  await dialog().getByRole("button", { name: "取消" }).click();
  await dialog().waitFor({ state: "detached" });
});

test("a finding is split: parts with the number of the feedback, the whole set aside", async () => {
  await splitInTwo();
  if (!(await dialog().isVisible())) throw new Error("Escape closed the dialog");
  await dialog().getByRole("button", { name: "拆分", exact: true }).click();
  await dialog().waitFor({ state: "detached" });
  await family().getByText("已拆分，不再单独办理").waitFor();
  await family().getByRole("link", { name: "执行不到位" }).waitFor();
  faults.push(...(await inspectPage(page, "split-finding")));
  const now = await finding();
  assert.deepEqual(
    now.family.into.map((one) => one.ordinal),
    ["1(1)", "1(2)"],
  );
  const figures = await call(page, "GET", `/inspections/${inspection}/statistics`);
  assert.equal(figures.feedback.findings + figures.feedback.recommendations, total);
  assert.equal(figures.findings + figures.recommendations, total + 1);
});

test("the split is taken back", async () => {
  await family().getByRole("button", { name: "撤销拆分、合并" }).click();
  await dialog().getByLabel("理由").fill("误操作");
  await dialog().getByRole("button", { name: "撤销拆分、合并" }).click();
  await dialog().waitFor({ state: "detached" });
  await family().getByRole("button", { name: "拆分", exact: true }).waitFor();
  assert.equal((await finding()).family.aside, null);
});

test("two findings are put together", async () => {
  await family().getByRole("button", { name: "合并", exact: true }).click();
  await dialog().getByLabel("与哪些事项合并").click();
  await page
    .getByTitle(new RegExp(`\\(${other}\\)`))
    .first()
    .click();
  await dialog().getByLabel("合并后的题目").fill("制度建设与执行");
  faults.push(...(await inspectPage(page, "merge-dialog")));
  await dialog().getByRole("button", { name: "合并", exact: true }).click();
  await dialog().waitFor({ state: "detached" });
  await family().getByRole("link", { name: "制度建设与执行" }).click();
  await page.getByRole("heading", { name: "制度建设与执行" }).waitFor();
  key = (await finding()).family.into[0].key;
  assert.equal((await finding()).ordinal, "1、2");
});

test("a superior writes a note on his phone, the liaison answers it from 我的事项", async () => {
  await superior.goto(`${server.base}/findings/${key}`);
  const guidance = (where) => where.getByRole("region", { name: "批示与指导意见" });
  await guidance(superior).getByRole("button", { name: "写批示、意见" }).click();
  await dialog(superior).getByLabel("内容", { exact: true }).fill("举一反三，限期报告。");
  const { today } = await call(page, "GET", "/session");
  await dialog(superior).getByLabel("要求答复日期").fill(today);
  await superior.keyboard.press("Tab");
  faults.push(...(await inspectPage(superior, "note-dialog")));
  await dialog(superior).getByRole("button", { name: "保存", exact: true }).click();
  await dialog(superior).waitFor({ state: "detached" });
  await guidance(superior).getByText("举一反三，限期报告。").waitFor();
  faults.push(...(await inspectPage(superior, "note-finding")));

  await page.goto(`${server.base}/work`);
  await page.getByRole("region", { name: "待答复的批示、意见" }).getByRole("link", { name: "制度建设与执行" }).click();
  await guidance(page).getByRole("button", { name: "答复周远的意见" }).click();
  await dialog().getByLabel("答复内容").fill("已全面自查，报告附后。");
  await dialog().getByRole("button", { name: "提交答复" }).click();
  await dialog().waitFor({ state: "detached" });
  await guidance(page).getByText("已答复", { exact: true }).waitFor();
  const record = page.getByRole("region", { name: "过程记录" });
  await record.getByText("批示意见", { exact: true }).click();
  await record.getByText("答复：已全面自查，报告附后。").waitFor();
  assert.equal(await record.getByRole("listitem").count(), 2);
});

test("the item card is printed with the note and boxes to sign", async () => {
  await page.goto(`${server.base}/findings/${key}/print`);
  await page.getByRole("heading", { name: "整改事项卡" }).waitFor();
  await page.getByText("举一反三，限期报告。").waitFor();
  await page.getByRole("rowheader", { name: "主要负责人" }).waitFor();
  faults.push(...(await inspectPage(page, "item-card")));
});

test("axe finds nothing and no page is wider than the screen", () => assert.deepEqual(faults, []));
