// GraphiQL in a headless Chromium, against a running demo. Each test has a new profile, and ends with the same three
// questions: did anything come from elsewhere, did the console complain, did the policy?
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch, newPage } from "./browser.js";
import { ask, GraphiQL, tokenOf, URL as SERVER, withinOneMinute } from "./graphiql.js";

const PUBLISHED = readdirSync(new URL("../../schema/operations", import.meta.url)).map((name) => name.split(".")[0]);

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

function behaviour(name, body) {
  test(name, { timeout: 60_000 }, async () => {
    const { page, seen } = await newPage(browser);
    const graphiql = new GraphiQL(page);
    await graphiql.open();
    await body(graphiql, seen);
    const own = [`${SERVER}/`, `${SERVER.replace("http", "ws")}/`];
    assert.deepEqual(seen.addresses.filter((address) => !own.some((origin) => address.startsWith(origin))), []);
    assert.deepEqual(seen.complaints, []);
    await page.browserContext().close();
  });
}

const LEADS = "{ leads(first: 2) { totalCount nodes { fullName } } }";

behaviour("menus, dialogs, searches and the schema keep to the policy", async (graphiql) => {
  await graphiql.run(); // three operations: a menu
  await graphiql.find("menuitem", "CreateLead");
  await graphiql.page.keyboard.press("Escape");
  for (const dialog of ["Open settings dialog", "Open short keys dialog"]) {
    await graphiql.press(dialog);
    await graphiql.page.waitForSelector("[role=dialog]");
    await graphiql.page.keyboard.press("Escape");
    await graphiql.page.waitForSelector("[role=dialog]", { hidden: true });
  }
  await graphiql.page.click(".graphiql-query-editor .CodeMirror-code");
  for (const [modifier, key] of [["Control", "f"], ["Alt", "g"], ["Control", " "]]) {
    await graphiql.chord(modifier, key);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await graphiql.page.keyboard.press("Escape");
  }
  await graphiql.press("Show Documentation Explorer");
  await graphiql.sees("Root Types");
  await graphiql.press("Show History");
});

behaviour("the form has the owner of the demo, who signs in", async (graphiql) => {
  await graphiql.signIn();
  await graphiql.sees("Olivia Owen");
  await graphiql.sees("Acme Machines (acme)");
});

behaviour("other people of the demo are in a list", async (graphiql) => {
  const viewer = await graphiql.page.$eval("optgroup[label='Globex Software'] option:last-child", ({ value }) => value);
  await graphiql.page.select("form select", viewer);
  await graphiql.signIn();
  await graphiql.sees("Vera Voss");
  await graphiql.sees("Globex Software (globex)");
});

behaviour("a wrong password is answered with a sentence", async (graphiql) => {
  await graphiql.fill("Password", "something else");
  await graphiql.page.click("form button[type=submit]");
  const alert = await graphiql.page.waitForSelector("[role=alert]");
  assert.equal(await alert.evaluate(({ innerText }) => innerText), "Tenant, e-mail or password is wrong.");
});

behaviour("too many tries are answered with a sentence", async (graphiql) => {
  await withinOneMinute();
  for (let tries = 0; tries < Number(process.env.SIGN_IN_LIMIT); tries++) await tokenOf("acme", "agent4");
  await graphiql.fill("E-mail", "agent4@acme.test");
  await graphiql.page.click("form button[type=submit]");
  const alert = await graphiql.page.waitForSelector("[role=alert]");
  assert.match(await alert.evaluate(({ innerText }) => innerText), /^Too many .*\.$/);
});

behaviour("the panel needs no mouse", async (graphiql) => {
  await (await graphiql.find("button", "Hide Sign in")).focus();
  const order = [];
  while (order.at(-1) !== "button Sign in") {
    await graphiql.page.keyboard.press("Tab");
    order.push(await graphiql.focused());
    assert.ok(order.length < 20, order.join(", "));
  }
  const form = ["select Demo people", "input Tenant", "input E-mail", "input Password", "button Sign in"];
  assert.deepEqual(order.slice(-form.length), form);
  await graphiql.page.keyboard.press("Enter");
  await graphiql.find("button", "Sign out");
  assert.equal(await graphiql.focused(), "h2 Signed in");
  await graphiql.page.keyboard.press("Tab");
  assert.equal(await graphiql.focused(), "button Sign out");
  await graphiql.page.keyboard.press("Enter");
  await graphiql.find("button", "Sign in");
  assert.equal(await graphiql.focused(), "h2 Sign in");
});

behaviour("a query shows its rows to who signed in, and an error to who did not", async (graphiql) => {
  await graphiql.write(LEADS);
  await graphiql.run();
  assert.equal((await graphiql.response("errors")).errors[0].extensions.code, "UNAUTHENTICATED");
  await graphiql.signIn();
  await graphiql.run();
  const { data } = await graphiql.response("totalCount");
  assert.ok(data.leads.totalCount >= 250);
  assert.equal(data.leads.nodes.length, 2);
});

behaviour("a subscription shows what another client changes", async (graphiql) => {
  await graphiql.signIn();
  await graphiql.write("subscription { leadChanged { kind lead { fullName } } }");
  await graphiql.run();
  await graphiql.find("button", "Stop query (Ctrl-Enter)");
  const token = await tokenOf("acme", "admin");
  const create = 'mutation { createLead(input: {firstName: "Lise", lastName: "Meitner"}) { lead { id } } }';
  const made = setInterval(() => ask(create, {}, token), 500); // until the socket is open, nobody listens
  const { data } = await graphiql.response("Lise Meitner").finally(() => clearInterval(made));
  assert.equal(data.leadChanged.lead.fullName, "Lise Meitner");
  await graphiql.press("Stop query (Ctrl-Enter)");
  await graphiql.find("button", "Execute query (Ctrl-Enter)");
});

behaviour("a subscription that is refused says why", async (graphiql) => {
  await graphiql.write("subscription { leadChanged { kind } }");
  await graphiql.writeHeaders({ Authorization: "Bearer nonsense" });
  await graphiql.run();
  const { errors } = await graphiql.response("message");
  assert.equal(errors[0].message, "The credential is not valid.");
});

behaviour("the examples are the published operations", async (graphiql) => {
  await graphiql.press("Show Examples");
  await graphiql.sees("AuditLog");
  const names = await graphiql.page.$$eval(".leadhub-link", (links) => links.map(({ innerText }) => innerText));
  assert.deepEqual(names.toSorted(), PUBLISHED.toSorted());
});

behaviour("an example is found by a part of its name", async (graphiql) => {
  await graphiql.press("Show Examples");
  await (await graphiql.find("searchbox", "Find")).type("stream");
  await graphiql.page.waitForFunction(() => document.querySelectorAll(".leadhub-link").length === 1);
  await graphiql.find("button", "EventStream");
});

behaviour("an example opens with the variables that it needs, and runs", async (graphiql) => {
  await graphiql.signIn();
  await graphiql.openExample("TransitionLead");
  assert.deepEqual(await graphiql.variables(), { input: { id: "", expectedVersion: 1, stageId: "" } });
  await graphiql.openExample("Leads");
  await graphiql.run();
  assert.equal((await graphiql.response("totalCount")).data.leads.nodes.length, 10);
});

behaviour("tokens are in no storage, and a reload signs out", async (graphiql, seen) => {
  await graphiql.signIn();
  await graphiql.write(LEADS);
  await graphiql.run();
  await graphiql.response("totalCount");
  const { accessToken, refreshToken } = seen.operations.find(({ name }) => name === "SignIn").answer.data.signIn;
  const kept = await graphiql.kept();
  assert.ok(kept.includes("totalCount"), "the tab is kept, so there is something to search in");
  for (const secret of [accessToken, refreshToken, "leadhub-demo"]) assert.ok(!kept.includes(secret));
  await graphiql.page.reload();
  await graphiql.find("button", "Sign in");
});

behaviour("headers that are typed are in no storage", async (graphiql) => {
  await graphiql.writeHeaders({ Authorization: "Bearer typed-by-hand" });
  await graphiql.write(LEADS);
  await graphiql.run();
  await graphiql.response("UNAUTHENTICATED");
  const kept = await graphiql.kept();
  assert.ok(kept.includes("totalCount"), "the history is kept, so there is something to search in");
  assert.ok(!kept.includes("typed-by-hand"));
});

behaviour("a token that is about to expire is exchanged once, before it is used", async (graphiql, seen) => {
  await graphiql.signIn();
  await graphiql.write(LEADS);
  await graphiql.later(14.5);
  await Promise.all([graphiql.press("Re-fetch GraphQL schema"), graphiql.run()]);
  await graphiql.response("totalCount");
  const refreshed = seen.operations.filter(({ name }) => name === "RefreshSession");
  assert.equal(refreshed.length, 1);
  const { accessToken } = refreshed[0].answer.data.refreshSession;
  const query = seen.operations.find((one) => one.query === LEADS);
  assert.equal(query.headers.authorization, `Bearer ${accessToken}`);
  await graphiql.sees("Olivia Owen");
});

behaviour("a session that was ended elsewhere says so", async (graphiql, seen) => {
  await graphiql.signIn();
  const { refreshToken } = seen.operations.find(({ name }) => name === "SignIn").answer.data.signIn;
  await ask("mutation($input: SignOutInput!) { signOut(input: $input) { signedOut } }", { input: { refreshToken } });
  await graphiql.later(14.5);
  await graphiql.write(LEADS);
  await graphiql.run();
  await graphiql.response("UNAUTHENTICATED");
  await graphiql.page.waitForSelector("[role=alert]");
  await graphiql.find("button", "Sign in");
});

behaviour("signing out ends the session on the server too", async (graphiql, seen) => {
  await graphiql.signIn();
  const { accessToken } = seen.operations.find(({ name }) => name === "SignIn").answer.data.signIn;
  await graphiql.press("Sign out");
  await graphiql.find("button", "Sign in");
  await graphiql.page.waitForNetworkIdle();
  assert.equal((await ask(LEADS, {}, accessToken)).errors[0].extensions.code, "UNAUTHENTICATED");
});

behaviour("it is light or dark as the system is", async (graphiql) => {
  const { page } = graphiql;
  await graphiql.signIn();
  await graphiql.openExample("Leads");
  await graphiql.run();
  await graphiql.response("totalCount");
  const brightness = {};
  for (const scheme of ["light", "dark"]) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    const channels = () => getComputedStyle(document.querySelector(".graphiql-container")).backgroundColor.match(/\d+/g);
    brightness[scheme] = Math.max(...(await page.evaluate(channels)).slice(0, 3).map(Number));
    await page.screenshot({ path: `${process.env.PICTURES}/${scheme}.png` });
  }
  assert.ok(brightness.light > 200 && brightness.dark < 80, JSON.stringify(brightness));
});
