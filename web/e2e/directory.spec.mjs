// 单位 and 人员: order, change, delete; edit, reset a password, switch a person off.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { call, newPage, seedInspection, setUp, startBrowser, startServer } from "./helpers.mjs";

let server, browser, page;
const button = (name) => page.getByRole("button", { name, exact: true });
const names = () => page.getByRole("rowheader").allTextContents();
const dialog = () => page.getByRole("dialog");
const save = async () => {
  await dialog().getByRole("button", { name: "保存" }).click();
  await dialog().waitFor({ state: "detached" });
};
const signIn = async (username, password) => {
  const other = await newPage(browser);
  await other.goto(`${server.base}/login`);
  await other.getByLabel("用户名").fill(username);
  await other.getByLabel("口令", { exact: true }).fill(password);
  await other.getByRole("button", { name: "登录", exact: true }).click();
  return other;
};

before(async () => {
  server = await startServer();
  browser = await startBrowser();
  page = await newPage(browser);
  await setUp(page, server.base);
  await seedInspection(page);
  await page.goto(`${server.base}/admin/units`);
  await page.getByRole("rowheader", { name: "财务科" }).waitFor();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test("units are put in order, down and up again", async () => {
  assert.deepEqual((await names()).slice(1), ["办公室", "财务科"]);
  await button("下移：办公室").click();
  await page.waitForFunction(() => document.querySelectorAll("th[scope=row]")[1]?.textContent === "财务科");
  assert.ok(await button("上移：财务科").isDisabled());
  await page.reload();
  await page.getByRole("rowheader", { name: "财务科" }).waitFor();
  assert.deepEqual((await names()).slice(1), ["财务科", "办公室"]);
  await button("上移：办公室").click();
  await page.waitForFunction(() => document.querySelectorAll("th[scope=row]")[1]?.textContent === "办公室");
});

test("a unit below another is added, renamed and moved to another parent by keyboard", async () => {
  await button("添加下级：办公室").focus();
  await page.keyboard.press("Enter");
  await dialog().getByLabel("单位名称").fill("档案室");
  await page.keyboard.press("Enter");
  await dialog().waitFor({ state: "detached" });
  await button("编辑：档案室").click();
  await dialog().getByLabel("单位名称").fill("综合档案室");
  await dialog().getByLabel("简称").fill("档案");
  await dialog().getByLabel("上级单位").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await save();
  await page.getByRole("rowheader", { name: "综合档案室" }).waitFor();
  const { items } = await call(page, "GET", "/units");
  const moved = items.find((unit) => unit.name === "综合档案室");
  assert.equal(items.find((unit) => unit.id === moved.parent_id).name, "财务科");
  assert.equal(moved.short_name, "档案");
});

test("a second unit of the same name is refused in the form, which keeps what was written", async () => {
  await page.getByRole("button", { name: "添加单位" }).click();
  await dialog().getByLabel("单位名称").fill("财务科");
  await dialog().getByLabel("简称").fill("财务");
  await page.keyboard.press("Enter");
  const refused = dialog().getByRole("alert").filter({ hasText: "同一上级下已有“财务科”" });
  await refused.first().waitFor();
  assert.equal(await dialog().getByLabel("简称").inputValue(), "财务");
  await page.keyboard.press("Escape");
  await dialog().waitFor({ state: "detached" });
});

test("a unit in use is not deleted and says where it is used; an unused one goes", async () => {
  await button("删除：财务科").click();
  await page.getByRole("dialog", { name: "删除单位“财务科”？" }).waitFor();
  await dialog().getByRole("button", { name: "删除", exact: true }).click();
  const notice = page.getByRole("alert").filter({ hasText: "单位没有删除" });
  await notice.getByText(/下级单位 1/).waitFor();
  await button("删除：综合档案室").click();
  await dialog().getByRole("button", { name: "删除", exact: true }).last().click();
  await page.getByRole("rowheader", { name: "综合档案室" }).waitFor({ state: "detached" });
});

test("a person gets another unit, duty and an account", async () => {
  await page.goto(`${server.base}/admin/people`);
  await button("编辑 李建国").click();
  await dialog().getByLabel("职务").fill("办公室主任");
  await dialog().getByLabel("联络员").check();
  await dialog().getByRole("switch", { name: "开通登录账号" }).click();
  await dialog().getByLabel("用户名").fill("lijianguo");
  await dialog().getByLabel("初始口令").fill("Water-2026-x");
  await save();
  await page.getByRole("row", { name: /李建国.*办公室主任.*联络员.*lijianguo/ }).waitFor();
  const other = await signIn("lijianguo", "Water-2026-x");
  await other.getByRole("button", { name: "新建检查轮次" }).waitFor();
  await other.context().close();
});

test("a password is reset: the old one is refused, the new one opens", async () => {
  await button("编辑 李建国").click();
  await dialog().getByLabel("重设口令").fill("short");
  await dialog().getByText("至少 10 个字符（未满足）").waitFor();
  await dialog().getByLabel("重设口令").fill("Another-2026-y");
  await save();
  const refused = await signIn("lijianguo", "Water-2026-x");
  await refused.getByRole("alert").filter({ hasText: "登录未成功" }).waitFor();
  await refused.context().close();
  const other = await signIn("lijianguo", "Another-2026-y");
  await other.getByRole("heading", { name: "检查轮次" }).waitFor();
  await other.context().close();
});

test("a person who is switched off loses the session and cannot sign in, but keeps the name", async () => {
  const other = await signIn("lijianguo", "Another-2026-y");
  await other.getByRole("heading", { name: "检查轮次" }).waitFor();
  await button("编辑 李建国").click();
  await dialog().getByRole("switch", { name: "启用" }).click();
  await save();
  await page.getByRole("row", { name: /李建国.*已停用/ }).waitFor();
  await other.reload();
  await other.waitForURL(/login/);
  await other.getByLabel("用户名").fill("lijianguo");
  await other.getByLabel("口令", { exact: true }).fill("Another-2026-y");
  await other.getByRole("button", { name: "登录", exact: true }).click();
  await other.getByRole("alert").filter({ hasText: "登录未成功" }).waitFor();
  await other.context().close();
  await button("编辑 李建国").click();
  await dialog().getByRole("switch", { name: "启用" }).click();
  await save();
  await page.getByText("已停用").waitFor({ state: "detached" });
});

test("administrators cannot switch themselves off", async () => {
  await button("编辑 张敏").click();
  await dialog().getByRole("switch", { name: "启用" }).click();
  await dialog().getByRole("button", { name: "保存" }).click();
  await dialog()
    .getByRole("alert")
    .filter({ hasText: /不能停用自己/ })
    .first()
    .waitFor();
  await page.keyboard.press("Escape");
  assert.deepEqual(page.scriptErrors, []);
});
