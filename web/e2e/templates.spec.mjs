// 模板: a wrong placeholder is named, a corrected one kept and filled in; a superior's form by its header.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { inspectPage, newPage, seedLedger, setUp, SIZES, startBrowser, startServer } from "./helpers.mjs";
import { workbook } from "./xlsx.mjs";
import { readZip, writeZip } from "./zip.mjs";

let server, browser, page, seeded;

before(async () => {
  server = await startServer();
  browser = await startBrowser();
  page = await newPage(browser);
  await setUp(page, server.base);
  seeded = await seedLedger(page);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const drawer = () => page.getByRole("dialog");
const saved = async (press) => {
  const [file] = await Promise.all([page.waitForEvent("download"), press()]);
  return readZip(readFileSync(await file.path()));
};
const text = (parts, name) =>
  parts
    .get(name)
    .toString()
    .replace(/<[^>]+>/g, "");

/** A built-in document as a user downloads it, with one word of it changed. */
const changed = (parts, from, to) => {
  const xml = parts.get("word/document.xml").toString();
  assert.ok(xml.includes(from), from);
  return writeZip(new Map(parts).set("word/document.xml", Buffer.from(xml.replace(from, to))));
};
const choose = (name, buffer) => drawer().locator("input[type=file]").setInputFiles({ name, mimeType: "", buffer });

test("a built-in document is changed, its wrong placeholder is named, the corrected one is kept and filled in", async () => {
  await page.goto(`${server.base}/`);
  await page.getByRole("link", { name: "模板" }).click();
  await page.getByText("还没有模板").waitFor();
  const parts = await saved(() => page.getByRole("button", { name: "Word 模板：整改台账" }).click());
  await page.getByRole("button", { name: "上传模板" }).first().click();
  await choose("月报.docx", changed(parts, "问题.目标", "问题.目表"));
  await drawer().getByText("有 1 处需要修改").waitFor();
  await drawer().getByText("是否想写“问题.目标”").waitFor();
  await drawer().getByText("{{ 问题.目表 }}").first().waitFor();
  assert.ok(await drawer().getByRole("button", { name: "保存模板" }).isDisabled());
  await choose("月报.docx", changed(parts, "整改台账", "整改月报"));
  await drawer()
    .getByText(/试填成功：\d+ 处/)
    .waitFor();
  const tried = await saved(() => drawer().getByRole("button", { name: "下载试填的文件" }).click());
  assert.ok(text(tried, "word/document.xml").includes("整改月报"));
  await drawer().getByLabel("名称").fill("月报");
  await drawer().getByRole("button", { name: "保存模板" }).click();
  await drawer().waitFor({ state: "detached" });
  await page.getByText("MB-001").waitFor();

  await page.goto(`${server.base}/inspections/${seeded.key}/ledger`);
  await page.getByRole("button", { name: "生成文件" }).click();
  const filled = await saved(() => page.getByRole("button", { name: "填写 月报" }).click());
  const words = text(filled, "word/document.xml");
  assert.ok(words.includes(seeded.rows[0].title) && !words.includes("{{"), words.slice(0, 300));
});

test("a superior's form is filled in by its header, a column read wrongly is corrected once", async () => {
  const headers = ["序号", "反馈问题", "整改措施", "经办同志"];
  const form = workbook([["市级上报表", "", "", ""], headers, ["", "", "", ""], ["填表人", "", "", ""]], "上报表");
  await page.goto(`${server.base}/templates`);
  await page.getByRole("button", { name: "上传模板" }).first().click();
  await choose("上报表.xlsx", form);
  await drawer().getByText("列对应关系").waitFor();
  await drawer().getByRole("combobox", { name: "“经办同志”列对应" }).fill("责任人");
  await page.getByRole("option", { name: "责任人" }).first().waitFor({ state: "attached" });
  await page.keyboard.press("Enter");
  await drawer().getByText("{{ 问题.责任人 }}").waitFor();
  await drawer().getByLabel("名称").fill("市级上报表");
  await drawer().getByRole("button", { name: "保存模板" }).click();
  await drawer().waitFor({ state: "detached" });
  await page.getByRole("button", { name: "市级上报表" }).click();
  const filled = await saved(() => drawer().getByRole("button", { name: "按台账填写" }).click());
  const sheet = filled.get("xl/worksheets/sheet1.xml").toString();
  const below = 3 + seeded.rows.length;
  assert.match(sheet, new RegExp(`<c r="A${below}"[^>]*><is><t>填表人`));
});

test("a template gets a newer version with a reason, and is withdrawn with one", async () => {
  await drawer().getByRole("button", { name: "停用" }).click();
  const ask = page.getByRole("dialog", { name: /停用模板/ });
  assert.ok(await ask.getByRole("button", { name: "停用", exact: true }).isDisabled());
  await ask.getByLabel("理由").fill("不再上报");
  await ask.getByRole("button", { name: "停用", exact: true }).click();
  await page.getByText("已停用").waitFor();
});

test("templates read well at every size", async () => {
  const faults = [];
  for (const [size, [width, height]] of Object.entries(SIZES)) {
    await page.setViewportSize({ width, height });
    await page.goto(`${server.base}/templates`);
    await page.getByText("MB-001").waitFor();
    faults.push(...(await inspectPage(page, `templates-${size}`)));
    await page.getByRole("button", { name: "月报", exact: true }).click();
    await drawer()
      .getByText(/试填成功：\d+ 处/)
      .waitFor();
    faults.push(...(await inspectPage(page, `template-${size}`)));
    await page.keyboard.press("Escape");
  }
  assert.deepEqual(faults, []);
  assert.deepEqual(page.scriptErrors, []);
});
