// What GraphiQL keeps in the browser: tabs, the layout and the history, but never a header, for headers hold secrets.

const HISTORY = ["graphiql:queries", "graphiql:favorites"];

const withoutHeaders = (json) =>
  JSON.stringify(JSON.parse(json), (name, value) => (name === "headers" ? undefined : value));

/** A storage for GraphiQL. Its history (4.1.2) would keep headers whatever `shouldPersistHeaders` says. */
export const storage = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, HISTORY.includes(key) ? withoutHeaders(value) : value),
  removeItem: (key) => localStorage.removeItem(key),
  clear: () => localStorage.clear(),
  get length() {
    return localStorage.length;
  },
};
