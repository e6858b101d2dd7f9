"""A PostgreSQL of its own, as the tests of the commands have it."""

from tests.commands.conftest import new_database, own_cluster

__all__ = ["new_database", "own_cluster"]  # fixtures
