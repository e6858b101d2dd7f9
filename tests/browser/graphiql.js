// What people do in GraphiQL, in their words.
import assert from "node:assert/strict";

export const URL = process.env.LEADHUB_URL;

const QUERY = ".graphiql-query-editor .CodeMirror";
const VARIABLES_OR_HEADERS = ".graphiql-editor-tool .graphiql-editor:not(.hidden) .CodeMirror";
const RESPONSE = ".result-window .CodeMirror";

/** GraphiQL as somebody sees and uses it. */
export class GraphiQL {
  constructor(page) {
    this.page = page;
  }

  async open() {
    await this.page.goto(`${URL}/graphql`);
    await this.page.waitForSelector(QUERY);
    await this.#isRead();
  }

  /** Waits until the text is on the page. */
  async sees(text) {
    await this.page.waitForFunction((text) => document.body.innerText.includes(text), { timeout: 20_000 }, text);
  }

  /** The element of this role and name, once it is there. */
  find(role, name) {
    return this.page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`, { timeout: 20_000 });
  }

  async press(name) {
    await (await this.find("button", name)).click();
  }

  async fill(name, text) {
    const field = await this.find("textbox", name);
    await field.click({ count: 3 });
    await this.page.keyboard.type(text);
  }

  /** Signs in as whoever the form has. */
  async signIn() {
    await this.page.click("form button[type=submit]");
    await this.find("button", "Sign out");
  }

  /** What is focused: its role and text, as short as can be. */
  focused() {
    return this.page.evaluate(() => {
      const { tagName, innerText, labels } = document.activeElement;
      return `${tagName.toLowerCase()} ${(labels?.[0]?.firstChild?.textContent ?? innerText ?? "").trim()}`;
    });
  }

  /** Puts a document into the open tab. */
  async write(document) {
    await this.#replace(QUERY, document);
    await this.#isRead();
  }

  /** Puts headers into the open tab. */
  async writeHeaders(headers) {
    await this.press("Headers");
    await this.#replace(VARIABLES_OR_HEADERS, JSON.stringify(headers));
  }

  async #replace(editor, text) {
    await this.page.click(`${editor} .CodeMirror-code`);
    await this.chord("Control", "a");
    await this.page.keyboard.sendCharacter(text);
  }

  /** GraphiQL looks at what is typed a tenth of a second later, and until then runs what was there before. */
  async #isRead() {
    const isRead = (editor) => {
      const { CodeMirror: mirror } = document.querySelector(editor);
      const hasMenu = document.querySelector(".graphiql-execute-button")?.ariaHasPopup === "menu";
      return mirror.documentAST?.loc.source.body === mirror.getValue() && hasMenu === mirror.operations.length > 1;
    };
    await this.page.waitForFunction(isRead, { timeout: 20_000 }, QUERY);
  }

  async chord(modifier, key) {
    await this.page.keyboard.down(modifier);
    await this.page.keyboard.press(key);
    await this.page.keyboard.up(modifier);
  }

  /** Opens a published operation in a tab. */
  async openExample(name) {
    if (!(await this.page.$("section[aria-label=Examples]"))) await this.press("Show Examples");
    await this.press(name);
    await this.#isRead();
  }

  async variables() {
    return JSON.parse(await this.#text(VARIABLES_OR_HEADERS));
  }

  async run() {
    await this.press("Execute query (Ctrl-Enter)");
  }

  /** What is answered, once it has this text. */
  async response(text) {
    const has = (editor, text) => document.querySelector(editor)?.CodeMirror.getValue().includes(text);
    await this.page.waitForFunction(has, { timeout: 20_000 }, RESPONSE, text).catch(async () => {
      assert.fail(`${JSON.stringify(text)} is not in ${await this.#text(RESPONSE)}`);
    });
    return JSON.parse(await this.#text(RESPONSE));
  }

  #text(editor) {
    return this.page.$eval(editor, ({ CodeMirror: mirror }) => mirror.getValue());
  }

  /** The clock of the page goes on by so many minutes. */
  async later(minutes) {
    await this.page.evaluate((minutes) => {
      const clock = Date.now;
      Date.now = () => clock() + minutes * 60_000;
    }, minutes);
  }

  /** Everything that the browser keeps for this page. */
  async kept() {
    const cookies = await this.page.browserContext().cookies();
    const storage = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);
    await new Promise((resolve) => setTimeout(resolve, 700)); // GraphiQL stores its tabs half a second late
    return JSON.stringify(cookies) + (await this.page.evaluate(storage));
  }
}

/** What another client gets. */
export async function ask(query, variables, token) {
  const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
  const response = await fetch(`${URL}/graphql`, { method: "POST", headers, body: JSON.stringify({ query, variables }) });
  return response.json();
}

export async function tokenOf(tenant, name) {
  const input = { tenant, email: `${name}@${tenant}.test`, password: "leadhub-demo" };
  const { data } = await ask("mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }", { input });
  return data.signIn.accessToken;
}

/** Attempts are counted by the minute; a test that counts must not begin at the end of one. */
export async function withinOneMinute() {
  const left = 60_000 - (Date.now() % 60_000);
  if (left < 20_000) await new Promise((resolve) => setTimeout(resolve, left + 100));
}
