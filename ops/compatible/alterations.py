"""What is wrong with an `alter table` of a table that is in use."""

from collections.abc import Iterator

from pglast import ast
from pglast.enums import AlterTableType as Alter
from pglast.enums import ConstrType

from ops.compatible.fault import Fault, stops, unknown

_HARMLESS = {
    Alter.AT_ColumnDefault,
    Alter.AT_DropConstraint,
    Alter.AT_DropNotNull,
    Alter.AT_ForceRowSecurity,
    Alter.AT_SetRelOptions,
    Alter.AT_SetStatistics,
    Alter.AT_ValidateConstraint,
}
_BREAKS = {
    Alter.AT_AlterColumnType: "changes the type of {}: add a column, fill both, and drop this one a release later",
    Alter.AT_DropColumn: "drops the column {}",
    Alter.AT_SetNotNull: "refuses null in {}, which the version before may write",
}
_QUICK = {ast.A_Const, ast.SQLValueFunction}  # computed once, and not for each row
_VALIDATED = {ConstrType.CONSTR_CHECK, ConstrType.CONSTR_FOREIGN, ConstrType.CONSTR_NOTNULL}
_INDEXED = {ConstrType.CONSTR_UNIQUE, ConstrType.CONSTR_PRIMARY, ConstrType.CONSTR_EXCLUSION}
LATER = "add it `not valid`, and `validate constraint` in the next migration"


def alteration(statement: ast.AlterTableStmt, added: set[str]) -> Iterator[Fault]:
    """Its faults, one subcommand after the other; `added` are the constraints that the same migration adds."""
    table = statement.relation.relname
    for command in statement.cmds:
        name = f"{table}.{command.name}"
        match command.subtype:
            case Alter.AT_AddColumn:
                yield from _add_column(table, command.def_)
            case Alter.AT_AddConstraint:
                yield from _add_constraint(table, command.def_)
            case Alter.AT_ColumnDefault if command.def_ is None:
                yield Fault(f"takes the default of {name}, on which the version before may count")
            case Alter.AT_DropConstraint if command.name.endswith(("_pkey", "_key")):
                yield Fault(f"drops {command.name}, which `on conflict` of the version before may name")
            case Alter.AT_ValidateConstraint if command.name in added:
                yield stops(
                    f"validates {command.name} while others wait for {table}: do it in the next migration"
                )
            case kind if kind in _BREAKS:
                yield Fault(_BREAKS[kind].format(name), removes=name if kind is Alter.AT_DropColumn else None)
            case kind if kind not in _HARMLESS:
                yield unknown(f"{kind.name.removeprefix('AT_')} of {table}")


def _add_column(table: str, column: ast.ColumnDef) -> Iterator[Fault]:
    name = f"{table}.{column.colname}"
    found = {constraint.contype: constraint for constraint in column.constraints or ()}
    default = found.get(ConstrType.CONSTR_DEFAULT)
    if ConstrType.CONSTR_NOTNULL in found and default is None:
        yield Fault(
            f"adds {name}, which the version before does not fill, without null and without a default"
        )
    if default is not None and not _is_quick(default.raw_expr):
        yield stops(f"computes a default of {name} for each row: give a constant, or fill it in afterwards")
    if found.keys() & {ConstrType.CONSTR_GENERATED, ConstrType.CONSTR_IDENTITY}:
        yield stops(f"writes {table} anew to compute {name}: fill it in afterwards")
    for kind in found.keys() & ((_VALIDATED | _INDEXED) - {ConstrType.CONSTR_NOTNULL}):
        yield from _add_constraint(table, found[kind])


def _is_quick(expression: ast.Node) -> bool:
    if isinstance(expression, ast.TypeCast):
        return _is_quick(expression.arg)
    if isinstance(expression, ast.FuncCall):
        return str(expression.funcname[-1].sval) == "now"
    return type(expression) in _QUICK


def _add_constraint(table: str, constraint: ast.Constraint) -> Iterator[Fault]:
    name = constraint.conname or "a constraint"
    if constraint.contype in _VALIDATED and not constraint.skip_validation:
        yield stops(f"adds {name} to {table} and reads all rows meanwhile: {LATER}")
    if constraint.contype in _INDEXED and constraint.indexname is None:
        yield stops(
            f"adds {name} to {table} and builds its index while everybody waits: build a unique index `concurrently` in a "
            "migration before, and add the constraint `using index`"
        )
