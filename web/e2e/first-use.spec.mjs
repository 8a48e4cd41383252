// Set-up → unit and person → inspection → upload, as a newcomer does it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ADMIN, fixture, newPage, startBrowser, startServer } from "./helpers.mjs";

let server, browser, page;
before(async () => {
  server = await startServer();
  browser = await startBrowser();
  page = await newPage(browser);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test("a new installation asks for its first administrator and shows the password rules live", async () => {
  await page.goto(server.base);
  await page.waitForURL("**/setup");
  await page.getByLabel("单位名称").fill(ADMIN.unit_name);
  await page.getByLabel("管理员姓名").fill(ADMIN.name);
  await page.getByLabel("用户名").fill(ADMIN.username);
  await page.getByLabel("口令", { exact: true }).fill("short");
  await page.getByText("至少 10 个字符（未满足）").waitFor();
  await page.getByLabel("口令", { exact: true }).fill(ADMIN.password);
  await page.getByText("至少 10 个字符（已满足）").waitFor();
  await page.getByLabel("再次输入口令").fill("another");
  await page.getByRole("button", { name: "完成设置并进入" }).click();
  await page.getByText("两次输入的口令不一致").waitFor();
  await page.getByLabel("再次输入口令").fill(ADMIN.password);
  await page.getByRole("button", { name: "完成设置并进入" }).click();
  await page.getByRole("heading", { name: "从一份反馈意见到一本台账" }).waitFor();
});

test("units and people are added", async () => {
  await page.getByRole("link", { name: "单位", exact: true }).click();
  await page.getByRole("button", { name: "添加单位" }).click();
  await page.getByRole("dialog").getByLabel("单位名称").fill("财务科");
  await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
  await page.getByRole("rowheader", { name: "财务科" }).waitFor();

  await page.getByRole("link", { name: "人员", exact: true }).click();
  await page.getByRole("button", { name: "添加人员" }).click();
  await page.getByRole("dialog").getByLabel("姓名").fill("李建国");
  await page.getByRole("dialog").getByLabel("责任人").check();
  await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
  await page.getByRole("row", { name: /李建国.*无账号/ }).waitFor();
});

test("an inspection is created and its feedback document uploaded", async () => {
  await page.getByRole("link", { name: "检查轮次", exact: true }).click();
  await page.getByRole("button", { name: "新建检查轮次" }).click();
  await page.getByLabel("名称", { exact: true }).fill("市委第二巡察组巡察反馈意见");
  await page.getByLabel("发文机关").fill("中共江州市委第二巡察组");
  await page.getByLabel("文号").fill("江巡二〔2026〕8号");
  await page.getByRole("button", { name: "新建并导入反馈意见" }).click();
  await page.getByRole("heading", { name: "导入反馈意见" }).waitFor();
  await page.locator("input[type=file]").first().setInputFiles(fixture("feedback.txt"));
  await page.getByText(/读出 8 个问题/).waitFor();
  await page.getByRole("link", { name: "去核对" }).click();
  await page.getByRole("tree").waitFor();
});

test("a document marked as secret is refused in place, with what to do", async () => {
  await page.goBack();
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({
      name: "机密.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("机密★10年\n\n关于某项工作的报告\n\n一、情况说明。"),
    });
  await page
    .getByRole("alert")
    .getByText(/没有导入/)
    .waitFor();
});

test("after logging out a deep link leads to login and back", async () => {
  await page.getByRole("button", { name: "张敏" }).click();
  await page.getByRole("menuitem", { name: "退出登录" }).click();
  await page.waitForURL("**/login");
  await page.goto(`${server.base}/admin/people?from=link`);
  await page.waitForURL("**/login?to=*");
  await page.getByLabel("用户名").fill(ADMIN.username);
  await page.getByLabel("口令", { exact: true }).fill("wrong-Password-1");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page
    .getByRole("alert")
    .getByText(/登录未成功/)
    .waitFor();
  await page.getByLabel("口令", { exact: true }).fill(ADMIN.password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.waitForURL("**/admin/people?from=link");
  assert.deepEqual(page.scriptErrors, []);
});
