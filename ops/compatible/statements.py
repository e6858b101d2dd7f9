"""What is wrong with the statements of one migration, as PostgreSQL's own parser reads them. What a migration makes
itself nobody uses yet, so that it may do anything with it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pglast import ast, parse_sql
from pglast.enums import ObjectType

from ops.compatible.alterations import alteration
from ops.compatible.fault import Fault, stops, unknown

_HARMLESS = (
    ast.AlterPolicyStmt,
    ast.CommentStmt,
    ast.CreateFunctionStmt,  # `or replace` keeps the signature, or PostgreSQL refuses
    ast.CreatePolicyStmt,
    ast.CreateSeqStmt,
    ast.CreateStmt,
    ast.CreateTrigStmt,
    ast.DeleteStmt,
    ast.InsertStmt,
    ast.SelectStmt,
    ast.UpdateStmt,
    ast.VariableSetStmt,
    ast.ViewStmt,
)


def faults(scripts: Iterable[str]) -> Iterator[Fault]:
    """What is wrong with a migration that runs these scripts; raises pglast.parser.ParseError."""
    statements = [raw.stmt for script in scripts for raw in parse_sql(script)]
    made = {name for statement in statements for name in _made(statement)}
    added = {name for statement in statements for name in _added(statement)}
    dropped = {_name(name) for one in statements if isinstance(one, ast.DropStmt) for name in one.objects}
    for statement in statements:
        if isinstance(statement, ast.AlterTableStmt):
            if statement.relation.relname not in made:
                yield from alteration(statement, added)
        elif isinstance(statement, ast.IndexStmt):
            if statement.relation.relname not in made:
                yield from _index(statement, dropped)
        elif check := _CHECKS.get(type(statement)):
            yield from check(statement, made)
        elif not isinstance(statement, _HARMLESS):
            yield unknown(type(statement).__name__.removesuffix("Stmt"))


def _made(statement: Any) -> Iterator[str]:
    if isinstance(statement, ast.CreateStmt):
        yield statement.relation.relname
    elif isinstance(statement, ast.CreateFunctionStmt):
        yield statement.funcname[-1].sval
    elif isinstance(statement, ast.CreatePolicyStmt):
        yield f"{statement.table.relname}.{statement.policy_name}"
    elif isinstance(statement, ast.CreateTrigStmt):
        yield f"{statement.relation.relname}.{statement.trigname}"
    elif isinstance(statement, ast.GrantStmt) and statement.is_grant:
        yield _right(statement)


def _added(statement: Any) -> Iterator[str]:
    if isinstance(statement, ast.AlterTableStmt):
        constraints = (one.def_ for one in statement.cmds if isinstance(one.def_, ast.Constraint))
        yield from (constraint.conname for constraint in constraints if constraint.conname)


def _index(index: ast.IndexStmt, dropped: set[str]) -> Iterator[Fault]:
    table = index.relation.relname
    if not index.concurrent:
        yield stops(
            f"an index on {table} without `concurrently` stops all writing to it; build it in a migration of its own, with "
            "RUN_IN_TRANSACTION = False"
        )
    elif index.idxname not in dropped:
        yield stops(
            f"the index {index.idxname} is left broken when building it fails: first "
            f'`await db.execute_script("drop index concurrently if exists {index.idxname}")`'
        )


def _drop(drop: ast.DropStmt, made: set[str]) -> Iterator[Fault]:
    for name in map(_name, drop.objects):
        if name in made or (drop.removeType is ObjectType.OBJECT_INDEX and drop.concurrent):
            continue
        kind = drop.removeType.name.removeprefix("OBJECT_").lower().replace("_", " ")
        is_table = drop.removeType is ObjectType.OBJECT_TABLE
        yield Fault(f"drops the {kind} {name}", removes=name if is_table else None)


def _rename(rename: ast.RenameStmt, made: set[str]) -> Iterator[Fault]:
    table = rename.relation.relname if rename.relation else None
    if table in made:
        return
    is_column = rename.renameType is ObjectType.OBJECT_COLUMN
    removed = f"{table}.{rename.subname}" if is_column else table
    yield Fault(
        f"renames {removed or 'something'} to {rename.newname}: add the new one, fill both, and drop the old one a "
        "release later",
        removes=removed,
    )


def _grant(grant: ast.GrantStmt, made: set[str]) -> Iterator[Fault]:
    if grant.is_grant or _right(grant) in made:
        return
    if not {_name(one) for one in grant.objects or ()} <= made:
        yield Fault("revokes a right that the version before may use")


def _owner(change: ast.AlterOwnerStmt, made: set[str]) -> Iterator[Fault]:
    if _name(change.object) not in made:
        yield Fault(f"changes the owner of {_name(change.object)}, and with it what it may do")


def _truncate(truncate: ast.TruncateStmt, _made: set[str]) -> Iterator[Fault]:
    yield Fault(f"empties {', '.join(table.relname for table in truncate.relations)}")


_CHECKS: dict[type, Callable[[Any, set[str]], Iterator[Fault]]] = {
    ast.AlterOwnerStmt: _owner,
    ast.DropStmt: _drop,
    ast.GrantStmt: _grant,
    ast.RenameStmt: _rename,
    ast.TruncateStmt: _truncate,
}


def _right(grant: ast.GrantStmt) -> str:
    """Which right on what is whose, so that a migration may take back what it gave."""
    rights = sorted(right.priv_name for right in grant.privileges or ())
    objects = sorted(map(_name, grant.objects or ()))
    grantees = sorted(str(grantee.rolename) for grantee in grant.grantees)
    return f"{rights} on {grant.objtype.name} {objects} of {grantees}"


def _name(found: Any) -> str:
    """The plain name of a table, function or index; `table.name` of a policy or trigger."""
    if isinstance(found, ast.RangeVar):
        return str(found.relname)
    if isinstance(found, ast.ObjectWithArgs):
        return str(found.objname[-1].sval)
    parts = [part.sval for part in found] if isinstance(found, tuple) else [found.sval]
    return ".".join(part for part in parts if part != "public")
