"""What GraphiQL offers to begin with: a text to start from, the published operations, and the people of the demo."""

from typing import Any

import orjson

from leadhub.demo.people import PASSWORD, PEOPLE, TENANTS
from leadhub.operations import documents

# Short lines: the panels leave the editor some 36 columns.
_WELCOME = """\
# Welcome to LeadHub.
#
# 1. Sign in on the left.
# 2. Put the cursor into a query
#    and press Ctrl-Enter.
# 3. Let FollowLeads run, and run
#    CreateLead in another window.
# 4. The panel "Examples" has all
#    published operations.

"""

_WELCOME_WITHOUT_PANELS = """\
# Welcome to LeadHub. Pick an operation next to the play
# button, or press Ctrl-Enter inside one.
#
# 1. Run SignIn. Copy the accessToken into the tab "Headers":
#    { "Authorization": "Bearer <accessToken>" }
# 2. Run NewestLeads, change it, look at the schema.
# 3. Run CreateLead, and find your lead with NewestLeads.

mutation SignIn {
  signIn(input: {
    tenant: "acme"
    email: "owner@acme.test"
    password: "leadhub-demo"
  }) {
    accessToken
    viewer { role member { name } tenant { name } }
    userErrors { code message path }
  }
}

"""

_LEADS = """\
query NewestLeads {
  leads(
    first: 10
    filter: { status: { eq: OPEN } }
    orderBy: [{ field: CREATED_AT, direction: DESC }]
  ) {
    totalCount
    nodes {
      id version number fullName companyName primaryEmail
      stage { name }
      owner { name }
      tags { name }
    }
    pageInfo { hasNextPage endCursor }
  }
}

mutation CreateLead {
  createLead(input: {
    firstName: "Ada"
    lastName: "Lovelace"
    companyName: "Analytical Engines"
    emails: ["ada@analytical.test"]
    phones: ["+44 20 7946 0018"]
  }) {
    lead { id version number fullName stage { name } status }
    userErrors { code message path }
  }
}
"""

_FOLLOW = """
subscription FollowLeads {
  leadChanged {
    kind type
    lead { number fullName stage { name } owner { name } }
  }
}
"""

# For a page that knows nothing of LeadHub, and for ours.
EXAMPLES = _WELCOME_WITHOUT_PANELS + _LEADS
WELCOME = _WELCOME + _LEADS + _FOLLOW

# Variables by the name of the operation, where those that must be given are not enough to see something.
SAMPLES: dict[str, dict[str, Any]] = {
    "CreateLead": {
        "input": {
            "firstName": "Grace",
            "lastName": "Hopper",
            "companyName": "Harbour Computing",
            "emails": ["grace@harbour.test"],
        }
    },
    "CreateTeam": {"input": {"name": "Key Accounts"}},
    "Events": {"after": 0, "first": 10},
    "EventStream": {"after": 0, "types": ["lead.created"]},
    "InviteMember": {"input": {"email": "new@acme.test", "role": "AGENT"}},
    "Leads": {"first": 10, "filter": {"status": {"eq": "OPEN"}}},
}


def handed_over(*, with_demo: bool) -> bytes:
    """All of it as JSON, for our page."""
    return orjson.dumps(
        {
            "welcome": WELCOME,
            "documents": documents(),
            "samples": SAMPLES,
            "demo": _demo() if with_demo else None,
        }
    )


def _demo() -> dict[str, Any]:
    return {
        "password": PASSWORD,
        "tenants": [{"slug": slug, "name": name} for slug, name, *_ in TENANTS],
        "people": [{"key": key, "name": name, "role": role} for key, (name, role) in PEOPLE.items()],
    }
