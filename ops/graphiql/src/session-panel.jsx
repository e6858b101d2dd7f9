// The panel "Sign in": who you are to LeadHub, for queries and subscriptions alike.
import { useSchemaStore } from "@graphiql/react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";

/** A plugin of GraphiQL. `demo` is {tenants, people, password} where there is demo data, else null. */
export function sessionPanel(session, demo) {
  return { title: "Sign in", icon: PersonIcon, content: () => <SessionPanel session={session} demo={demo} /> };
}

function SessionPanel({ session, demo }) {
  const { viewer, notice } = useSyncExternalStore(session.subscribe, session.state);
  const heading = useRef(null);
  const isFirst = useRef(true);
  useEffect(() => {
    // The button that had the focus is gone: whoever uses the keyboard goes on from here.
    if (!isFirst.current) heading.current.focus();
    isFirst.current = false;
  }, [viewer]);
  return (
    <section className="leadhub-panel" aria-label="Sign in">
      <h2 tabIndex={-1} ref={heading}>
        {viewer ? "Signed in" : "Sign in"}
      </h2>
      {notice && <p role="alert">{notice}</p>}
      {viewer ? <SignedIn session={session} viewer={viewer} /> : <SignInForm session={session} demo={demo} />}
    </section>
  );
}

function SignedIn({ session, viewer }) {
  return (
    <>
      <dl>
        <dt>Name</dt>
        <dd>{viewer.member.name}</dd>
        <dt>Role</dt>
        <dd>{capitalised(viewer.role)}</dd>
        <dt>Tenant</dt>
        <dd>
          {viewer.tenant.name} ({viewer.tenant.slug})
        </dd>
      </dl>
      <p>Operations run as {viewer.member.name}, unless a tab has an Authorization header of its own.</p>
      <button type="button" className="leadhub-button" onClick={() => session.signOut()}>
        Sign out
      </button>
      <details>
        <summary>{viewer.scopes.length} scopes</summary>
        <ul>
          {viewer.scopes.map((scope) => (
            <li key={scope}>
              <code>{scope}</code>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function SignInForm({ session, demo }) {
  const [input, setInput] = useState(() => (demo ? ofDemo(demo, 0, 0) : { tenant: "", email: "", password: "" }));
  const [problem, setProblem] = useState(null);
  const [isBusy, setIsBusy] = useState(false);
  const { schema, introspect } = useSchemaStore();

  async function submit(event) {
    event.preventDefault();
    setProblem(null);
    setIsBusy(true);
    try {
      await session.signIn(input);
      if (!schema) introspect(); // not everybody may ask for the schema
    } catch (error) {
      setProblem(error.message);
    } finally {
      setIsBusy(false);
    }
  }

  const field = (name, label, attributes) => (
    <Field label={label} {...attributes} value={input[name]} onChange={(value) => setInput({ ...input, [name]: value })} />
  );
  return (
    <form onSubmit={submit} aria-busy={isBusy}>
      {demo && <DemoPeople demo={demo} onChoose={setInput} />}
      {field("tenant", "Tenant", { autoComplete: "organization" })}
      {field("email", "E-mail", { type: "email", autoComplete: "username" })}
      {field("password", "Password", { type: "password", autoComplete: "current-password" })}
      {problem && <p role="alert">{problem}</p>}
      <button type="submit" className="leadhub-button" disabled={isBusy}>
        {isBusy ? "Signing in …" : "Sign in"}
      </button>
      <p className="leadhub-aside">The tokens stay in this page's memory: a reload signs you out.</p>
    </form>
  );
}

function Field({ label, onChange, ...attributes }) {
  return (
    <label>
      {label}
      <input required spellCheck={false} {...attributes} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}

function DemoPeople({ demo, onChoose }) {
  const choose = (event) => onChoose(ofDemo(demo, ...event.target.value.split(" ")));
  return (
    <label>
      Demo people
      <select onChange={choose}>
        {demo.tenants.map((tenant, nth) => (
          <optgroup key={tenant.slug} label={tenant.name}>
            {demo.people.map(({ key, name, role }, index) => (
              <option key={key} value={`${nth} ${index}`}>
                {name}, {capitalised(role)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

function ofDemo({ tenants, people, password }, tenant, person) {
  const { slug } = tenants[tenant];
  return { tenant: slug, email: `${people[person].key}@${slug}.test`, password };
}

const capitalised = (role) => role[0] + role.slice(1).toLowerCase();

function PersonIcon() {
  return (
    <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <circle cx="8" cy="5" r="3" />
      <path d="M2 15c0-3.5 2.6-5.5 6-5.5s6 2 6 5.5" strokeLinecap="round" />
    </svg>
  );
}
