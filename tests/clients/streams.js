// Follows `eventStream` with the client that is named, over whatever happens to the connection, and prints what it is
// told: node streams.js graphql-ws|graphql-sse URL TOKEN AFTER
import { createClient as createSseClient } from "graphql-sse";
import { createClient as createWsClient } from "graphql-ws";
import WebSocket from "ws";

const [client, url, token, after] = process.argv.slice(2);
const say = (what) => console.log(JSON.stringify(what));
const authorization = `Bearer ${token}`;
const soon = () => new Promise((resolve) => setTimeout(resolve, 50));

const clients = {
  "graphql-ws": () =>
    createWsClient({
      url,
      webSocketImpl: WebSocket,
      connectionParams: { authorization },
      retryWait: soon,
      on: {
        connected: () => say({ connected: true }),
        closed: ({ code, reason }) => say({ closed: code, reason }),
      },
    }),
  "graphql-sse": () =>
    createSseClient({
      url,
      headers: { authorization },
      retry: soon,
      on: { connected: () => say({ connected: true }) },
    }),
};

const request = {
  query: "subscription($after: Int!) { eventStream(after: $after) { seq type } }",
  variables: { after: Number(after) },
};
clients[client]().subscribe(request, {
  next: ({ data, errors }) => {
    if (errors) return say({ errors });
    say({ seq: data.eventStream.seq });
    // Both clients send this object again when they come back: so they go on where they were.
    request.variables.after = data.eventStream.seq;
  },
  error: (error) => say({ failed: error.message ?? error.reason, code: error.code }),
  complete: () => say({ complete: true }),
});
