async def not_ready() -> str | None:  # type: ignore[no-redef]
    return "it waits for something that never comes"
