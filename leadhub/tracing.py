"""Tells of each root field as a part of its operation: what it needed by itself, and for all below it."""

from collections.abc import Awaitable
from typing import Any

from graphql.pyutils import Path

from leadhub.kit import traces
from leadhub.kit.executor import CompiledExecutor


class TracedExecutor(CompiledExecutor):
    """Used where there are traces: elsewhere fields cost no call more."""

    def execute_field(
        self, parent_type: Any, source: Any, field_details_list: Any, path: Path, position_context: Any
    ) -> Any:
        """As it is, in a span when it is a root field that has to wait for something."""
        found = super().execute_field(parent_type, source, field_details_list, path, position_context)
        if path.prev is None and self.is_awaitable(found):
            return _within(f"field {field_details_list[0].node.name.value}", found)
        return found


async def _within(name: str, found: Awaitable[Any]) -> Any:
    with traces.span(name):
        return await found
