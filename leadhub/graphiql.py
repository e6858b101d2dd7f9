"""The page for a browser: Strawberry's GraphiQL with examples that work on the demo data."""

import re
from pathlib import Path

import strawberry

EXAMPLES = """\
# Welcome to LeadHub. Pick an operation next to the play button, or press Ctrl-Enter inside one.
#
# 1. Run SignIn. Copy the accessToken into the tab "Headers" below:
#    { "Authorization": "Bearer <accessToken>" }
# 2. Run NewestLeads, change it, look at the schema on the left.
# 3. Run CreateLead, and find your lead with NewestLeads.

mutation SignIn {
  signIn(input: { tenant: "acme", email: "owner@acme.test", password: "leadhub-demo" }) {
    accessToken
    viewer { role member { name } tenant { name } }
    userErrors { code message path }
  }
}

query NewestLeads {
  leads(first: 10, filter: { status: { eq: OPEN } }, orderBy: [{ field: CREATED_AT, direction: DESC }]) {
    totalCount
    nodes { id version number fullName companyName primaryEmail stage { name } owner { name } tags { name } }
    pageInfo { hasNextPage endCursor }
  }
}

mutation CreateLead {
  createLead(input: { firstName: "Ada", lastName: "Lovelace", companyName: "Analytical Engines",
                      emails: ["ada@analytical.test"], phones: ["+44 20 7946 0018"] }) {
    lead { id version number fullName stage { name } status }
    userErrors { code message path }
  }
}
"""


def page() -> str:
    """The HTML of GraphiQL; raises ValueError when Strawberry's page changed and has no place for examples."""
    html = (Path(strawberry.__file__).parent / "static" / "graphiql.html").read_text()
    html, found = re.subn(
        r"const EXAMPLE_QUERY = `.*?`;", lambda _: f"const EXAMPLE_QUERY = `{EXAMPLES}`;", html, flags=re.S
    )
    if found != 1:
        raise ValueError("strawberry's graphiql.html has no EXAMPLE_QUERY any more")
    return html.replace("<title>Strawberry GraphiQL</title>", "<title>LeadHub GraphiQL</title>")
