"""What a caller may do: the scopes, which role holds which, and which an API key may carry."""

from enum import Enum, StrEnum


class Scope(StrEnum):
    """`resource:action`; a root field or type names exactly one."""

    ACTIVITY_READ = "activity:read"
    ACTIVITY_WRITE = "activity:write"
    AUDIT_READ = "audit:read"
    AVAILABILITY_WRITE = "availability:write"
    COMPANY_READ = "company:read"
    COMPANY_WRITE = "company:write"
    CONFIG_READ = "config:read"
    CONFIG_WRITE = "config:write"
    CONTACT_READ = "contact:read"
    CONTACT_WRITE = "contact:write"
    DEAL_READ = "deal:read"
    DEAL_WRITE = "deal:write"
    EVENT_READ = "event:read"
    KEY_WRITE = "key:write"
    LEAD_ASSIGN = "lead:assign"
    LEAD_CLAIM = "lead:claim"
    LEAD_CONVERT = "lead:convert"
    LEAD_DELETE = "lead:delete"
    LEAD_MERGE = "lead:merge"
    LEAD_READ = "lead:read"
    LEAD_WRITE = "lead:write"
    MEMBER_INVITE = "member:invite"
    MEMBER_READ = "member:read"
    MEMBER_WRITE = "member:write"
    ROUTING_READ = "routing:read"
    ROUTING_WRITE = "routing:write"
    SELF_READ = "self:read"
    SELF_WRITE = "self:write"
    TENANT_WRITE = "tenant:write"
    WEBHOOK_WRITE = "webhook:write"


class Open(Enum):
    """Access without a scope: said out loud, and listed in a test."""

    PUBLIC = "public"
    SIGNED_IN = "signed in"


Access = Scope | Open


class Introspection(Enum):
    """Who may ask for the schema."""

    EVERYBODY = "everybody"
    SIGNED_IN = "signed in"
    NOBODY = "nobody"


class Role(StrEnum):
    """What a member may do in the tenant."""

    OWNER = "OWNER"
    ADMIN = "ADMIN"
    MANAGER = "MANAGER"
    AGENT = "AGENT"
    VIEWER = "VIEWER"


class Reach(StrEnum):
    """Which rows a caller sees: all of the tenant, those of their teams' subtree, their own, none."""

    ALL = "all"
    TEAM = "team"
    OWN = "own"
    NONE = "none"


_EVERYONE = frozenset(
    {
        Scope.ACTIVITY_READ,
        Scope.COMPANY_READ,
        Scope.CONFIG_READ,
        Scope.CONTACT_READ,
        Scope.DEAL_READ,
        Scope.LEAD_READ,
        Scope.MEMBER_READ,
        Scope.SELF_READ,
        Scope.SELF_WRITE,
    }
)
_AGENT = _EVERYONE | {
    Scope.ACTIVITY_WRITE,
    Scope.AVAILABILITY_WRITE,
    Scope.COMPANY_WRITE,
    Scope.CONTACT_WRITE,
    Scope.DEAL_WRITE,
    Scope.LEAD_CLAIM,
    Scope.LEAD_CONVERT,
    Scope.LEAD_MERGE,
    Scope.LEAD_WRITE,
}
_MANAGER = _AGENT | {
    Scope.AUDIT_READ,
    Scope.LEAD_ASSIGN,
    Scope.LEAD_DELETE,
    Scope.MEMBER_INVITE,
    Scope.ROUTING_READ,
    Scope.ROUTING_WRITE,
}
_EVERY_SCOPE = frozenset(Scope)

ROLE_SCOPES: dict[Role, frozenset[Scope]] = {
    Role.OWNER: _EVERY_SCOPE,
    Role.ADMIN: _EVERY_SCOPE,
    Role.MANAGER: _MANAGER,
    Role.AGENT: _AGENT,
    Role.VIEWER: _EVERYONE,
}

ROLE_REACH: dict[Role, Reach] = {
    Role.OWNER: Reach.ALL,
    Role.ADMIN: Reach.ALL,
    Role.MANAGER: Reach.TEAM,
    Role.AGENT: Reach.OWN,
    Role.VIEWER: Reach.ALL,
}

# A key acts for nobody in particular, so it can neither claim for itself nor be told anything nor change its own password,
# and it can never make keys, members or tenants: those would outlive its revocation.
KEY_SCOPES = _EVERY_SCOPE - {
    Scope.KEY_WRITE,
    Scope.LEAD_CLAIM,
    Scope.MEMBER_INVITE,
    Scope.MEMBER_WRITE,
    Scope.SELF_READ,
    Scope.SELF_WRITE,
    Scope.TENANT_WRITE,
}

_RANK = {Role.OWNER: 4, Role.ADMIN: 3, Role.MANAGER: 2, Role.AGENT: 1, Role.VIEWER: 0}


def outranks(role: Role, other: Role) -> bool:
    """Whether `role` may grant `other` and act on its holders: an owner on all, an admin on all but
    owners, a manager on agents and viewers, the rest on nobody."""
    if role is Role.MANAGER:
        return other in {Role.AGENT, Role.VIEWER}
    return role in {Role.OWNER, Role.ADMIN} and _RANK[role] >= _RANK[other]
