// 公开稿: a diagnostic is ignored, a public version made, redacted, confirmed by a second person, and downloaded.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { call, inspectPage, newPage, seedLedger, setUp, SIZES, startBrowser, startServer } from "./helpers.mjs";

const SECOND = { name: "周远", username: "zhouyuan", roles: ["liaison", "leader"], password: "Rectify-2026" };

let server, browser, page, second, seeded, publication;

before(async () => {
  server = await startServer();
  browser = await startBrowser();
  page = await newPage(browser);
  await setUp(page, server.base);
  seeded = await seedLedger(page);
  const text = "由李建国逐项核查采购合同，监督电话13812345678";
  await call(page, "POST", `/findings/${seeded.rows[0].key}/measures`, { text });
  await call(page, "POST", "/people", SECOND);
  second = await newPage(browser);
  await second.goto(server.base);
  await call(second, "POST", "/session", { username: SECOND.username, password: SECOND.password });
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const paper = () => page.getByRole("article", { name: "文稿" });
const side = () => page.getByRole("complementary", { name: "数据来源、核稿与比对" });
const diff = (view) => view.getByRole("table", { name: "对照核对" });

test("a diagnostic stands beside its paragraph, is mended, taken back and ignored with a reason", async () => {
  const report = await call(page, "POST", `/inspections/${seeded.key}/reports`, { kind: "progress" });
  const after = report.blocks.length - 3;
  const wrong = "特此报告,反馈问题共9个，已完成整改3个，正在整改2个。会议于2026年13月1日召开。";
  await call(page, "PATCH", `/reports/${report.key}`, {
    version: report.version,
    edit: { op: "insert", after, text: wrong },
  });
  await page.goto(`${server.base}/reports/${report.key}`);
  await paper().getByText("特此报告").waitFor();
  await side().getByRole("tab", { name: "核稿" }).click();
  const half = paper().getByRole("region", { name: /P-HALF/ });
  await half.getByRole("button", { name: "采纳" }).click();
  await paper().getByText("特此报告，反馈问题共9个").waitFor();
  await half.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "撤销" }).click();
  await half.getByRole("button", { name: "采纳" }).click();
  await half.waitFor({ state: "detached" });

  const sum = paper().getByRole("region", { name: /N-SUM/ });
  await sum.getByRole("button", { name: "忽略" }).click();
  await sum.getByLabel("为什么不改（必填）").fill("分项只列主要部分");
  await sum.getByRole("button", { name: "忽略" }).click();
  await sum.waitFor({ state: "detached" });
  await side()
    .getByRole("button", { name: /已处理 1/ })
    .click();
  await sum.getByText("分项只列主要部分").waitFor();
  await sum.getByRole("button", { name: "撤回" }).click();
  await side()
    .getByRole("button", { name: /已处理 0/ })
    .click();
  await sum.getByRole("button", { name: "忽略" }).click();
  await sum.getByLabel("为什么不改（必填）").fill("分项只列主要部分");
  await page.keyboard.press("Control+Enter");
  await side()
    .getByRole("button", { name: /已处理 1/ })
    .waitFor();
  await side()
    .getByRole("button", { name: /必错|疑似|提示/ })
    .first()
    .waitFor();
  assert.deepEqual(await inspectPage(page, "report-margin"), []);
});

test("the next diagnostic is reached by a key", async () => {
  await page.reload();
  await side().getByRole("tab", { name: "核稿" }).click();
  await paper().locator(".diag-note").first().waitFor();
  await side().getByText("N 下一条").click();
  await page.keyboard.press("n");
  const id = await page.evaluate(() => document.activeElement.id);
  assert.match(id, /^note-/);
});

test("a locked report becomes a public version, withheld and redacted", async () => {
  await page.getByRole("button", { name: "锁定" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /锁\s*定/ })
    .click();
  await page.getByRole("button", { name: "编制公开稿" }).click();
  await diff(page).getByText("张某", { exact: false }).or(diff(page).getByText("李某")).first().waitFor();
  publication = new URL(page.url()).pathname;
  await diff(page).getByText("138****5678").first().waitFor();
  assert.equal(await page.getByRole("button", { name: "确认公开" }).isDisabled(), true);
  await page.getByText("须由另一人核对后确认").first().waitFor();

  await page.getByRole("tab", { name: "公开范围" }).click();
  await page.getByLabel(`选择 ${seeded.rows[1].key}`).check();
  await page.getByRole("radio", { name: "不予公开" }).check();
  await page.getByRole("combobox", { name: "不予公开的理由" }).click();
  await page.getByTitle("涉及党和国家秘密").click();
  await page
    .getByRole("group", { name: /设定公开范围/ })
    .getByRole("button", { name: /保\s*存/ })
    .click();
  await page.getByRole("cell", { name: "涉及党和国家秘密" }).waitFor();

  await page.getByRole("tab", { name: "对照核对" }).click();
  await diff(page).getByText("按规定不予公开", { exact: false }).first().waitFor();
  await diff(page).getByText("有1项按规定不予公开内容", { exact: false }).first().waitFor();
  await diff(page)
    .getByRole("row")
    .filter({ hasText: "采购合同" })
    .first()
    .getByRole("button", { name: "遮盖本段文字" })
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("要处理的文字").fill("采购合同");
  await dialog.getByRole("button", { name: "遮盖文字" }).click();
  await dialog
    .getByText(/请填写理由|理由/)
    .first()
    .waitFor();
  await dialog.getByLabel("理由").fill("涉及供应商");
  await dialog.getByRole("button", { name: "遮盖文字" }).click();
  await dialog.waitFor({ state: "detached" });
  await diff(page).getByText("涉及供应商").first().waitFor();

  await page.getByRole("tab", { name: "公示信息" }).click();
  await page.getByLabel("公布日期").fill("2026-06-30");
  await page.getByLabel("公布日期").press("Enter");
  await page.getByLabel("联系电话").fill("0000-1234567");
  await page.getByLabel("通信地址").fill("江州市人民路1号");
  await page.getByLabel("电子邮箱").fill("zgb@example.cn");
  await page
    .getByRole("tabpanel", { name: "公示信息" })
    .getByRole("button", { name: /保\s*存/ })
    .click();
  await page.getByText("公示至 2026-07-07").waitFor();
});

test("words are selected in the public version", async () => {
  await page.getByRole("tab", { name: "对照核对" }).click();
  const stretch = diff(page).locator("[data-start]").filter({ hasText: "监督电话" }).first();
  await stretch.evaluate((element) => {
    const text = element.firstChild;
    const at = text.textContent.indexOf("监督电话");
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + 4);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  });
  await page.getByRole("button", { name: "遮盖“监督电话”" }).click();
  const dialog = page.getByRole("dialog");
  assert.equal(await dialog.getByLabel("要处理的文字").inputValue(), "监督电话");
  await dialog.getByLabel("代替的文字").fill("电话");
  await dialog.getByLabel("理由").fill("统一说法");
  await dialog.getByRole("button", { name: "遮盖文字" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("人工处理 2 处").click();
  await page.getByRole("button", { name: "撤回对“监督电话”的处理" }).click();
  await page.getByText("人工处理 1 处").waitFor();
});

test("a second person settles what is open, confirms, and downloads the page", async () => {
  await second.goto(`${server.base}${publication}`);
  await diff(second).waitFor();
  await second.getByRole("tab", { name: "核稿" }).click();
  await second.locator(".diag-bar").or(second.getByText("没有发现问题")).first().waitFor();
  const open = second.locator(".diag-note").filter({ has: second.getByRole("button", { name: "裁定放行" }) });
  while ((await open.count()) > 0) {
    const before = await open.count();
    const one = open.first();
    await one.getByRole("button", { name: "裁定放行" }).click();
    await second.getByLabel("为什么可以公开（必填）").fill("已核对");
    await second.getByLabel("为什么可以公开（必填）").press("Control+Enter");
    await assert.doesNotReject(
      second.waitForFunction(
        (number) =>
          [...document.querySelectorAll(".diag-note button")].filter((b) => b.textContent === "裁定放行").length <
          number,
        before,
      ),
    );
  }
  await second
    .getByText("可以确认公开")
    .waitFor()
    .catch(async (cause) => {
      throw new Error(await second.locator(".gate-notice").innerText(), { cause });
    });
  await second.getByRole("button", { name: "确认公开" }).click();
  await second
    .getByRole("dialog")
    .getByRole("button", { name: /确认公开/ })
    .click();
  await second.getByText("周远", { exact: false }).first().waitFor();
  const [download] = await Promise.all([
    second.waitForEvent("download"),
    second.getByRole("button", { name: "网页" }).click(),
  ]);
  const html = readFileSync(await download.path(), "utf8");
  for (const hidden of ["李建国", "13812345678", "采购合同", seeded.rows[1].title, seeded.key]) {
    assert.equal(html.includes(hidden), false, hidden);
  }
  assert.match(html, /自2026年6月30日起5个工作日/);
  for (const size of ["desk", "phone"]) {
    const view = await newPage(browser, size);
    await view.setContent(html);
    assert.deepEqual(await inspectPage(view, "public-page"), []);
    await view.context().close();
  }
});

test("a file made in the background is found on another page", async () => {
  const report = await call(page, "POST", `/inspections/${seeded.key}/reports`, { kind: "ledger" });
  await call(page, "POST", `/reports/${report.key}/jobs`, { format: "docx" });
  await page.goto(`${server.base}/`);
  const tray = page.getByRole("region", { name: "正在生成的文件" });
  await tray.getByText(report.key).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    tray.getByRole("button", { name: /下\s*载/ }).click(),
  ]);
  assert.equal(download.suggestedFilename(), `${report.key}.docx`);
  assert.deepEqual(await inspectPage(page, "job-tray"), []);
  await tray.getByRole("button", { name: /^移除/ }).click();
  await tray.waitFor({ state: "detached" });
});

for (const size of Object.keys(SIZES)) {
  test(`screens, ${size}`, async () => {
    const report = await call(page, "POST", `/inspections/${seeded.key}/reports`, { kind: "progress" });
    const locked = await call(page, "POST", `/reports/${report.key}/locking`, { version: report.version });
    const made = await call(page, "POST", `/reports/${locked.key}/publications`, {});
    const faults = [];
    const view = await newPage(browser, size);
    await view.context().addCookies(await page.context().cookies());
    await view.goto(`${server.base}/publications/${made.key}`);
    await diff(view).waitFor();
    faults.push(...(await inspectPage(view, "publication")));
    for (const [name, tab, ready] of [
      ["publication-checks", "核稿", view.locator(".diag-bar").or(view.getByText("没有发现问题"))],
      ["publication-scope", "公开范围", view.getByText("全文公开").first()],
      ["publication-notice", "公示信息", view.getByLabel("联系电话")],
    ]) {
      await view.getByRole("tab", { name: tab }).click();
      await ready.first().waitFor();
      faults.push(...(await inspectPage(view, name)));
    }
    const draft = await call(page, "POST", `/inspections/${seeded.key}/reports`, { kind: "progress" });
    const edit = { op: "insert", after: 2, text: "会议于2026年13月1日召开,研究整改。" };
    await call(page, "PATCH", `/reports/${draft.key}`, { version: draft.version, edit });
    await view.goto(`${server.base}/reports/${draft.key}`);
    await view.getByRole("tab", { name: "核稿" }).click();
    await view.locator(".diag-note").first().waitFor();
    faults.push(...(await inspectPage(view, "report-notes")));
    await view.goto(`${server.base}/inspections/${seeded.key}/reports`);
    await view.getByRole("heading", { name: "公开稿" }).waitFor();
    faults.push(...(await inspectPage(view, "reports-publications")));
    await view.goto(`${server.base}/findings/${seeded.rows[1].key}`);
    await view.getByRole("heading", { name: "公开范围" }).waitFor();
    faults.push(...(await inspectPage(view, "finding-publishing")));
    await view.context().close();
    assert.deepEqual(faults, []);
  });
}
