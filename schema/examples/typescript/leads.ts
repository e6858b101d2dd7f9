/**
 * Signs in, reads every lead page by page, and brings in one that another system knows, once however often it is run:
 *
 *     node leads.js http://127.0.0.1:8000/graphql acme owner@acme.test leadhub-demo crm-17 ada@example.com
 */
import { setTimeout as sleep } from "node:timers/promises";
import {
  CreateLeadDocument,
  LeadHub,
  LeadHubError,
  LeadsDocument,
  SignInDocument,
  type LeadsQuery,
} from "leadhub-client";

type Lead = LeadsQuery["leads"]["nodes"][number];

/** Something in the input that LeadHub does not accept, in words for who typed it. */
class NotAccepted extends Error {
  constructor(userErrors: { message: string; path: string[] | null }[]) {
    super(userErrors.map(({ path, message }) => [path?.join("."), message].filter(Boolean).join(": ")).join("\n"));
  }
}

/** Does it, and again after the time that LeadHub asks for, where it does. */
async function patiently<Result>(action: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof LeadHubError) || !error.retryAfter || tries === 5) throw error;
      console.error(`${error.code}: waiting for ${error.retryAfter} s`);
      await sleep(error.retryAfter * 1000);
    }
  }
}

async function signIn(url: string, tenant: string, email: string, password: string): Promise<LeadHub> {
  const { signIn } = await new LeadHub(url).send(SignInDocument, { input: { tenant, email, password } });
  if (!signIn.accessToken) throw new NotAccepted(signIn.userErrors);
  return new LeadHub(url, signIn.accessToken);
}

/** All leads, the newest first. */
async function* everyLead(leadhub: LeadHub): AsyncGenerator<Lead> {
  let after: string | null = null;
  do {
    const { leads }: LeadsQuery = await patiently(() => leadhub.send(LeadsDocument, { first: 50, after }));
    yield* leads.nodes;
    after = leads.pageInfo.hasNextPage ? leads.pageInfo.endCursor : null;
  } while (after);
}

/** Creates a lead. With the key, sending it again (after a lost answer, say) gives the same lead and not a second one. */
async function bringIn(leadhub: LeadHub, externalId: string, email: string) {
  const input = { emails: [email], externalId: { system: "crm", id: externalId } };
  const once = { "Idempotency-Key": `crm-import-${externalId}` };
  const { createLead } = await patiently(() => leadhub.send(CreateLeadDocument, { input }, once));
  if (createLead.userErrors.length) throw new NotAccepted(createLead.userErrors);
  return createLead.lead;
}

const [url = "", tenant = "", member = "", password = "", externalId = "", email = ""] = process.argv.slice(2);
try {
  const leadhub = await signIn(url, tenant, member, password);
  for await (const lead of everyLead(leadhub)) console.log(lead.number, lead.fullName, lead.stage.name);
  const lead = await bringIn(leadhub, externalId, email);
  console.log("brought in:", lead?.number ?? "a lead that is not yours to see");
} catch (error) {
  if (!(error instanceof LeadHubError || error instanceof NotAccepted)) throw error;
  console.error(error instanceof LeadHubError ? `${error.code}: ${error.message}` : error.message);
  process.exitCode = 1;
}
