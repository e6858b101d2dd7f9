// urql as its documentation sets it up; prints what it was answered: node urql.js SCENARIO URL TOKEN
import { cacheExchange, Client, fetchExchange, gql, subscriptionExchange } from "@urql/core";
import { persistedExchange } from "@urql/exchange-persisted";
import { createClient as createWsClient } from "graphql-ws";
import WebSocket from "ws";

const [scenario, url, token] = process.argv.slice(2);
const authorization = `Bearer ${token}`;
const sent = [];

const fetchNoting = (address, init) => {
  const asked = init.method === "GET" ? Object.fromEntries(new URL(address).searchParams) : JSON.parse(init.body);
  sent.push({ method: init.method, query: "query" in asked, hash: "extensions" in asked });
  return fetch(address, init);
};

// urql asks by GET where it can, and a GET with a query needs this header, since a plain form cannot send it.
const headers = { authorization, "GraphQL-Require-Preflight": "1" };

function client(...exchanges) {
  return new Client({ url, exchanges: [cacheExchange, ...exchanges], fetch: fetchNoting, fetchOptions: { headers } });
}

const LEADS = gql`
  query UrqlLeads($first: Int) {
    leads(first: $first) {
      totalCount
      nodes { id fullName stage { id name } }
    }
  }
`;
const CREATE = gql`
  mutation UrqlCreates($input: CreateLeadInput!) {
    createLead(input: $input) {
      lead { id fullName version }
      userErrors { code path }
    }
  }
`;
const EVENTS = gql`
  subscription UrqlFollows { eventStream(after: 0) { type } }
`;

const scenarios = {
  async query() {
    const { data } = await client(fetchExchange).query(LEADS, { first: 2 });
    return { data };
  },
  async mutation() {
    const urql = client(fetchExchange);
    const made = await urql.mutation(CREATE, { input: { lastName: "Hopper" } });
    const refused = await urql.mutation(CREATE, { input: {} });
    return { made: made.data.createLead, refused: refused.data.createLead };
  },
  async errors() {
    const { error } = await client(fetchExchange).query(gql`query { leads { nodes { nickname } } }`, {});
    return { errors: error.graphQLErrors, network: error.networkError ?? null };
  },
  async subscription() {
    const connectionParams = { authorization };
    const socket = createWsClient({ url: url.replace("http", "ws"), webSocketImpl: WebSocket, connectionParams });
    const forwardSubscription = (request) => ({
      subscribe: (sink) => ({ unsubscribe: socket.subscribe(request, sink) }),
    });
    const urql = client(fetchExchange, subscriptionExchange({ forwardSubscription }));
    const seen = [];
    await new Promise((resolve) => {
      const following = urql.subscription(EVENTS, {}).subscribe(async ({ data, error }) => {
        seen.push(error?.message ?? data.eventStream.type);
        if (seen.length === 1) await urql.mutation(CREATE, { input: { lastName: "Hopper" } });
        if (seen.length === 1 && !error) return;
        following.unsubscribe();
        resolve();
      });
    });
    await socket.dispose();
    return { seen };
  },
  async persisted() {
    const first = await client(persistedExchange(), fetchExchange).query(LEADS, { first: 2 });
    const again = await client(persistedExchange(), fetchExchange).query(LEADS, { first: 2 });
    return { first: first.data, again: again.data };
  },
};

console.log(JSON.stringify({ ...(await scenarios[scenario]()), sent }));
