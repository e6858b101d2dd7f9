"""Whether the version before still works on a migrated database: a deploy migrates while that version serves.

A migration expands: it adds what the next version needs, without stopping anybody for long. What breaks the version
before is a contract step, in a migration of its own that says `CONTRACT = "RELEASE"`: the release, by now the oldest that
runs, which stopped using what goes. `python -m ops.compatible` looks at all migrations after the first release.
"""
