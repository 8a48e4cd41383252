// 闭环: five people take a finding from registration to closing, each in his own browser.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addDays, call, inspectPage, newPage, seedInspection, setUp, startBrowser, startServer } from "./helpers.mjs";

const PASSWORD = "Rectify-2026";
const PEOPLE = {
  owner: { name: "李建国", username: "lijianguo", roles: ["owner"] },
  leader: { name: "陈立", username: "chenli", roles: ["leader"] },
  secretary: { name: "周远", username: "zhouyuan", roles: ["secretary"] },
  overseer: { name: "何平", username: "heping", roles: ["overseer"] },
};

let server, browser, key, due, later, review, issued;
const pages = {};
const faults = [];

const open = async (who) => {
  await pages[who].goto(`${server.base}/findings/${key}`);
  await pages[who].getByRole("region", { name: "可办事项" }).waitFor();
  return pages[who];
};
const bar = (page) => page.getByRole("region", { name: "可办事项" });
const dialog = (page) => page.getByRole("dialog");
const now = () => call(pages.liaison, "GET", `/findings/${key}`);

/** Presses the button, fills the dialog, confirms, and waits for the next stage. */
async function act(who, action, stage, fill = async () => {}) {
  const page = await open(who);
  await bar(page).getByRole("button", { name: action, exact: true }).click();
  await dialog(page).getByText(key).first().waitFor();
  await fill(dialog(page), page);
  faults.push(...(await inspectPage(page, `loop-${who}-${action}`)));
  await dialog(page).getByRole("button", { name: action, exact: true }).click();
  await dialog(page).waitFor({ state: "detached" });
  await bar(page).getByText(`现在处于“${stage}”`).waitFor();
  await page.getByRole("list", { name: "整改流程" }).locator('[aria-current="step"]', { hasText: stage }).waitFor();
  return page;
}

const choose = (box, criterion, answer) =>
  box.getByRole("radiogroup", { name: criterion }).getByText(answer, { exact: true }).click();

before(async () => {
  server = await startServer();
  browser = await startBrowser();
  pages.liaison = await newPage(browser);
  await setUp(pages.liaison, server.base);
  const seeded = await seedInspection(pages.liaison);
  const ids = {};
  for (const [who, person] of Object.entries(PEOPLE)) {
    const made = await call(pages.liaison, "POST", "/people", { ...person, password: PASSWORD });
    ids[who] = made.id;
    pages[who] = await newPage(browser);
    await pages[who].goto(server.base);
    await call(pages[who], "POST", "/session", { username: person.username, password: PASSWORD });
  }
  const { today } = await call(pages.liaison, "GET", "/session");
  [due, later, review, issued] = [120, 220, 365, -3].map((days) => addDays(today, days));
  const { key: inspection } = seeded.inspection;
  const table = `编号\t反馈问题\t整改时限\n\t采购验收把关不严\t${due}\n`;
  const found = await call(pages.liaison, "POST", `/inspections/${inspection}/ledger-changes`, { table });
  await call(pages.liaison, "POST", `/ledger-changes/${found.id}/confirmation`, { rows: [found.rows[0].row] });
  key = (await call(pages.liaison, "GET", `/inspections/${inspection}/findings`)).items[0].key;
  const { version } = await now();
  await call(pages.liaison, "PATCH", `/findings/${key}`, {
    version,
    unit_id: seeded.office.id,
    owner_id: ids.owner,
    leader_id: ids.leader,
  });
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test("the liaison assigns, and is told what the plan lacks", async () => {
  const page = await act("liaison", "交办", "分解");
  await bar(page)
    .getByText(/提交方案：方案还缺：整改措施/)
    .waitFor();
  await page.getByRole("button", { name: "添加措施" }).click();
  await page.getByLabel("措施内容").fill("修订采购管理办法");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByLabel("措施内容").waitFor({ state: "detached" });
  await page.getByText("修订采购管理办法").first().waitFor();
  await page.getByRole("region", { name: "基本信息" }).getByRole("button", { name: "编辑" }).click();
  await page.getByLabel("整改类型").click();
  await page.getByTitle("长期坚持").click();
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByLabel("整改类型").waitFor({ state: "detached" });
});

test("the plan is returned with a reason, submitted again and approved", async () => {
  await act("liaison", "提交方案", "方案审定");
  const leader = await act("leader", "退回方案", "分解", async (box) => {
    await box.getByText("修订采购管理办法").waitFor();
    await box.getByRole("button", { name: "退回方案", exact: true }).click();
    await box.getByText("请填写理由").waitFor();
    await box.getByLabel("理由").fill("措施不够具体");
  });
  await leader.getByText("措施不够具体").first().waitFor();
  await leader.getByRole("list", { name: "整改流程" }).getByText("退回 1 次").waitFor();
  await act("liaison", "提交方案", "方案审定");
  await act("leader", "审定方案", "整改中");
});

test("after approval the date is locked; a lasting finding gets its rule", async () => {
  const page = await open("liaison");
  await page.getByRole("region", { name: "基本信息" }).getByRole("button", { name: "编辑" }).click();
  await page.getByText("方案审定后通过“申请延期”调整").waitFor();
  assert.equal(await page.getByLabel("整改时限").getAttribute("readonly"), "");
  const lasting = page.getByRole("region", { name: "长效职责" });
  await page.getByRole("button", { name: "取消", exact: true }).click();
  await lasting.getByRole("button", { name: "登记长效职责" }).click();
  await lasting.getByLabel("制度名称").fill("采购管理办法");
  await lasting.getByLabel("文号").fill("江水〔2026〕9号");
  await lasting.getByLabel("印发日期").fill(issued);
  await page.keyboard.press("Tab");
  await lasting.getByLabel("下次检视日期").fill(review);
  await page.keyboard.press("Tab");
  faults.push(...(await inspectPage(page, "loop-standing")));
  await lasting.getByRole("button", { name: "保存", exact: true }).click();
  await lasting.getByText("《采购管理办法》（江水〔2026〕9号）").first().waitFor();
  assert.equal((await now()).standing_review, review);
});

test("the date moves by an extension; a change by somebody else costs nothing that was typed", async () => {
  await act("owner", "申请延期", "整改中", async (box, page) => {
    await box.getByLabel("延期至").fill(later);
    await page.keyboard.press("Tab");
    await box.getByLabel("理由").fill("招标流标");
    const { version } = await now();
    await call(pages.liaison, "PATCH", `/findings/${key}`, { version, category: "重点领域" });
    await box.getByRole("button", { name: "申请延期", exact: true }).click();
    await box.getByText(/已被他人修改/).waitFor();
    assert.equal(await box.getByLabel("理由").inputValue(), "招标流标");
    assert.equal(await box.getByLabel("延期至").inputValue(), later);
  });
  const leader = await open("leader");
  await leader.getByText(`延期申请待批：${due} → ${later}`).waitFor();
  await act("leader", "批准延期", "整改中", (box) => box.getByText("招标流标").waitFor());
  assert.equal((await now()).due, later);
});

test("the owner finishes the measure, brings evidence and asks for closing", async () => {
  const page = await open("owner");
  const submit = bar(page).getByRole("button", { name: "申请销号", exact: true });
  assert.equal(await submit.getAttribute("aria-disabled"), "true");
  await bar(page)
    .getByText(/申请销号：还有 1 条措施未完成/)
    .waitFor();
  await page.getByRole("button", { name: /^填报进展 / }).click();
  await page.getByLabel("进展说明").fill("办法已印发");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByText("办法已印发").first().waitFor();
  await page.getByRole("checkbox", { name: /已完成/ }).click();
  await bar(page)
    .getByText(/申请销号：没有佐证材料/)
    .waitFor();
  await page.getByRole("button", { name: "上传佐证" }).click();
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: "采购管理办法.txt", mimeType: "text/plain", buffer: Buffer.from("采购管理办法") });
  await page.getByRole("button", { name: "上传", exact: true }).click();
  await page.getByRole("link", { name: "下载 采购管理办法.txt" }).waitFor();
  faults.push(...(await inspectPage(page, "loop-rectifying")));
  await act("owner", "申请销号", "初审", async (box) => {
    for (const known of ["措施全部落实", "佐证材料齐全"]) {
      const answered = box.getByRole("radiogroup", { name: known }).getByRole("radio", { name: "满足", exact: true });
      assert.ok(await answered.isChecked(), known);
    }
    // What the server wants more is said in the dialog, and nothing typed is lost.
    await box.getByLabel("说明（可不填）").fill("办法已印发执行");
    await box.getByRole("button", { name: "申请销号", exact: true }).click();
    await box.getByText(/以下销号标准尚未确认满足：问题已解决/).waitFor();
    await choose(box, "问题已解决", "满足");
    for (const other of ["责任已追究", "制度已建立", "群众认可"]) {
      if (await box.getByRole("radiogroup", { name: other }).count()) await choose(box, other, "不涉及");
    }
    assert.equal(await box.getByLabel("说明（可不填）").inputValue(), "办法已印发执行");
  });
});

test("who submitted cannot review: the button stays, is reached by keyboard and says why", async () => {
  const page = await open("owner");
  const pass = bar(page).getByRole("button", { name: "初审通过", exact: true });
  assert.equal(await pass.getAttribute("aria-disabled"), "true");
  await pass.focus();
  await page
    .getByRole("tooltip")
    .getByText(/须由“分管领导”或“联络员”办理/)
    .waitFor();
  const reason = await pass.evaluate(
    (button) => document.getElementById(button.getAttribute("aria-describedby")).textContent,
  );
  assert.match(reason, /须由“分管领导”或“联络员”办理/);
  await page.keyboard.press("Enter");
  assert.equal(await dialog(page).count(), 0);
  await page.getByText("已申请销号，正在初审，内容已锁定").waitFor();
  assert.equal(await page.getByRole("button", { name: "上传佐证" }).count(), 0);
  faults.push(...(await inspectPage(page, "loop-first-review")));
});

test("a return carries its reason to the owner; he submits again", async () => {
  await act("leader", "退回整改", "整改中", async (box) => {
    await box.getByText("办法已印发执行").waitFor();
    await box.getByRole("link", { name: "采购管理办法.txt" }).waitFor();
    await box.getByLabel("理由").fill("缺少采购合同");
  });
  const owner = await open("owner");
  await owner.getByText("缺少采购合同").first().waitFor();
  await act("owner", "申请销号", "初审", async (box) => {
    await choose(box, "问题已解决", "满足");
    for (const other of ["责任已追究", "制度已建立", "群众认可"]) {
      if (await box.getByRole("radiogroup", { name: other }).count()) await choose(box, other, "不涉及");
    }
  });
});

test("somebody else acted meanwhile: what was typed stays, and the step is closed", async () => {
  const page = await open("leader");
  await bar(page).getByRole("button", { name: "退回整改", exact: true }).click();
  await dialog(page).getByLabel("理由").fill("印章不清");
  const seen = await now();
  await call(pages.owner, "POST", `/findings/${key}/actions`, { version: seen.version, action: "withdraw" });
  await dialog(page).getByRole("button", { name: "退回整改", exact: true }).click();
  await dialog(page)
    .getByText(/这一步已不能办理/)
    .waitFor();
  assert.equal(await dialog(page).getByLabel("理由").inputValue(), "印章不清");
  await dialog(page)
    .getByRole("button", { name: "取消" })
    .or(dialog(page).getByRole("button", { name: "取 消" }))
    .click();
  const again = await now();
  const answers = again.closed_loop.criteria.map(({ criterion }) => ({ criterion, answer: "met" }));
  const body = { version: again.version, action: "submit", reason: "补齐合同", answers };
  await call(pages.owner, "POST", `/findings/${key}/actions`, body);
});

test("two people review, the overseer accepts, the finding is closed", async () => {
  await act("leader", "初审通过", "复审", async (box) => {
    await box.getByText("补齐合同").waitFor();
    await box.getByText("办法已印发").first().waitFor();
  });
  await act("secretary", "复审通过", "报备");
  const liaison = await open("liaison");
  await liaison
    .getByText(/报备审核期至 20\d\d-/)
    .first()
    .waitFor();
  const overseer = await act("overseer", "同意报备", "已销号");
  await overseer.getByRole("button", { name: "回头看重启" }).waitFor();
  faults.push(...(await inspectPage(overseer, "loop-closed")));
  assert.equal((await now()).closure, "closed");
});

test("the ledger knows the stage", async () => {
  const page = pages.liaison;
  await page.goto(`${server.base}/inspections/${(await now()).inspection_key}/ledger?closure=closed`);
  await page
    .getByText(/共 1 项/)
    .first()
    .waitFor();
});

test("on a phone the stages are one line, and nothing is wider than the screen", async () => {
  const page = await newPage(browser, "phone");
  await page.context().addCookies(await pages.overseer.context().cookies());
  await page.goto(`${server.base}/findings/${key}`);
  await page.getByText("第 8/8 步 已销号").waitFor();
  faults.push(...(await inspectPage(page, "loop-closed-phone")));
  await page.getByRole("button", { name: "回头看重启" }).click();
  await dialog(page).getByLabel("新的审核人").waitFor();
  faults.push(...(await inspectPage(page, "loop-reopen-phone")));
});

test("no accessibility fault, no script error", () => {
  assert.deepEqual(faults, []);
  for (const page of Object.values(pages)) assert.deepEqual(page.scriptErrors, []);
});
