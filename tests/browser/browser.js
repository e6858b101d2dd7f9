// A headless Chromium, and pages that remember what they asked for and what went wrong on them.
import { existsSync } from "node:fs";
import chromium from "@sparticuz/chromium";
import puppeteer from "puppeteer-core";

const OF_THE_SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The system's browser, or else the one from npm. */
export async function launch() {
  const executablePath = OF_THE_SYSTEM.find((path) => existsSync(path)) ?? (await chromium.executablePath());
  return puppeteer.launch({ executablePath, args: ["--no-sandbox"], defaultViewport: { width: 1360, height: 850 } });
}

/** A page as in a new profile. `seen` has the addresses that it asked for, the operations that it sent by POST with
 * their answers, and the complaints of its console and of its policy. */
export async function newPage(browser) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const seen = { addresses: [], operations: [], complaints: [] };
  page.on("request", (request) => seen.addresses.push(request.url()));
  page.on("response", async (response) => {
    const request = response.request();
    if (request.method() !== "POST") return;
    const { operationName, query } = JSON.parse(request.postData());
    seen.operations.push({ name: operationName, query, headers: request.headers(), answer: await response.json() });
  });
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) seen.complaints.push(message.text());
  });
  page.on("pageerror", (error) => seen.complaints.push(String(error)));
  const devtools = await page.createCDPSession();
  await devtools.send("Network.enable");
  devtools.on("Network.webSocketCreated", ({ url }) => seen.addresses.push(url));
  await page.exposeFunction("complain", (what) => seen.complaints.push(what));
  await page.evaluateOnNewDocument(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      window.complain(`${violatedDirective} forbids ${blockedURI}`),
    );
  });
  return { page, seen };
}
