// Relay's runtime with what its compiler made of relay/leads.js; prints what is in its store after each step:
// node relay.js SCENARIO URL TOKEN FOLDER_OF_ARTIFACTS
import { createRequire } from "node:module";
import { join } from "node:path";
import relay from "relay-runtime";

const [scenario, url, token, folder] = process.argv.slice(2);
const load = createRequire(join(folder, "here.js"));
const artifact = (name) => load(`./${name}.graphql.js`);
const { commitMutation, createOperationDescriptor, Environment, fetchQuery, getRequest, getSelector, Network } = relay;

const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
const environment = new Environment({
  network: Network.create(async ({ text }, variables) => {
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify({ query: text, variables }) });
    return response.json();
  }),
});

const ask = (name, variables) => fetchQuery(environment, artifact(name), variables).toPromise();
const rename = (input) =>
  new Promise((resolve, reject) => {
    const mutation = artifact("leadsRenameMutation");
    commitMutation(environment, { mutation, variables: { input }, onCompleted: resolve, onError: reject });
  });

// What the components would be given: the whole list as the store has it, each lead with its card.
function shown(page) {
  const read = (name, from) => environment.lookup(getSelector(artifact(name), from)).data;
  const { leads } = read("leads_list", environment.lookup(page.fragment).data);
  const cards = leads.edges.map(({ node }) => ({ id: node.id, ...read("leads_card", node) }));
  return { cards, total: leads.totalCount, pageInfo: leads.pageInfo };
}

const page = createOperationDescriptor(getRequest(artifact("leadsPageQuery")), { first: 2 });
environment.retain(page);
await ask("leadsPageQuery", { first: 2 });
const before = shown(page);

const scenarios = {
  async more() {
    await ask("leadsListPaginationQuery", { first: 2, after: before.pageInfo.endCursor });
  },
  async rename() {
    await rename({ id: before.cards[0].id, expectedVersion: 1, firstName: "Grace", lastName: "Hopper" });
  },
  async refetch() {
    const query = "mutation($input: UpdateLeadInput!) { updateLead(input: $input) { userErrors { code } } }";
    const input = { id: before.cards[1].id, expectedVersion: 1, firstName: "Ada", lastName: "Lovelace" };
    await fetch(url, { method: "POST", headers, body: JSON.stringify({ query, variables: { input } }) });
    await ask("leadsCardRefetchQuery", { id: before.cards[1].id });
  },
};
await scenarios[scenario]();
console.log(JSON.stringify({ before, after: shown(page) }));
