import "./nonce.js";
import "graphiql/style.css";
import "./page.css";
import { PluginContextProvider } from "@graphiql/react";
import { GraphiQL } from "graphiql";
import { getOperationAST, parse } from "graphql";
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { examplesPanel } from "./examples-panel.jsx";
import { fetcherFor } from "./fetcher.js";
import { sessionPanel } from "./session-panel.jsx";
import { Session } from "./session.js";
import { storage } from "./storage.js";

const { welcome, documents, samples, demo } = await (await fetch("/graphiql/examples.json")).json();
const operations = documents.map((document) => {
  const { name, operation: kind } = getOperationAST(parse(document));
  return { name: name.value, kind, document, variables: samples[name.value] };
});
const session = new Session(Object.fromEntries(operations.map(({ name, document }) => [name, document])));
const fetcher = fetcherFor(session);
const plugins = [sessionPanel(session, demo), examplesPanel(operations)];

function Page() {
  // GraphiQL (4.1.2) hides the pane of the panels when none is visible as it draws itself for the first time, which is
  // before it looks at its own `visiblePlugin`. So the panel is made visible before there is a GraphiQL.
  const [isChosen, setIsChosen] = useState(false);
  useEffect(() => setIsChosen(true), []);
  const choice = { plugins, visiblePlugin: plugins[0] };
  if (!isChosen) return <PluginContextProvider {...choice}>{null}</PluginContextProvider>;
  return (
    <GraphiQL
      {...choice}
      fetcher={fetcher}
      defaultTabs={[{ query: welcome }]}
      defaultQuery=""
      defaultEditorToolsVisibility="variables"
      shouldPersistHeaders={false}
      storage={storage}
    >
      <GraphiQL.Logo>LeadHub</GraphiQL.Logo>
    </GraphiQL>
  );
}

createRoot(document.getElementById("graphiql")).render(<Page />);
