/** LeadHub's published operations, typed, and a client that sends them. It needs `fetch` and nothing else. */
import type { TypedDocumentString } from "./operations.js";

export * from "./operations.js";

/** One entry of `errors`. `extensions.code` is for programs, `message` for people. */
export interface GraphQLError {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string; retryAfter?: number; [name: string]: unknown };
}

/** LeadHub refused a request, or something went wrong. Input that it does not accept is in `userErrors` instead. */
export class LeadHubError extends Error {
  override name = "LeadHubError";

  constructor(
    /** Everything that was wrong; never empty. */
    readonly errors: GraphQLError[],
    /** The HTTP status; 200 where part of the answer came. */
    readonly status: number,
    /** In how many seconds it is worth trying again; undefined where that would not help. */
    readonly retryAfter: number | undefined,
    /** To quote when you ask about it. */
    readonly requestId: string | null,
  ) {
    super(errors.map((error) => error.message).join("; "));
  }

  /** The code of the first error, such as `FORBIDDEN` or `THROTTLED`. */
  get code(): string {
    return this.errors[0]?.extensions?.code ?? `HTTP_${this.status}`;
  }
}

/** The way to one server, for one caller. */
export class LeadHub {
  constructor(
    /** Where it is, with `/graphql`. */
    readonly url: string,
    /** An access token or API key; none for signing in. */
    readonly token?: string,
  ) {}

  /** Runs an operation and answers its data; throws a LeadHubError when there are errors. */
  async send<Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
    headers: Record<string, string> = {},
  ): Promise<Result> {
    const response = await fetch(this.url, {
      method: "POST",
      headers: {
        accept: "application/graphql-response+json",
        "content-type": "application/json",
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      body: JSON.stringify({ query: document.toString(), variables }),
    });
    const { data, errors } = await answer(response);
    if (errors?.length) {
      const seconds = Number(response.headers.get("retry-after") ?? errors[0]?.extensions?.retryAfter);
      throw new LeadHubError(errors, response.status, seconds || undefined, response.headers.get("x-request-id"));
    }
    return data as Result;
  }
}

/** What came; something on the way, such as a proxy, may have answered in LeadHub's place. */
async function answer(response: Response): Promise<{ data?: unknown; errors?: GraphQLError[] }> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return { errors: [{ message: `${response.status} ${response.statusText}: ${text.slice(0, 200)}` }] };
  }
}
