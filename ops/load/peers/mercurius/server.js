// The same part of the schema by Mercurius, as its documentation has it: compiled queries, loaders, prepared statements.
"use strict";

const { createVerifier } = require("fast-jwt");
const fastify = require("fastify");
const mercurius = require("mercurius");
const { Pool } = require("pg");

const { DATABASE_URL, PUBLIC_KEY, PORT } = process.env;

const schema = `
  type Member { id: ID! name: String! email: String! }
  type Stage { id: ID! name: String! }
  type Source { id: ID! name: String! }
  type StageChange { toName: String! at: String! secondsInStage: Int }
  type Lead {
    id: ID! number: String! firstName: String lastName: String companyName: String jobTitle: String
    status: String! createdAt: String! owner: Member stage: Stage! source: Source stageHistory: [StageChange!]!
  }
  type Page { nodes: [Lead!]! }
  type Query { leads(first: Int!, status: String): Page! lead(id: ID!): Lead }
  type Mutation { createLead(lastName: String!): Lead! }
`;

const COLUMNS = `id, number, first_name as "firstName", last_name as "lastName", company_name as "companyName",
  job_title as "jobTitle", status, created_at as "createdAt", owner_id as "ownerId", stage_id as "stageId",
  source_id as "sourceId"`;

const pool = new Pool({ connectionString: DATABASE_URL, max: 10 });
const ask = async (name, text, values) => (await pool.query({ name, text, values })).rows;

const resolvers = {
  Lead: { createdAt: (lead) => lead.createdAt.toISOString() },
  StageChange: { at: (change) => change.at.toISOString() },
  Query: {
    leads: async (_, { first, status }) => ({
      nodes: status
        ? await ask(
            "some",
            `select ${COLUMNS} from peer.lead where status = $2 order by created_at desc, id desc limit $1`,
            [first, status],
          )
        : await ask("all", `select ${COLUMNS} from peer.lead order by created_at desc, id desc limit $1`, [first]),
    }),
    lead: async (_, { id }) => (await ask("one", `select ${COLUMNS} from peer.lead where id = $1`, [id]))[0],
  },
  Mutation: {
    createLead: async (_, { lastName }) =>
      (
        await ask(
          "create",
          `insert into peer.lead (id, number, last_name, status, created_at, stage_id)
           select uuidv7(), 'LD-NEW', $1, 'OPEN', now(), id from peer.stage limit 1 returning ${COLUMNS}`,
          [lastName],
        )
      )[0],
  },
};

const named = (table, key) => async (queries) => {
  const ids = [...new Set(queries.map(({ obj }) => obj[key]).filter(Boolean))];
  const columns = table === "member" ? "id, name, email" : "id, name";
  const rows = await ask(table, `select ${columns} from peer.${table} where id = any($1)`, [ids]);
  const found = new Map(rows.map((row) => [row.id, row]));
  return queries.map(({ obj }) => found.get(obj[key]) ?? null);
};

const loaders = {
  Lead: {
    owner: named("member", "ownerId"),
    stage: named("stage", "stageId"),
    source: named("source", "sourceId"),
    stageHistory: async (queries) => {
      const rows = await ask(
        "history",
        `select lead_id, to_name as "toName", at, seconds_in_stage as "secondsInStage"
         from peer.stage_change where lead_id = any($1) order by at, id`,
        [queries.map(({ obj }) => obj.id)],
      );
      return queries.map(({ obj }) => rows.filter((row) => row.lead_id === obj.id));
    },
  },
};

const verify = createVerifier({ key: PUBLIC_KEY, algorithms: ["EdDSA"], cache: true });
const app = fastify();
app.addHook("onRequest", async (request) => {
  request.caller = verify(request.headers.authorization.slice("Bearer ".length));
});
app.register(mercurius, { schema, resolvers, loaders, jit: 1 });
app.listen({ host: "127.0.0.1", port: Number(PORT) });
