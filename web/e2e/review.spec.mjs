// 导入核对: every operation, by mouse and by keyboard alone, up to the ledger.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { call, newPage, seedDraft, seedInspection, setUp, startBrowser, startServer } from "./helpers.mjs";

let server, browser, page, key, id;
const draft = () => call(page, "GET", `/drafts/${id}`);
const saved = () => page.getByText("已自动保存").waitFor();
const title = (nodes, words) => nodes.find((node) => (node.title || node.text).includes(words));
const row = (words) => page.getByRole("treeitem").filter({ hasText: words }).first();
const press = async (...keys) => {
  for (const one of keys) await page.keyboard.press(one);
  await page.waitForTimeout(150);
  await saved();
};

before(async () => {
  server = await startServer();
  browser = await startBrowser();
  page = await newPage(browser);
  await setUp(page, server.base);
  const seeded = await seedInspection(page);
  key = seeded.inspection.key;
  id = (await seedDraft(page, key)).id;
  await page.goto(`${server.base}/inspections/${key}/import?draft=${id}`);
  await page.getByRole("tree").waitFor();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test("choosing a node marks its paragraph, choosing a linked sentence chooses its node", async () => {
  await row("防汛责任落实不到位").click();
  await page.locator(".source-here").filter({ hasText: "防汛责任落实不到位" }).waitFor();
  await page.locator(".s-linked").filter({ hasText: "差旅费报销审核不严" }).first().click();
  const current = page.locator(".tree-current");
  await current.filter({ hasText: "差旅费" }).waitFor();
});

test("keyboard only: down, level, order, confirm, undo, redo", async () => {
  await row("推进节水工作力度不够").click();
  await page.getByRole("tree").focus();
  const start = await draft();
  const node = title(start.nodes, "推进节水");

  await press("Alt+ArrowUp");
  assert.equal(title((await draft()).nodes, "推进节水").position, node.position - 1);
  await press("Alt+ArrowDown");
  assert.equal(title((await draft()).nodes, "推进节水").position, node.position);
  await press("Alt+ArrowRight");
  assert.notEqual(title((await draft()).nodes, "推进节水").parent_id, node.parent_id);
  await press("Alt+ArrowLeft");
  assert.equal(title((await draft()).nodes, "推进节水").parent_id, node.parent_id);

  const before = await draft();
  await press("Enter");
  assert.equal((await draft()).checked.done, before.checked.done + 1);
  await press("Control+z");
  assert.equal((await draft()).checked.done, before.checked.done);
  await press("Control+Shift+z");
  assert.equal((await draft()).checked.done, before.checked.done + 1);
});

test("keyboard only: mark two, merge, undo; delete, undo", async () => {
  const count = (await draft()).nodes.length;
  await row("工程项目监管不严").click();
  await page.getByRole("tree").focus();
  await press("Shift+ArrowDown");
  await press("m");
  assert.equal((await draft()).nodes.length, count - 1);
  await press("Control+z");
  assert.equal((await draft()).nodes.length, count);
  await page.keyboard.press("Escape");
  await row("服务群众意识不强").click();
  await page.getByRole("tree").focus();
  await press("Delete");
  assert.equal(title((await draft()).nodes, "服务群众意识不强"), undefined);
  await press("Control+z");
  assert.ok(title((await draft()).nodes, "服务群众意识不强"));
});

test("split at the caret of the text", async () => {
  const before = (await draft()).nodes.length;
  await row("干部轮岗交流不及时").click();
  await page.getByRole("tree").focus();
  await page.keyboard.press("s");
  const field = page.getByLabel("内容", { exact: true });
  await field.evaluate((area) => {
    const at = Math.floor(area.value.length / 2);
    area.setSelectionRange(at, at);
    area.dispatchEvent(new Event("select", { bubbles: true }));
  });
  await press("Alt+Enter");
  assert.equal((await draft()).nodes.length, before + 1);
  await page.getByRole("button", { name: "撤销" }).click();
  await page.waitForTimeout(200);
  assert.equal((await draft()).nodes.length, before);
});

test("kind, text, deadline and owner are set in the editor", async () => {
  await row("差旅费报销审核不严").click();
  const name = page.getByLabel("标题", { exact: true });
  await name.fill("差旅费报销审核把关不严");
  await press("Enter");
  await page.getByLabel("时限", { exact: true }).fill("2027-01-31");
  await press("Enter");
  await page.getByRole("button", { name: "+ 牵头单位" }).click();
  await page.getByLabel("第 1 项责任单位").click();
  await page.getByTitle("财务科").last().click();
  await saved();
  await page.waitForTimeout(300);
  const node = title((await draft()).nodes, "差旅费");
  assert.equal(node.title, "差旅费报销审核把关不严");
  assert.equal(node.deadlines[0].date, "2027-01-31");
  assert.ok(node.owners[0].unit_id);
});

test("dragging a node onto another area moves it", async () => {
  await row("服务群众意识不强").dragTo(row("党组织建设和干部队伍建设方面"));
  await page.waitForTimeout(300);
  const { nodes } = await draft();
  assert.equal(title(nodes, "服务群众意识不强").parent_id, title(nodes, "党组织建设").id);
  await page.getByRole("button", { name: "撤销" }).click();
  await page.waitForTimeout(200);
});

test("an open sentence becomes a measure, is skipped and taken back", async () => {
  await row("工程项目监管不严").click();
  const before = await draft();
  await page.getByRole("button", { name: "下一处未处理句" }).click();
  await page.getByRole("button", { name: "建为措施" }).click();
  await page.waitForTimeout(300);
  const made = await draft();
  assert.equal(
    made.nodes.filter((node) => node.kind === "measure").length,
    before.nodes.filter((node) => node.kind === "measure").length + 1,
  );
  await page.getByRole("button", { name: "撤销" }).click();
  await page.waitForTimeout(200);
  const region = page.getByRole("region", { name: "原文" }).last();
  await region.focus();
  await press("n");
  await press("x");
  assert.equal((await draft()).coverage.skipped, before.coverage.skipped + 1);
  await page.getByRole("button", { name: "撤销" }).click();
  await page.waitForTimeout(200);
  assert.equal((await draft()).coverage.skipped, before.coverage.skipped);
});

test("a refused step says why, where it was made, and is forgotten with its entry", async () => {
  const before = (await draft()).version;
  await row("党组织建设和干部队伍建设方面").click();
  await page.locator(".source-pane .s-open").first().click();
  await page.getByRole("button", { name: "建为措施" }).click();
  const source = page.locator(".source-pane").getByRole("alert").filter({ hasText: "这一步没有保存" });
  await source.getByText(/须放在某个问题或意见建议之下/).waitFor();
  await source.getByText("请先在目录中选中它所属的问题，再建为措施。").waitFor();
  assert.equal(await source.getByRole("button", { name: "重试" }).count(), 0, "trying again would not help");
  await row("工程项目监管不严").click();
  await source.waitFor({ state: "detached" });

  await page.getByRole("combobox", { name: "类型" }).click();
  await page.getByTitle("措施", { exact: true }).click();
  const editor = page.getByRole("region", { name: "编辑当前条目" }).getByRole("alert");
  await editor.getByText(/须放在某个问题或意见建议之下/).waitFor();
  await editor.getByRole("button", { name: "关闭" }).click();
  await editor.waitFor({ state: "detached" });

  await page.getByRole("tree").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Alt+ArrowUp");
  const tree = page.getByRole("tabpanel", { name: "目录" }).getByRole("alert");
  await tree.getByText(/不能再移动/).waitFor();
  assert.equal((await draft()).version, before, "nothing was changed");
  await row("服务群众意识不强").click();
  await tree.waitFor({ state: "detached" });
});

test("the address names the current entry and the filter; a reload and a colleague see the same", async () => {
  await row("差旅费报销审核").click();
  await page.waitForURL(/[?&]node=/);
  await page.getByRole("switch", { name: "只看未核" }).click();
  await page.waitForURL(/[?&]only=unchecked/);
  const address = page.url();
  const sees = async (one) => {
    await one.locator(".tree-current").filter({ hasText: "差旅费报销审核" }).waitFor();
    assert.match(await one.getByLabel("标题", { exact: true }).inputValue(), /差旅费报销审核/);
    await one.locator(".source-here").filter({ hasText: "差旅费报销审核" }).first().waitFor();
    assert.ok(await one.getByRole("switch", { name: "只看未核" }).isChecked());
  };
  await page.reload();
  await sees(page);
  assert.equal(page.url(), address);
  const other = await newPage(browser);
  await other.context().addCookies(await page.context().cookies());
  await other.goto(address);
  await sees(other);
  await other.goto(address.replace(/node=[^&]+/, "node=gone"));
  await other.getByText("在目录中选一条。").waitFor();
  assert.deepEqual(other.scriptErrors, []);
  await other.context().close();
  await page.getByRole("switch", { name: "只看未核" }).click();
  await page.waitForURL((url) => !url.searchParams.has("only"));
});

test("the document's own total is compared with the outline", async () => {
  await page.getByRole("tab", { name: /数字与提示/ }).click();
  await page.getByText(/目录现有：.*问题 8/).waitFor();
  await page.getByText(/原文称.*8/).waitFor();
  await page.getByRole("tab", { name: "目录" }).click();
});

test("confirming names what is open and leads to the ledger", async () => {
  await page.getByRole("button", { name: "确认入账" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/原文还有 \d+ 句没有处理/).waitFor();
  assert.ok(await dialog.getByRole("button", { name: "写入台账" }).isDisabled());
  await dialog.getByLabel("其余标为跳过").check();
  await dialog.getByRole("button", { name: "写入台账" }).click();
  await dialog.getByText(/^新建：事项 [89]、措施 \d+、单位 \d+、人员 \d+。$/).waitFor();
  await dialog.getByRole("link", { name: "打开整改台账" }).click();
  await page.getByText(/共 [89] 项/).waitFor();
  assert.deepEqual(page.scriptErrors, []);
});

test("on a phone the review is read only", async () => {
  const phone = await newPage(browser, "phone");
  await phone.context().addCookies(await page.context().cookies());
  const other = await seedDraft(page, key);
  await phone.goto(`${server.base}/inspections/${key}/import?draft=${other.id}`);
  await phone.getByText("手机上只能查看").waitFor();
  assert.equal(await phone.getByRole("button", { name: "确认入账" }).count(), 0);
});
