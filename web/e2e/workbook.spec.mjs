// A ledger of the user's own: odd headers, a corrected column, remembered for the next workbook.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { call, inspectPage, newPage, seedInspection, setUp, SIZES, startBrowser, startServer } from "./helpers.mjs";
import { workbook, XLSX } from "./xlsx.mjs";

const HEADER = ["序号", "反馈问题", "打算怎么办", "归哪个科室", "原因分析", "整改时限"];
const FIRST = [
  ["1", "理论学习不够深入", "制定年度学习计划", "综合科", "计划性不强", "2026年12月31日"],
  ["2", "防汛责任落实不到位", "修订水库巡查办法", "水旱灾害防御科", "责任传导不够", "长期坚持"],
];
const SECOND = [["1", "差旅费报销审核不严", "开展专项清查", "财务科", "审核流于形式", "2027年3月31日"]];

let server, browser, page, key;
const row = (words) => page.getByRole("treeitem").filter({ hasText: words }).first();
const nodes = async () => (await call(page, "GET", `/drafts/${new URL(page.url()).searchParams.get("draft")}`)).nodes;
const column = (name) => page.getByRole("combobox", { name: `“${name}”列对应` });
const upload = async (name, rows) => {
  await page.goto(`${server.base}/inspections/${key}/import`);
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name, mimeType: XLSX, buffer: workbook(rows) });
  await page.getByRole("link", { name: "去核对" }).click();
  await page.getByRole("tree").waitFor();
};
const choose = async (name, field) => {
  await column(name).click();
  await column(name).fill(field);
  await page.keyboard.press("Enter");
};

before(async () => {
  server = await startServer();
  browser = await startBrowser();
  page = await newPage(browser);
  await setUp(page, server.base);
  key = (await seedInspection(page)).inspection.key;
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test("columns nobody knows are left out until somebody says what they mean", async () => {
  await upload("办公室台账.xlsx", [HEADER, ...FIRST]);
  assert.equal((await nodes()).filter((node) => node.kind === "measure").length, 0);
  await page.getByRole("tab", { name: "列对应" }).click();
  await page.getByText("工作表“台账”的列各是什么意思？").waitFor();
  await choose("打算怎么办", "整改措施");
  await choose("归哪个科室", "牵头部门");
  await page.getByRole("button", { name: "按此重新读取" }).click();
  await page.getByText("已按此读取：问题 2，措施 2。").waitFor();
  await page.getByRole("tab", { name: "目录" }).click();
  await row("修订水库巡查办法").waitFor();
  for (const kind of ["finding", "measure"]) {
    const owners = (await nodes()).filter((node) => node.kind === kind).flatMap((node) => node.owners);
    assert.deepEqual(
      owners.map((owner) => owner.text),
      ["综合科", "水旱灾害防御科"],
      kind,
    );
  }
});

test("other columns of the ledger are shown with the entry they belong to", async () => {
  await row("理论学习不够深入").click();
  const fields = page.getByRole("region", { name: "编辑当前条目" }).locator(".node-fields");
  await fields.getByText("原因分析").waitFor();
  await fields.getByText("计划性不强").waitFor();
});

test("a second workbook with the same header is read the same way at once", async () => {
  await upload("十一月台账.xlsx", [HEADER, ...SECOND]);
  await row("开展专项清查").waitFor();
  await page.getByRole("tab", { name: "列对应" }).click();
  await page.getByTitle("整改措施").waitFor();
  await page.getByTitle("牵头部门").waitFor();
  assert.deepEqual(
    (await nodes()).filter((node) => node.kind === "measure").map((node) => node.text),
    ["开展专项清查"],
  );
});

test("a sheet of which no column is known is read once its header and columns are named", async () => {
  await upload("土办法.xlsx", [
    ["二季度登记"],
    ["填表", "办公室", "四月"],
    ["第几条", "毛病出在哪", "怎么治"],
    ["1", "值班记录不全", "重订值班制度"],
  ]);
  assert.deepEqual(await nodes(), []);
  await page.getByRole("tab", { name: "列对应（3 列未导入）" }).click();
  const header = page.getByRole("spinbutton", { name: "表头止于第几行" });
  assert.equal(await header.inputValue(), "2");
  await header.fill("3");
  await page.getByText("先按新的表头重新读取，再逐列对应。").waitFor();
  await page.getByRole("button", { name: "按此重新读取" }).click();
  await page.getByText("已按此读取：问题 0，措施 0。").waitFor();
  await choose("毛病出在哪", "反馈问题");
  await page.getByText("已按此读取").waitFor({ state: "detached" });
  await choose("怎么治", "整改措施");
  await page.getByRole("button", { name: "按此重新读取" }).click();
  await page.getByText("已按此读取：问题 1，措施 1。").waitFor();
  assert.deepEqual(await inspectPage(page, "mapping-odd"), []);
  assert.deepEqual(
    (await nodes()).map((node) => [node.kind, node.title || node.text]),
    [
      ["finding", "值班记录不全"],
      ["measure", "重订值班制度"],
    ],
  );
});

test("columns and entries read well at every size", async () => {
  const draft = new URL(page.url()).searchParams.get("draft");
  const faults = [];
  for (const size of Object.keys(SIZES)) {
    const other = await newPage(browser, size);
    await other.context().addCookies(await page.context().cookies());
    await other.goto(`${server.base}/inspections/${key}/import?draft=${draft}`);
    await other.getByRole("treeitem").first().click();
    faults.push(...(await inspectPage(other, "entry")));
    await other.getByRole("tab", { name: /列对应/ }).click();
    await other.getByRole("cell", { name: "毛病出在哪" }).waitFor();
    faults.push(...(await inspectPage(other, "mapping")));
    if (size !== "phone") {
      const button = await other.getByRole("button", { name: "按此重新读取" }).boundingBox();
      assert.ok(button.y + button.height <= SIZES[size][1], "the button is in sight");
    }
    await other.context().close();
  }
  assert.deepEqual(faults, []);
});

test("names the directory does not know are made with the confirmation, and said", async () => {
  await page.getByRole("button", { name: "确认入账" }).click();
  const dialog = page.getByRole("dialog");
  const missing = dialog.getByRole("region", { name: "尚未登记的单位和人员" });
  assert.equal(await missing.count(), 0, "财务科 is known");
  await dialog.getByRole("button", { name: "继续核对" }).click();

  await upload("办公室台账.xlsx", [HEADER, ...FIRST]);
  await page.getByRole("button", { name: "确认入账" }).click();
  await missing.getByText("文件中有 2 个单位、0 名人员尚未登记：").waitFor();
  await missing.getByText("综合科、水旱灾害防御科").waitFor();
  assert.ok(await missing.getByRole("checkbox").isChecked());
  const skip = dialog.getByLabel("其余标为跳过");
  if (await skip.count()) await skip.check();
  await dialog.getByRole("button", { name: "写入台账" }).click();
  await dialog.getByText("新建：事项 2、措施 2、单位 2、人员 0。").waitFor();
  await dialog.getByText("补充到台账已有事项：0。").waitFor();
  await dialog.getByRole("link", { name: "打开整改台账" }).click();
  await page.getByRole("gridcell", { name: "水旱灾害防御科" }).or(page.getByTitle("水旱灾害防御科")).first().waitFor();
  const { items } = await call(page, "GET", "/units");
  assert.ok(items.some((unit) => unit.name === "综合科"));
});

test("what no field holds is shown as the documents state it; sources are grouped by document", async () => {
  const { items } = await call(page, "GET", `/inspections/${key}/findings`);
  const finding = items.find((one) => one.title.includes("防汛责任落实不到位"));
  await page.goto(`${server.base}/findings/${finding.key}`);
  const stated = page.getByRole("note", { name: "文件所载" }).first();
  await stated.getByText("时限：长期坚持").waitFor();
  await stated.getByText("原因分析：责任传导不够").waitFor();
  const sources = page.getByRole("region", { name: "原文出处" });
  await sources.getByText("《办公室台账.xlsx》").waitFor();

  const text = "关于巡察的反馈意见\n\n二、主要问题\n\n（一）工作方面\n\n1.防汛责任落实不到位。部分水库巡查记录缺失。";
  const again = await page.evaluate(
    async ([inspection, words]) => {
      const form = new FormData();
      form.set("file", new File([words], "反馈意见.txt"));
      return (await fetch(`/api/v1/inspections/${inspection}/drafts`, { method: "POST", body: form })).json();
    },
    [key, text],
  );
  const confirmation = { version: again.version, skip_open: true };
  const { keys } = await call(page, "POST", `/drafts/${again.id}/confirmation`, confirmation);
  assert.deepEqual(keys, [finding.key]);
  await page.reload();
  await sources.getByText("《反馈意见.txt》").waitFor();
  await sources.getByText("《办公室台账.xlsx》").waitFor();
  assert.equal(await sources.locator("li").count(), 2);
});

test("each measure names the sentence it was made from", async () => {
  const measure = page.getByRole("region", { name: "整改措施" }).getByRole("listitem").first();
  const summary = measure.getByText(/-01 的原文出处/);
  await summary.focus();
  await page.keyboard.press("Enter");
  await measure.getByText("《办公室台账.xlsx》").waitFor();
  await measure.locator("mark").filter({ hasText: "修订水库巡查办法" }).waitFor();
  assert.deepEqual(page.scriptErrors, []);
});
