// Apollo Client as its documentation sets it up; prints what it was answered: node apollo.js SCENARIO URL TOKEN
import { createHash } from "node:crypto";
import { ApolloClient, ApolloLink, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";

const [scenario, uri, token] = process.argv.slice(2);
const sent = [];

// Notes what leaves; headers are those that Apollo Client sends by itself.
const fetchNoting = (url, init) => {
  const asked = init.method === "GET" ? Object.fromEntries(new URL(url).searchParams) : JSON.parse(init.body);
  const names = Object.keys(init.headers).filter((name) => name.includes("preflight"));
  sent.push({ method: init.method, query: "query" in asked, hash: "extensions" in asked, preflight: names });
  return fetch(url, init);
};
const http = new HttpLink({ uri, fetch: fetchNoting, headers: { authorization: `Bearer ${token}` } });
const sha256 = (text) => createHash("sha256").update(text).digest("hex");

function client({ persisted = false } = {}) {
  const hashing = new PersistedQueryLink({ sha256, useGETForHashedQueries: true });
  return new ApolloClient({ cache: new InMemoryCache(), link: persisted ? ApolloLink.from([hashing, http]) : http });
}

const LEADS = gql`
  query ApolloLeads($first: Int) {
    leads(first: $first) {
      totalCount
      nodes { id fullName stage { id name } }
    }
  }
`;
const CREATE = gql`
  mutation ApolloCreates($input: CreateLeadInput!) {
    createLead(input: $input) {
      lead { id fullName version }
      userErrors { code path }
    }
  }
`;

const scenarios = {
  async query() {
    const apollo = client();
    const { data } = await apollo.query({ query: LEADS, variables: { first: 2 } });
    await apollo.query({ query: LEADS, variables: { first: 2 } }); // from the cache, which found its ids and types
    return { data, cached: Object.keys(apollo.cache.extract()).filter((key) => key.startsWith("Lead:")) };
  },
  async mutation() {
    const made = await client().mutate({ mutation: CREATE, variables: { input: { lastName: "Hopper" } } });
    const refused = await client().mutate({ mutation: CREATE, variables: { input: {} } });
    return { made: made.data.createLead, refused: refused.data.createLead };
  },
  async errors() {
    const query = gql`query { leads { nodes { nickname } } }`;
    try {
      return { data: await client().query({ query }) };
    } catch (error) {
      const known = CombinedGraphQLErrors.is(error);
      return { known, errors: known ? error.errors : String(error) };
    }
  },
  async persisted() {
    const first = await client({ persisted: true }).query({ query: LEADS, variables: { first: 2 } });
    const again = await client({ persisted: true }).query({ query: LEADS, variables: { first: 2 } });
    return { first: first.data, again: again.data };
  },
};

console.log(JSON.stringify({ ...(await scenarios[scenario]()), sent }));
