// How GraphiQL reaches the server: queries and mutations by POST, subscriptions over a WebSocket of their own.
import { getOperationAST } from "graphql";
import { createClient } from "graphql-ws";
import { ENDPOINT, post } from "./http.js";

const REFUSED = 4403;

/** A fetcher for GraphiQL that speaks for whoever is signed in, unless a tab has headers of its own. */
export function fetcherFor(session) {
  return async ({ query, variables, operationName }, { headers: typed = {}, documentAST } = {}) => {
    const request = { query, variables, operationName };
    const own = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name.toLowerCase(), value]));
    const headers = async () => ({ ...(await session.headers()), ...own });
    const operation = documentAST && getOperationAST(documentAST, operationName);
    return operation?.operation === "subscription" ? stream(request, headers) : post(request, await headers());
  };
}

function stream(request, headers) {
  let refusals = 0;
  const client = createClient({
    url: new URL(ENDPOINT, location.href.replace(/^http/, "ws")).href,
    connectionParams: headers,
    on: { connected: () => (refusals = 0) },
    // The server hangs up when the access token expires. It is worth one try with the next one.
    shouldRetry: (event) => event instanceof CloseEvent && (event.code !== REFUSED || refusals++ === 0),
  });
  return {
    subscribe({ next, error, complete }) {
      return { unsubscribe: client.subscribe(request, { next, complete, error: (problem) => error(readable(problem)) }) };
    },
  };
}

function readable(problem) {
  if (problem instanceof CloseEvent) return new Error(problem.reason || `The connection was closed (${problem.code}).`);
  return problem;
}
