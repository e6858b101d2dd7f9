"""Backs LeadHub's database up, brings it back, and moves it to a replica; drives PostgreSQL's own programs.

A deploy takes its backup with `back_up(read_environment("production"))`.
"""

from ops.backup.dump import back_up
from ops.backup.problem import BackupProblem

__all__ = ["BackupProblem", "back_up"]
