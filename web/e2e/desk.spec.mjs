// 我的事项 and 审核工作台: a liaison, an owner, a leader and a secretary, each in his own browser.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  addDays,
  call,
  inspectPage,
  newPage,
  seedInspection,
  setUp,
  SIZES,
  startBrowser,
  startServer,
} from "./helpers.mjs";

const PASSWORD = "Rectify-2026";
const PEOPLE = {
  owner: { name: "赵强", username: "zhaoqiang", roles: ["owner"] },
  leader: { name: "陈立", username: "chenli", roles: ["leader"] },
  secretary: { name: "周远", username: "zhouyuan", roles: ["secretary"] },
};
const TITLES = ["采购验收把关不严", "公务用车登记不全", "固定资产台账不实"];
const CRITERIA = ["solved", "measures_done", "evidence", "accountability", "policy", "approval"];

let server, browser, inspection, keys;
const pages = {};
const faults = [];

const now = (key) => call(pages.liaison, "GET", `/findings/${key}`);
const act = async (who, key, action, more = {}) =>
  call(pages[who], "POST", `/findings/${key}/actions`, { version: (await now(key)).version, action, ...more });
const answers = CRITERIA.map((criterion) => ({ criterion, answer: criterion === "approval" ? "not_involved" : "met" }));
const look = async (page, name) => faults.push(...(await inspectPage(page, name)));
const go = async (who, path) => {
  await pages[who].goto(`${server.base}${path}`);
  return pages[who];
};
const queue = (page) => page.getByRole("region", { name: "待审事项" });
const decision = (page) => page.getByRole("region", { name: "要求与审核" });

before(async () => {
  server = await startServer();
  browser = await startBrowser();
  pages.liaison = await newPage(browser);
  await setUp(pages.liaison, server.base);
  const seeded = await seedInspection(pages.liaison);
  const ids = {};
  for (const [who, person] of Object.entries(PEOPLE)) {
    ids[who] = (
      await call(pages.liaison, "POST", "/people", { ...person, unit_id: seeded.root.id, password: PASSWORD })
    ).id;
    pages[who] = await newPage(browser, who === "owner" ? "phone" : "desk");
    await pages[who].goto(server.base);
    await call(pages[who], "POST", "/session", { username: person.username, password: PASSWORD });
  }
  inspection = seeded.inspection.key;
  const { today } = await call(pages.liaison, "GET", "/session");
  const rows = TITLES.map((title, at) => `\t${title}\t${addDays(today, 20 + at * 30)}`).join("\n");
  const table = `编号\t反馈问题\t整改时限\n${rows}\n`;
  const found = await call(pages.liaison, "POST", `/inspections/${inspection}/ledger-changes`, { table });
  await call(pages.liaison, "POST", `/ledger-changes/${found.id}/confirmation`, {
    rows: found.rows.map((row) => row.row),
  });
  keys = (await call(pages.liaison, "GET", `/inspections/${inspection}/findings`)).items.map((row) => row.key);
  for (const key of keys) {
    const due = addDays(today, 15);
    await call(pages.liaison, "POST", `/findings/${key}/measures`, {
      text: "修订采购管理办法",
      due,
      owner_id: ids.owner,
    });
  }
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test("the liaison assigns several at once, and is told of each what the plan lacks", async () => {
  const page = await go("liaison", `/inspections/${inspection}/ledger`);
  await page.getByRole("button", { name: "批量办理" }).click();
  for (const key of keys) await page.getByRole("checkbox", { name: `选择 ${key}` }).check();
  await page.getByRole("group", { name: "批量办理" }).getByText("已选 3 项").waitFor();
  await look(page, "batch-ledger");
  await page.getByRole("button", { name: "批量指派" }).click();
  const box = page.getByRole("dialog");
  assert.equal(await box.getByRole("button", { name: "办理 3 项" }).isDisabled(), true);
  for (const [field, name] of [
    ["牵头单位", "办公室"],
    ["责任领导", "陈立"],
    ["责任人", "赵强"],
  ]) {
    await box.getByLabel(field, { exact: true }).click();
    await page.keyboard.type(name);
    await page.locator(".ant-select-dropdown:visible").getByText(name).first().click();
  }
  await look(page, "batch-assign");
  await box.getByRole("button", { name: "办理 3 项" }).click();
  await box.getByText("成功 3 项，未办 0 项").waitFor();
  await box.getByRole("button", { name: "关闭" }).click();
  assert.equal((await now(keys[0])).owner.name, "赵强");

  // Two are assigned to planning; the third is not, and says so.
  for (const key of keys.slice(0, 2)) await act("liaison", key, "assign");
  await page.reload();
  await page.getByRole("button", { name: "批量办理" }).click();
  for (const key of keys) await page.getByRole("checkbox", { name: `选择 ${key}` }).check();
  await page.getByRole("button", { name: "批量送审方案" }).click();
  await box.getByRole("button", { name: "办理 3 项" }).click();
  await box.getByText("成功 2 项，未办 1 项").waitFor();
  await look(page, "batch-result");
  assert.equal((await now(keys[1])).stage, "plan_review");
  assert.equal((await now(keys[2])).stage, "registered");
});

test("the leader decides on plans in the queue, by keys", async () => {
  const page = await go("leader", "/");
  await page.getByRole("link", { name: "待办 2 项" }).click();
  await page.getByRole("link", { name: /等待您审核/ }).click();
  await decision(page).getByText(keys[0]).waitFor();
  await look(page, "desk-plan");
  await queue(page).focus();
  await page.keyboard.press("a");
  await decision(page).getByRole("button", { name: "确定审定方案" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByText(`${keys[0]} 已办理“审定方案”`).waitFor();
  await decision(page).getByText(keys[1]).waitFor();
  assert.equal(
    await queue(page).evaluate((list) => list === document.activeElement),
    true,
    "focus is in the queue again",
  );
  await page.keyboard.press("a");
  await page.keyboard.press("Enter");
  await page.getByText("暂无待审").waitFor();
  await page.getByRole("region", { name: "您最近的决定" }).getByText("审定方案").first().waitFor();
  await look(page, "desk-empty");
});

test("the owner reports and proves on the phone, without leaving the list", async () => {
  const page = await go("owner", "/work");
  const group = page.getByRole("region", { name: "我负责的措施" });
  await group.getByText("修订采购管理办法").first().waitFor();
  await look(page, "mine");
  const first = `${keys[0]}-01`;
  await page.getByRole("button", { name: `填报进展 ${first}` }).click();
  await page.getByText("已完成", { exact: true }).click();
  await page.getByLabel("进展说明").fill("办法已印发");
  await look(page, "mine-report");
  const second = `${keys[1]}-01`;
  await page.getByRole("button", { name: `上传佐证 ${second}` }).click();
  const files = ["会议纪要.txt", "印发通知.txt"].map((name) => ({
    name,
    mimeType: "text/plain",
    buffer: Buffer.from(name),
  }));
  files.push({ name: "空文件.txt", mimeType: "text/plain", buffer: Buffer.from("") });
  await page.locator('input[type="file"][multiple]').first().setInputFiles(files);
  await page.getByText("已上传").nth(1).waitFor();
  await page.getByText("未成功").waitFor();
  await look(page, "mine-upload");
  await page.getByRole("button", { name: "完成", exact: true }).click();
  await page.getByText(`已为 ${second} 上传 2 个文件`).waitFor();
  assert.equal(await page.getByLabel("进展说明").inputValue(), "办法已印发", "the other box keeps what was typed");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByText(`已保存 ${first} 的进展`).waitFor();
  assert.equal((await now(keys[0])).measures[0].completion, "done");
  assert.equal((await now(keys[1])).evidence, 2);
});

test("what was submitted is reviewed beside what was asked for, and returned with a reason", async () => {
  for (const key of keys.slice(0, 2)) {
    const { measures } = await now(key);
    const [measure] = measures;
    if (measure.completion !== "done") {
      await call(pages.liaison, "PATCH", `/measures/${measure.key}`, { version: measure.version, completion: "done" });
    }
  }
  await pages.owner.evaluate(async (key) => {
    const form = new FormData();
    form.set("file", new File(["验收单"], "验收单.txt"));
    await fetch(`/api/v1/findings/${key}/evidence`, { method: "POST", body: form });
  }, keys[0]);
  for (const key of keys.slice(0, 2)) await act("owner", key, "submit", { answers, reason: "制度已修订并执行" });
  const page = await go("leader", "/reviews");
  await decision(page).getByText(keys[0]).waitFor();
  await page.getByRole("region", { name: "提交的材料" }).getByText("制度已修订并执行").waitFor();
  await decision(page).getByText("不涉及").waitFor();
  await queue(page).focus();
  await page.keyboard.press("1");
  await page.keyboard.press("3");
  await decision(page).getByText("已核对 2/6").waitFor();
  await page.keyboard.press("j");
  await decision(page).getByText(keys[1]).waitFor();
  await page.keyboard.press("k");
  await decision(page).getByText(keys[0]).waitFor();
  await decision(page).getByText("已核对 2/6").waitFor();
  await page.keyboard.press("r");
  await decision(page).getByRole("button", { name: "确定退回整改" }).click();
  await decision(page).getByText("请填写理由").waitFor();
  await decision(page).getByRole("button", { name: "佐证材料不齐，请补充" }).click();
  assert.equal(await decision(page).getByLabel("理由").inputValue(), "佐证材料不齐，请补充");
  for (const size of Object.keys(SIZES)) {
    const [width, height] = SIZES[size];
    await page.setViewportSize({ width, height });
    await look(page, "desk-return");
  }
  await page.setViewportSize({ width: SIZES.desk[0], height: SIZES.desk[1] });
  await decision(page).getByRole("button", { name: "确定退回整改" }).click();
  await page.getByText(`${keys[0]} 已办理“退回整改”`).waitFor();
  assert.equal((await now(keys[0])).stage, "rectifying");

  const owner = await go("owner", "/work");
  const returned = owner.getByRole("region", { name: "退回待改" });
  await returned.getByText("佐证材料不齐，请补充").waitFor();
  await returned.getByText(/陈立 于/).waitFor();
  await look(owner, "mine-returned");
});

test("somebody else was faster: the result is shown, and the next one opens", async () => {
  const page = await go("leader", "/reviews");
  await decision(page).getByText(keys[1]).waitFor();
  await act("owner", keys[1], "withdraw");
  await queue(page).focus();
  await page.keyboard.press("a");
  await decision(page).getByLabel("说明（可不填）").fill("同意");
  await page.keyboard.press("Control+Enter");
  await decision(page).getByText("他人已处理，事项现在处于“整改中”").waitFor();
  await look(page, "desk-conflict");
  await decision(page).getByRole("button", { name: "下一项" }).click();
  await page.getByText("暂无待审").waitFor();
});

test("the second submission is compared with the first; two reviews are two persons' work", async () => {
  await pages.owner.evaluate(async (key) => {
    const form = new FormData();
    form.set("file", new File(["合同原件"], "合同原件.txt"));
    await fetch(`/api/v1/findings/${key}/evidence`, { method: "POST", body: form });
  }, keys[0]);
  await act("owner", keys[0], "submit", { answers, reason: "已补齐合同" });
  const page = await go("leader", "/reviews");
  await page.getByText(/与上次提交.*对比/).waitFor();
  await page
    .getByRole("region", { name: "提交的材料" })
    .getByText(/合同原件/)
    .first()
    .waitFor();
  await look(page, "desk-compare");
  await queue(page).focus();
  await page.keyboard.press("a");
  await decision(page).getByLabel("说明（可不填）").fill("材料齐全");
  await page.keyboard.press("Control+Enter");
  await page.getByText("现在处于“复审”").waitFor();

  const secretary = await go("secretary", "/reviews");
  await decision(secretary).getByRole("button", { name: "复审通过" }).click();
  await decision(secretary).getByLabel("说明（可不填）").press("a");
  assert.equal(await decision(secretary).getByLabel("说明（可不填）").inputValue(), "a", "letters are text in a field");
  await secretary.goto(`${server.base}/reviews/${keys[0]}/print`);
  await secretary.getByRole("heading", { name: "审核意见单" }).waitFor();
  await secretary.getByText("材料齐全", { exact: true }).waitFor();
  await look(secretary, "desk-print");
});

test("several are returned with one reason; the queue on a phone comes first", async () => {
  await act("owner", keys[1], "submit", { answers, reason: "再次提交" });
  await act("secretary", keys[0], "return", { reason: "请补签字页" });
  await act("owner", keys[0], "submit", { answers, reason: "已补签字页" });
  const page = await go("leader", "/reviews");
  for (const key of keys.slice(0, 2)) await page.getByRole("checkbox", { name: `选中 ${key}` }).check();
  await page.getByRole("button", { name: "批量退回（2）" }).click();
  const box = page.getByRole("dialog");
  await box.getByLabel("理由").fill("请统一按新模板报送");
  await look(page, "desk-batch");
  await page.setViewportSize({ width: SIZES.desk[0], height: SIZES.desk[1] });
  await box.getByRole("button", { name: "批量退回（2）" }).click();
  await page.getByText("已退回 2 项").waitFor();
  for (const key of keys.slice(0, 2)) assert.equal((await now(key)).stage, "rectifying");

  await act("owner", keys[0], "submit", { answers, reason: "按新模板" });
  const [width, height] = SIZES.phone;
  await page.setViewportSize({ width, height });
  await page.goto(`${server.base}/reviews`);
  await queue(page).getByText(TITLES[0]).waitFor();
  assert.equal(await decision(page).count(), 0);
  await look(page, "desk-phone-queue");
  await queue(page).getByText(TITLES[0]).click();
  await decision(page).getByRole("button", { name: "初审通过" }).waitFor();
  await look(page, "desk-phone-item");
  await page.getByRole("button", { name: "返回待审队列" }).click();
  await queue(page).getByText(TITLES[0]).waitFor();
});

test("no accessibility fault, no sideways overflow, no script error", () => {
  assert.deepEqual(faults, []);
  for (const [who, page] of Object.entries(pages)) assert.deepEqual(page.scriptErrors, [], who);
});
