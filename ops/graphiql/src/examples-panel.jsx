// The panel "Examples": the published operations, each opened in a tab of its own.
import { useEditorContext, useSchemaStore } from "@graphiql/react";
import { useState } from "react";
import { flushSync } from "react-dom";
import { requiredVariables } from "./sample.js";

const KINDS = { query: "Queries", mutation: "Mutations", subscription: "Subscriptions" };

/** A plugin of GraphiQL. `operations` are {name, kind, document, variables}, the last of them not always. */
export function examplesPanel(operations) {
  return { title: "Examples", icon: ListIcon, content: () => <ExamplesPanel operations={operations} /> };
}

function ExamplesPanel({ operations }) {
  const [sought, setSought] = useState("");
  const open = useOpen();
  const isSought = ({ name }) => name.toLowerCase().includes(sought.trim().toLowerCase());
  const found = operations.filter(isSought);
  return (
    <section className="leadhub-panel" aria-label="Examples">
      <h2>Examples</h2>
      <p>The operations that LeadHub publishes. Each opens in a tab of its own.</p>
      <label>
        Find
        <input type="search" value={sought} onChange={(event) => setSought(event.target.value)} />
      </label>
      {Object.entries(KINDS).map(([kind, title]) => (
        <Group key={kind} title={title} operations={found.filter((one) => one.kind === kind)} onOpen={open} />
      ))}
      {found.length === 0 && <p role="status">No operation has this in its name.</p>}
    </section>
  );
}

function Group({ title, operations, onOpen }) {
  if (operations.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {operations.map((operation) => (
          <li key={operation.name}>
            <button type="button" className="leadhub-link" onClick={() => onOpen(operation)}>
              {operation.name}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function useOpen() {
  const { addTab, queryEditor, variableEditor } = useEditorContext({ nonNull: true });
  const { schema } = useSchemaStore();
  return ({ document, variables }) => {
    const sample = variables ?? (schema ? requiredVariables(document, schema) : {});
    flushSync(addTab); // now the editors are those of the new tab
    queryEditor.setValue(document);
    variableEditor.setValue(Object.keys(sample).length ? JSON.stringify(sample, null, 2) : "");
    queryEditor.focus();
  };
}

function ListIcon() {
  return (
    <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" aria-hidden="true">
      <path d="M6 3.5h8M6 8h8M6 12.5h8M2 3.5h.5M2 8h.5M2 12.5h.5" />
    </svg>
  );
}
