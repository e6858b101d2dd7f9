import type { CodegenConfig } from "@graphql-codegen/cli";

// Documents as text, so that the client needs no GraphQL library; scalars as they are in JSON, so that it parses nothing.
const config: CodegenConfig = {
  schema: "../../leadhub.graphql",
  documents: "../../operations/*.graphql",
  generates: {
    "src/operations.ts": {
      plugins: ["typescript-operations", "typed-document-node"],
      config: {
        documentMode: "string",
        useTypeImports: true,
        scalars: {
          ID: "string",
          DateTime: "string", // ISO 8601: `new Date(it)`
          Decimal: "string", // exact, which a number is not
          JSON: "unknown",
        },
      },
    },
  },
};

export default config;
