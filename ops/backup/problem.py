"""What goes wrong on purpose."""


class BackupProblem(Exception):
    """It was not done; the message is one line that says what to do."""
