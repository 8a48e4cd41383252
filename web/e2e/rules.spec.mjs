// 规则与日历, 接口令牌: change a rule after seeing what it does, add a year, give out and withdraw a token.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { call, newPage, seedInspection, setUp, startBrowser, startServer } from "./helpers.mjs";

let server, browser, page;
const button = (name) => page.getByRole("button", { name, exact: true });
const dialog = () => page.getByRole("dialog");

before(async () => {
  server = await startServer();
  browser = await startBrowser();
  page = await newPage(browser);
  await setUp(page, server.base);
  await seedInspection(page);
  await page.goto(`${server.base}/admin/rules`);
  await page.getByText("巡察（市）", { exact: true }).waitFor();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test("a rule is changed with its basis, after a look at what that does", async () => {
  await page.getByText("巡察（市）", { exact: true }).click();
  const panel = page.getByRole("main");
  await panel.getByLabel("整改方案报送", { exact: true }).fill("20");
  await panel.getByLabel("整改方案报送的依据").fill("");
  await panel.getByRole("button", { name: "预览影响" }).click();
  await panel.getByText("没有写依据").waitFor();
  await panel.getByLabel("整改方案报送的依据").fill("市委巡察办通知");
  await panel.getByRole("button", { name: "预览影响" }).click();
  await panel.getByText("按这套规则管理的事项共").waitFor();
  await panel.getByRole("button", { name: "保存规则" }).click();
  await panel.getByText("没有未保存的修改").waitFor();
  await page.reload();
  await page.getByText("巡察（市）", { exact: true }).click();
  await panel.getByLabel("整改方案报送的依据").waitFor();
  assert.equal(await panel.getByLabel("整改方案报送的依据").inputValue(), "市委巡察办通知");
  await panel.getByRole("button", { name: "恢复内置：整改方案报送" }).click();
  await panel.getByRole("button", { name: "保存规则" }).click();
  await panel.getByText("没有未保存的修改").waitFor();
  const rules = await call(page, "GET", "/rules");
  assert.ok(rules.profiles.every((profile) => profile.settings.every((setting) => !setting.changed)));
});

test("a year of holidays is pasted; a table that is cut short is refused", async () => {
  await page.getByText("工作日历", { exact: true }).click();
  await button("添加年份").click();
  await dialog().getByLabel("来源").fill("国务院办公厅通知（示例）");
  const days = dialog().getByLabel("放假和调休上班");
  await days.fill("2027-01-01 放假 元旦");
  await dialog().getByRole("button", { name: "保存" }).click();
  await dialog().getByText("数据不完整").first().waitFor();
  await days.fill("2027-01-01 放假 元旦\n2027-05-01 放假 劳动节\n2027-10-01 放假 国庆节\n2027-10-09 上班 国庆节");
  await dialog().getByRole("button", { name: "保存" }).click();
  await dialog().waitFor({ state: "detached" });
  await page.getByRole("heading", { name: "2027 年放假安排" }).waitFor();
  await page.getByText("10-09 国庆节").waitFor();
});

test("a token is shown once, works, and is withdrawn", async () => {
  await page.goto(`${server.base}/account/tokens`);
  await page.getByRole("button", { name: "生成令牌" }).click();
  await dialog().getByLabel("用途").fill("每周取数脚本");
  await dialog().getByRole("button", { name: "生成令牌" }).click();
  const secret = await dialog().getByLabel("令牌密文").inputValue();
  const ask = () => fetch(`${server.base}/api/v1/inspections`, { headers: { authorization: `Bearer ${secret}` } });
  assert.equal((await ask()).status, 200);
  await dialog().getByRole("button", { name: "我已保存" }).click();
  await button("停用：每周取数脚本").click();
  await dialog().getByRole("button", { name: "停用" }).click();
  await page.getByRole("cell", { name: "已停用" }).waitFor();
  assert.equal((await ask()).status, 401);
});
