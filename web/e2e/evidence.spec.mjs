// 佐证材料: looked at without being fetched, replaced by a newer version, and the signs of paper rectification.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { SIZES, call, inspectPage, newPage, seedLedger, setUp, startBrowser, startServer } from "./helpers.mjs";

let server, browser, page, key;
const finding = () => call(page, "GET", `/findings/${key}`);
const evidence = () => page.getByRole("region", { name: "佐证材料" });
before(async () => {
  server = await startServer();
  browser = await startBrowser();
  page = await newPage(browser);
  await setUp(page, server.base);
  key = (await seedLedger(page)).rows[0].key;
  await call(page, "POST", `/findings/${key}/measures`, { text: "进一步提高认识，加强管理。" });
  await page.goto(`${server.base}/findings/${key}`);
  await evidence().waitFor();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function upload(name, buffer) {
  await evidence()
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await page.getByRole("button", { name: "上传", exact: true }).click();
  await evidence()
    .getByRole("link", { name: `下载 ${name}`, exact: true })
    .waitFor();
}

/** A picture with stripes, drawn by the browser. */
const picture = async () =>
  Buffer.from(
    await page.evaluate(() => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [1200, 800];
      const pen = canvas.getContext("2d");
      for (let x = 0; x < 1200; x += 100) {
        pen.fillStyle = x % 200 ? "#2d6a4f" : "#d8f3dc";
        pen.fillRect(x, 0, 100, 800);
      }
      return canvas.toDataURL("image/png").split(",")[1];
    }),
    "base64",
  );

test("signs of paper rectification are shown with their basis", async () => {
  const warnings = page.getByRole("region", { name: "纸面整改提示" });
  await warnings.getByText("只有表态").waitFor();
  await warnings.getByText("措施空泛").hover();
  await page.getByText("依据：整改措施应当具体").waitFor();
});

test("a text with markup and a picture are looked at one after the other", async () => {
  await evidence().getByRole("button", { name: "上传佐证" }).click();
  await upload("会议记录.txt", Buffer.from("党组会议记录\n<script>document.title='bad'</script>研究供水漏损治理。"));
  await evidence().getByRole("button", { name: "上传佐证" }).click();
  await upload("现场.png", await picture());
  await evidence().getByRole("button", { name: "预览 会议记录.txt" }).click();
  const viewer = page.getByRole("dialog");
  await viewer.frameLocator("iframe").getByText("<script>document.title='bad'</script>研究供水漏损治理。").waitFor();
  for (const size of ["desk", "phone"]) {
    const [width, height] = SIZES[size];
    await page.setViewportSize({ width, height });
    assert.deepEqual(await inspectPage(page, "evidence-text"), []);
  }
  await viewer.getByRole("button", { name: "下一份" }).click();
  const image = viewer.getByRole("img", { name: "现场.png" });
  await image.waitFor();
  await page.waitForFunction(() => document.querySelector(".evidence-canvas img")?.naturalWidth === 1200);
  const before = (await image.boundingBox()).width;
  await viewer.getByRole("button", { name: "放大" }).click();
  assert.ok((await image.boundingBox()).width > before * 1.4);
  for (const size of ["phone", "desk"]) {
    const [width, height] = SIZES[size];
    await page.setViewportSize({ width, height });
    assert.deepEqual(await inspectPage(page, "evidence-picture"), []);
  }
  await viewer.getByRole("button", { name: "关闭" }).click();
});

test("a newer version takes the place of a file, the earlier one stays to be seen", async () => {
  await evidence()
    .getByRole("button", { name: `替换 ${key}-E01` })
    .click();
  await evidence().getByLabel("替换理由").fill("漏了签到表");
  await upload("会议记录（补）.txt", Buffer.from("党组会议记录，附签到表。"));
  await evidence().getByText(`已被 ${key}-E03 替换`).waitFor();
  await evidence().getByText(`替换 ${key}-E01（漏了签到表）`).waitFor();
  assert.equal((await finding()).evidence, 2);
  for (const size of ["phone", "desk"]) {
    const [width, height] = SIZES[size];
    await page.setViewportSize({ width, height });
    await evidence().scrollIntoViewIfNeeded();
    assert.deepEqual(await inspectPage(page, "evidence-list"), []);
  }
  assert.deepEqual(page.scriptErrors, []);
});
