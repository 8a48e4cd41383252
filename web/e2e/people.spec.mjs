// 任职、委托代办、多人责任、长效职责: a person with two positions, a delegate who reviews, two owners, a duty that comes again.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addDays, call, inspectPage, newPage, seedLedger, setUp, startBrowser, startServer } from "./helpers.mjs";

const PASSWORD = "Rectify-2026";
const PEOPLE = {
  leader: { name: "陈立", username: "chenli", roles: ["leader"] },
  deputy: { name: "郑和", username: "zhenghe", roles: ["owner"] },
  second: { name: "孙丽", username: "sunli", roles: ["owner"] },
};

let server, browser, seeded, key, today;
const pages = {};
const ids = {};
const faults = [];
const dialog = (page) => page.getByRole("dialog");
const finding = () => call(pages.liaison, "GET", `/findings/${key}`);
/** Chooses in a picker by typing a part of the name and Enter; one of several stays open until Tab. */
const pick = async (page, field, words) => {
  await field.click();
  await page.keyboard.type(words);
  await page.locator(".ant-select-item-option-active", { hasText: words }).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
};

before(async () => {
  server = await startServer();
  browser = await startBrowser();
  pages.liaison = await newPage(browser);
  await setUp(pages.liaison, server.base);
  seeded = await seedLedger(pages.liaison);
  key = seeded.rows[0].key;
  today = (await call(pages.liaison, "GET", "/session")).today;
  for (const [who, person] of Object.entries(PEOPLE)) {
    ids[who] = (await call(pages.liaison, "POST", "/people", { ...person, password: PASSWORD })).id;
    pages[who] = await newPage(browser);
    await pages[who].goto(server.base);
    await call(pages[who], "POST", "/session", { username: person.username, password: PASSWORD });
  }
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test("a second position is added beside the main one, and ended", async () => {
  const page = pages.liaison;
  await page.goto(`${server.base}/admin/people`);
  await page.getByRole("button", { name: "编辑 孙丽" }).click();
  const panel = dialog(page).getByRole("region", { name: "任职情况" });
  await panel.getByRole("button", { name: "添加兼职" }).click();
  await pick(page, panel.getByLabel("单位"), "财务");
  await panel.getByLabel("职务").fill("挂职副科长");
  await panel.getByRole("checkbox", { name: "分管领导" }).check();
  faults.push(...(await inspectPage(page, "people-position")));
  await panel.getByRole("button", { name: "保存", exact: true }).click();
  await panel.getByText("挂职副科长").waitFor();
  faults.push(...(await inspectPage(page, "people-positions")));
  await panel.getByRole("button", { name: "今日结束在财务科的任职" }).click();
  await panel.getByText(new RegExp(`至 ${today}`)).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  faults.push(...(await inspectPage(page, "people-positions")));
  await page.setViewportSize({ width: 1366, height: 768 });
});

test("two owners are named by typing a part of the name, and the second one reports", async () => {
  const page = pages.liaison;
  await page.goto(`${server.base}/findings/${key}`);
  const fields = page.getByRole("region", { name: "基本信息" });
  await fields.getByRole("button", { name: "编辑" }).click();
  await pick(page, fields.getByLabel("责任领导", { exact: true }), "陈立");
  await pick(page, fields.getByLabel("共同责任人"), "孙");
  await pick(page, fields.getByLabel("共同责任人"), "郑");
  faults.push(...(await inspectPage(page, "people-fields")));
  await fields.getByRole("button", { name: "保存", exact: true }).click();
  await fields.getByText(/孙丽、郑和|郑和、孙丽/).waitFor();
  await page.getByRole("button", { name: "添加措施" }).click();
  await page.getByLabel("措施内容").fill("修订采购管理办法");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByLabel("措施内容").waitFor({ state: "detached" });
  await page.getByText("修订采购管理办法").first().waitFor();
  const other = pages.second;
  await other.goto(`${server.base}/findings/${key}`);
  await other.getByRole("button", { name: /^填报进展 / }).click();
  await other.getByLabel("进展说明").fill("办法已征求意见");
  await other.getByRole("button", { name: "保存", exact: true }).click();
  await other.getByLabel("进展说明").waitFor({ state: "detached" });
  await other.getByText("办法已征求意见").first().waitFor();
});

test("the leader lets his deputy act for him, who approves in his place", async () => {
  const { version } = await finding();
  const step = async (action, at) => call(pages.liaison, "POST", `/findings/${key}/actions`, { version: at, action });
  const planned = await step("assign", version);
  await step("submit_plan", planned.version);
  const page = pages.leader;
  await page.goto(`${server.base}/account/delegations`);
  await page.getByText("没有委托", { exact: true }).waitFor();
  await page.getByRole("button", { name: "新增委托" }).click();
  await pick(page, dialog(page).getByLabel("代办人"), "郑");
  await dialog(page).getByRole("checkbox", { name: "分管领导" }).check();
  await dialog(page).getByLabel("事由").fill("外出学习");
  faults.push(...(await inspectPage(page, "delegation-form")));
  await dialog(page).getByRole("button", { name: "委托", exact: true }).click();
  await dialog(page).waitFor({ state: "detached" });
  await page.getByText("生效中").waitFor();
  faults.push(...(await inspectPage(page, "delegations")));
  const deputy = pages.deputy;
  await deputy.goto(`${server.base}/reviews`);
  await deputy.getByText("代办 陈立").first().waitFor();
  await deputy.getByRole("button", { name: "审定方案", exact: true }).click();
  await deputy.getByText("您将代 陈立 办理").waitFor();
  faults.push(...(await inspectPage(deputy, "delegation-decides")));
  await deputy.getByRole("button", { name: "确定审定方案" }).click();
  await deputy.getByText(/已办理“审定方案”/).waitFor();
  const after = await finding();
  assert.equal(after.stage, "rectifying");
  assert.equal(after.timeline[0].summary, "（代陈立）审定方案");
  // He answers for the finding himself: what he submits or owns he does not review, in nobody's place.
  assert.equal(after.closed_loop.steps.at(-1).acting_for.name, "陈立");
  await page.reload();
  await page.getByRole("button", { name: "终止 陈立 对 郑和 的委托" }).click();
  await dialog(page).getByRole("button", { name: "终止", exact: true }).click();
  await page.getByText("已终止").waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  faults.push(...(await inspectPage(page, "delegations")));
});

test("a standing duty is confirmed and comes again", async () => {
  const duty = {
    kind: "duty",
    name: "抽查采购合同",
    recurrence: "month",
    next: addDays(today, 2),
    owner_id: ids.second,
  };
  await call(pages.liaison, "POST", `/findings/${key}/standing`, duty);
  const page = pages.second;
  await page.goto(`${server.base}/work`);
  const group = page.getByRole("region", { name: "长效制度待检视" });
  await group.getByText("每月：抽查采购合同").waitFor();
  faults.push(...(await inspectPage(page, "standing-mine")));
  await group.getByRole("link", { name: `去办理 ${key}` }).click();
  const section = page.getByRole("region", { name: "长效职责" });
  await section.getByRole("button", { name: /^确认落实：/ }).click();
  await section.getByLabel("落实情况").fill("抽查合同3份，均合规");
  faults.push(...(await inspectPage(page, "standing-confirm")));
  await section.getByRole("button", { name: "确认落实", exact: true }).click();
  await section.getByText("已确认 1 次").click();
  await section.getByText("抽查合同3份，均合规").waitFor();
  const after = await finding();
  assert.ok(after.standing_review > duty.next);
  await page.setViewportSize({ width: 390, height: 844 });
  faults.push(...(await inspectPage(page, "standing")));
});

test("gaps of responsibility lead to the items that lack something", async () => {
  const page = pages.liaison;
  await page.goto(`${server.base}/inspections/${seeded.key}/ledger`);
  await page.getByRole("button", { name: "责任空白" }).click();
  const panel = page.getByRole("region", { name: "责任空白" });
  const missing = panel.getByRole("button", { name: /缺责任人 \d+ 项/ });
  await missing.waitFor();
  const count = Number(/\d+/.exec(await missing.textContent())[0]);
  assert.equal(count, seeded.total - 6);
  faults.push(...(await inspectPage(page, "gaps")));
  await missing.click();
  await page.waitForURL(/gap=owner/);
  await page.getByText(`共 ${count} 项`).first().waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  faults.push(...(await inspectPage(page, "gaps")));
});

test("no screen has an accessibility fault, a sideways overflow or a script error", () => {
  assert.deepEqual(faults, []);
  for (const page of Object.values(pages)) assert.deepEqual(page.scriptErrors, []);
});
