// Who is signed in. The tokens are nowhere but in this module's memory: a reload forgets them, and no storage keeps them.
import { post } from "./http.js";

// A token that is about to expire might not live until the server has read it.
const MARGIN_SECONDS = 60;

class Refusal extends Error {}

const sentences = (problems) => problems.map(({ message }) => message).join(" ");
const now = () => Date.now() / 1000;

/** A session that signs in with the published operations, given as {name: document}. */
export class Session {
  #documents;
  #tokens = null;
  #refreshing = null;
  #listeners = new Set();
  #state = { viewer: null, notice: null };

  constructor(documents) {
    this.#documents = documents;
  }

  /** {viewer, notice}: who is signed in, and why nobody is any more. */
  state = () => this.#state;

  subscribe = (listener) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Throws an Error whose message is for the reader. */
  async signIn(input) {
    const payload = await this.#ask("SignIn", input);
    this.#keep(payload);
    this.#show({ viewer: payload.viewer, notice: null });
  }

  /** Forgets the tokens, and has the server end the session if it can. */
  async signOut() {
    const { refreshToken } = this.#tokens;
    this.#forget(null);
    await this.#ask("SignOut", { refreshToken }).catch(() => {});
  }

  /** The headers of a request by whoever is signed in; the access token lives a while yet. */
  async headers() {
    if (this.#tokens && this.#tokens.expiresAt - now() < MARGIN_SECONDS) {
      // One at a time: a refresh token that comes twice looks stolen, and ends the session.
      this.#refreshing ??= this.#refresh().finally(() => (this.#refreshing = null));
      await this.#refreshing;
    }
    return this.#tokens ? { authorization: `Bearer ${this.#tokens.accessToken}` } : {};
  }

  async #refresh() {
    const before = this.#tokens;
    try {
      const payload = await this.#ask("RefreshSession", { refreshToken: before.refreshToken });
      if (this.#tokens === before) this.#keep(payload);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error; // the session is as good as it was
      if (this.#tokens === before) this.#forget(error.message);
    }
  }

  async #ask(name, input) {
    const { data, errors } = await post({ query: this.#documents[name], operationName: name, variables: { input } });
    if (errors) throw new Error(sentences(errors));
    const payload = Object.values(data)[0];
    if (payload.userErrors.length) throw new Refusal(sentences(payload.userErrors));
    return payload;
  }

  #keep({ accessToken, refreshToken, expiresIn }) {
    this.#tokens = { accessToken, refreshToken, expiresAt: now() + expiresIn };
  }

  #forget(notice) {
    this.#tokens = null;
    this.#show({ viewer: null, notice });
  }

  #show(state) {
    this.#state = state;
    this.#listeners.forEach((listener) => listener());
  }
}
