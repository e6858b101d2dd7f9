"""What a deploy may fail with."""


class DeployError(Exception):
    """Something that stops a deploy; the message says what, and what to do about it."""
