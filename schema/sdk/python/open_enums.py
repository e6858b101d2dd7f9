"""A plugin of ariadne-codegen: enums that take values which the schema had not when the client was generated."""

import ast

from ariadne_codegen.plugins.base import Plugin
from graphql import GraphQLEnumType

_BODY = """
UNKNOWN = "UNKNOWN"

@classmethod
def _missing_(cls, value: object) -> "{name}":
    return cls.UNKNOWN
"""


class OpenEnums(Plugin):
    """LeadHub adds values to its enums at any time; a client that does not know one yet shall not fail on it."""

    def generate_enum(self, class_def: ast.ClassDef, enum_type: GraphQLEnumType) -> ast.ClassDef:  # noqa: ARG002
        """The enum, with UNKNOWN for whatever it does not name."""
        class_def.body += ast.parse(_BODY.format(name=class_def.name)).body
        return class_def
