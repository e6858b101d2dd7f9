class _Failing:
    """Runs the first few operations well, and of all others says that they failed when they are done."""

    well = 8
    execute = Execution.execute


async def _execute(self, operation, asked):
    result = await _Failing.execute(self, operation, asked)
    _Failing.well -= 1
    return result if _Failing.well >= 0 else failed(RuntimeError("a fault of this version"))


Execution.execute = _execute
