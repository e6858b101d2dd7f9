// Capture forms in a headless Chromium, without any script: a snippet on somebody's page, a page of its own, an iframe.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./browser.js";

const { SNIPPET_URL, FRAME_URL, FOREIGN_FRAME_URL, PAGE_URL } = process.env;

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

function behaviour(name, body) {
  test(name, { timeout: 60_000 }, async () => {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setJavaScriptEnabled(false);
    await body(page);
    await context.close();
  });
}

/** Fills the form in and sends it. */
async function fillIn(place, email) {
  for (const [name, text] of [["first", "Ada"], ["last", "Lovelace"], ["email", email]]) {
    await (await place.$(`input[name=${name}]`)).type(text);
  }
  await (await place.$("input[name=consent]")).click();
  await (await place.$("button")).click();
}

behaviour("a snippet on somebody's page is sent and leads on", async (page) => {
  await page.goto(SNIPPET_URL);
  await Promise.all([page.waitForNavigation(), fillIn(page, "snippet@x.test")]);
  assert.equal(new URL(page.url()).pathname, "/thanks");
});

behaviour("a page of its own leads on, to another origin too", async (page) => {
  await page.goto(`${PAGE_URL}?utm_source=news`);
  await Promise.all([page.waitForNavigation(), fillIn(page, "page@x.test")]);
  assert.equal(new URL(page.url()).pathname, "/thanks");
});

behaviour("a page of the form's origins shows it in a frame", async (page) => {
  await page.goto(FRAME_URL);
  const frame = await page.waitForFrame((one) => one.url() === PAGE_URL);
  await fillIn(frame, "frame@x.test");
  await page.waitForFrame((one) => new URL(one.url()).pathname === "/thanks");
});

behaviour("a page of another origin shows nothing of it", async (page) => {
  await page.goto(FOREIGN_FRAME_URL, { waitUntil: "networkidle0" });
  for (const frame of page.frames()) assert.equal(await frame.$("form"), null);
});

behaviour("who uses a keyboard or a reader never meets the field that people do not see", async (page) => {
  await page.goto(PAGE_URL);
  const tree = JSON.stringify(await page.accessibility.snapshot());
  assert.ok(tree.includes("Given name") && tree.includes("Send"));
  assert.ok(!tree.includes("Leave this empty"));
  const names = [];
  for (let press = 0; press < 8; press += 1) {
    await page.keyboard.press("Tab");
    names.push(await page.evaluate(() => document.activeElement.name ?? ""));
  }
  assert.ok(names.includes("email") && !names.includes("homepage"), names.join());
});
