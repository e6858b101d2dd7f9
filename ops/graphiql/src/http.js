export const ENDPOINT = "/graphql";

/** What the server answers to a GraphQL request, errors included. */
export async function post(request, headers) {
  let response;
  try {
    response = await fetch(ENDPOINT, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(request),
    });
  } catch {
    throw new Error("LeadHub does not answer. Is the server running?");
  }
  return response.json();
}
