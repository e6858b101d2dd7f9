"""LeadHub: a multi-tenant GraphQL API for sales leads."""

from importlib.metadata import version

VERSION = version("leadhub")
