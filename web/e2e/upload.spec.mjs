// 上传佐证 on a bad line: parts, pause, break, reload, the same file again; stored material used again; narrowed ledger.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, test } from "node:test";
import { SIZES, call, inspectPage, newPage, seedLedger, setUp, startBrowser, startServer } from "./helpers.mjs";

let server, browser, page, seeded, keys;
const MB = 1024 * 1024;
const PARTS = /\/api\/v1\/uploads\/[^/]+\?offset=\d+$/;
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const evidence = () => page.getByRole("region", { name: "佐证材料" });
const files = async (key) => (await call(page, "GET", `/findings/${key}`)).evidence_files;
/** Bytes that no other file has. */
const film = (seed, size) => Buffer.from(Uint8Array.from({ length: size }, (_, n) => (n * 31 + (n >> 9) * seed) & 255));

before(async () => {
  server = await startServer();
  browser = await startBrowser();
  page = await newPage(browser);
  await setUp(page, server.base);
  seeded = await seedLedger(page);
  keys = seeded.rows.map((row) => row.key);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function openFinding(key) {
  await page.goto(`${server.base}/findings/${key}`);
  await evidence().waitFor();
}

async function choose(name, buffer) {
  await evidence().getByRole("button", { name: "上传佐证" }).click();
  await evidence().locator('input[type="file"]').first().setInputFiles({ name, mimeType: "video/mp4", buffer });
  await evidence().getByRole("button", { name: "上传", exact: true }).click();
}

/** Lets so many parts through and breaks the line for the rest. */
async function breakAfter(count) {
  let passed = 0;
  await page.route(PARTS, (route) => (passed++ < count ? route.continue() : route.abort("connectionreset")));
}
const mend = () => page.unroute(PARTS);

test("a line that breaks is waited for, and the file goes on where it stopped", async () => {
  await openFinding(keys[0]);
  const bytes = film(7, 7 * MB);
  await breakAfter(1);
  await choose("现场录像.mp4", bytes);
  await evidence().getByText("连接中断，恢复后自动继续").waitFor();
  for (const size of ["phone", "desk"]) {
    const [width, height] = SIZES[size];
    await page.setViewportSize({ width, height });
    await evidence().scrollIntoViewIfNeeded();
    assert.deepEqual(await inspectPage(page, "upload-broken"), []);
  }
  const [under] = (await call(page, "GET", "/uploads")).items;
  assert.equal(under.received, 2 * MB);
  assert.deepEqual(await files(keys[0]), []);
  await mend();
  await evidence().getByText("已上传").waitFor();
  const [stored] = await files(keys[0]);
  assert.equal(stored.digest, sha256(bytes));
  assert.equal((await call(page, "GET", "/uploads")).total, 0);
});

test("after the page was closed it goes on by itself, and a paused file when it is told to", async () => {
  await openFinding(keys[1]);
  const bytes = film(11, 6 * MB);
  await breakAfter(1);
  await choose("会议录音.mp3", bytes);
  await evidence().getByText("连接中断，恢复后自动继续").waitFor();
  await evidence().getByRole("button", { name: "暂停 会议录音.mp3" }).click();
  await evidence().getByText("已暂停").waitFor();
  await mend();
  await evidence().getByRole("button", { name: "继续 会议录音.mp3" }).waitFor();
  await breakAfter(0);
  await page.reload();
  await evidence().getByText("连接中断，恢复后自动继续").waitFor();
  await mend();
  await evidence().getByRole("link", { name: "下载 会议录音.mp3" }).waitFor();
  assert.equal((await files(keys[1]))[0].digest, sha256(bytes));
});

test("where the browser kept nothing, the same file chosen again goes on", async () => {
  await openFinding(keys[2]);
  const bytes = film(13, 5 * MB);
  await breakAfter(1);
  await choose("归档.zip.bin", bytes);
  await evidence().getByText("连接中断，恢复后自动继续").waitFor();
  await page.evaluate(async () => {
    await new Promise((resolve) => {
      const request = indexedDB.open("rectify-uploads", 1);
      request.onsuccess = () => {
        const transaction = request.result.transaction("files", "readwrite");
        transaction.objectStore("files").clear();
        transaction.oncomplete = resolve;
      };
    });
  });
  await page.reload();
  await evidence().getByText("上次传到 40%").waitFor();
  await mend();
  const offsets = [];
  page.on("request", (request) => PARTS.test(request.url()) && offsets.push(request.url().split("offset=")[1]));
  await choose("归档.zip.bin", bytes);
  await evidence().getByRole("link", { name: "下载 归档.zip.bin" }).waitFor();
  assert.equal(offsets[0], String(2 * MB));
  assert.equal((await files(keys[2]))[0].digest, sha256(bytes));
});

test("many files each have their result, and one that is refused holds up none", async () => {
  await openFinding(keys[3]);
  await evidence().getByRole("button", { name: "上传佐证" }).click();
  await evidence()
    .locator('input[type="file"]')
    .first()
    .setInputFiles([
      { name: "签到表.txt", mimeType: "text/plain", buffer: Buffer.from("签到") },
      { name: "程序.txt", mimeType: "text/plain", buffer: Buffer.from("MZ\u0000\u0001 not a text") },
      { name: "照片.png", mimeType: "image/png", buffer: Buffer.from("\u0089PNG") },
      { name: "同一录像.mp4", mimeType: "video/mp4", buffer: film(7, 7 * MB) },
    ]);
  await evidence().getByRole("button", { name: "上传 4 个文件" }).click();
  await evidence().getByText("可执行文件不能作为佐证材料").waitFor();
  await evidence().getByText("系统已有同一文件，无需再传").waitFor();
  assert.equal((await files(keys[3])).length, 3);
  for (const size of ["phone", "desk"]) {
    const [width, height] = SIZES[size];
    await page.setViewportSize({ width, height });
    await evidence().scrollIntoViewIfNeeded();
    assert.deepEqual(await inspectPage(page, "upload-results"), []);
  }
});

test("stored material is found and used for another finding with its own date and note", async () => {
  await openFinding(keys[4]);
  await evidence().getByRole("button", { name: "引用已有材料" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("searchbox").fill("会议录音");
  await dialog.getByRole("searchbox").press("Enter");
  await dialog.getByText("没有符合条件").waitFor({ state: "detached" });
  await dialog.getByRole("radio").first().check();
  assert.equal(await dialog.getByRole("radio").count(), 1);
  await dialog.getByText(`该材料已用于 ${keys[1]}`).waitFor();
  await dialog.getByLabel("说明").fill("第二项议题");
  for (const size of ["phone", "desk"]) {
    const [width, height] = SIZES[size];
    await page.setViewportSize({ width, height });
    assert.deepEqual(await inspectPage(page, "reuse"), []);
  }
  await dialog.getByRole("button", { name: "作为佐证" }).click();
  await evidence().getByText(`同一文件还用于 ${keys[1]}`).waitFor();
  const [one] = await files(keys[4]);
  assert.equal(one.note, "第二项议题");
  assert.equal(one.digest, (await files(keys[1]))[0].digest);
});

test("the ledger is narrowed to what looks like paper", async () => {
  await page.goto(`${server.base}/inspections/${seeded.key}/ledger?paper=evidence_reused`);
  await page.getByText(keys[1], { exact: true }).or(page.getByText(seeded.rows[1].title)).first().waitFor();
  const list = await call(page, "GET", `/inspections/${seeded.key}/findings?paper=evidence_reused`);
  assert.deepEqual(
    list.items.map((row) => row.key),
    [keys[0], keys[1], keys[3], keys[4]],
  );
  assert.deepEqual(await inspectPage(page, "ledger-paper"), []);
});

test("a work secret says so, and its readings are in the log", async () => {
  await openFinding(keys[5]);
  await page.getByRole("button", { name: "标为工作秘密" }).click();
  await page.getByRole("dialog").getByLabel("理由").fill("涉及信访人");
  await page.getByRole("dialog").getByRole("button", { name: "标为工作秘密" }).click();
  await page.getByText("查阅本事项会记入审计日志").waitFor();
  await page.reload();
  await page.getByText("查阅本事项会记入审计日志").waitFor();
  const log = await call(page, "GET", "/audit-log?kind=read");
  assert.ok(log.total >= 1);
  for (const size of ["phone", "desk"]) {
    const [width, height] = SIZES[size];
    await page.setViewportSize({ width, height });
    assert.deepEqual(await inspectPage(page, "restriction"), []);
  }
  assert.deepEqual(page.scriptErrors, []);
});
