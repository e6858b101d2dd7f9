"""The rules that leads are scored by, and what scores mean."""

from typing import Any

from leadhub.kit.actor import actor
from leadhub.kit.events import emit
from leadhub.kit.fields import Answer, mutation, query
from leadhub.kit.inputs import Inputs, check_version, now, save
from leadhub.kit.named import check_name, check_room, locked_live, named
from leadhub.kit.node import find
from leadhub.kit.scopes import Scope
from leadhub.kit.words import camel_changes
from leadhub.pipelines.types import IncludeArchived
from leadhub.scoring import models
from leadhub.scoring.inputs import (
    ArchiveScoringRuleInput,
    CreateScoringRuleInput,
    UpdateScoringRuleInput,
    UpdateScoringSettingsInput,
)
from leadhub.scoring.models import ScoringEvent
from leadhub.scoring.reading import hold_settings, read_rule, read_settings, told
from leadhub.scoring.rescoring import begin_rescoring
from leadhub.scoring.rules import MOST_RULES
from leadhub.scoring.types import ScoringRule, ScoringSettings

# What changes no score.
_NAME = {"name"}


@query(Scope.CONFIG_READ, list[ScoringRule])
async def scoring_rules(include_archived: IncludeArchived = False) -> Any:
    """What leads are scored by, by name."""
    return await named(models.ScoringRule, include_archived)


@query(Scope.CONFIG_READ, ScoringSettings)
async def scoring_settings() -> Any:
    """What scores mean, and whether leads are being scored again."""
    return await models.ScoringSettings.seen(actor().tenant_id)


@mutation(Scope.CONFIG_WRITE, scoring_rule=ScoringRule)
async def create_scoring_rule(input: CreateScoringRuleInput) -> Answer:
    """Adds a rule; at most 100 are in use at once. All leads are scored again in the background, see `scoringSettings`."""
    inputs = Inputs()
    values = await read_rule(inputs, input)
    inputs.done()
    await check_room(models.ScoringRule, MOST_RULES)
    await check_name(models.ScoringRule, values["name"])
    rule = await models.ScoringRule.create(**values)
    emit(ScoringEvent.RULE_CREATED, rule, told({name: (None, value) for name, value in values.items()}))
    await begin_rescoring()
    return {"scoring_rule": rule}


@mutation(Scope.CONFIG_WRITE, scoring_rule=ScoringRule)
async def update_scoring_rule(input: UpdateScoringRuleInput) -> Answer:
    """Changes a rule. Who met it goes on from the day they met it, where they still do. All leads are scored again in the
    background."""
    seen = await find(models.ScoringRule, input.id, ["input", "id"])
    inputs = Inputs()
    values = await read_rule(inputs, input)
    inputs.done()
    rule = await locked_live(seen, input.expected_version)
    if "name" in values:
        await check_name(models.ScoringRule, values["name"], besides=rule.id)
    changes = await save(rule, **values)
    if changes:
        emit(ScoringEvent.RULE_UPDATED, rule, told(changes))
    if changes.keys() - _NAME:
        await begin_rescoring()
    return {"scoring_rule": rule}


@mutation(Scope.CONFIG_WRITE, scoring_rule=ScoringRule)
async def archive_scoring_rule(input: ArchiveScoringRuleInput) -> Answer:
    """Takes a rule out of use. Leads lose its points in the background, and their scores with the last rule."""
    rule = await locked_live(
        await find(models.ScoringRule, input.id, ["input", "id"]), input.expected_version
    )
    changes = await save(rule, archived_at=now())
    emit(ScoringEvent.RULE_ARCHIVED, rule, camel_changes(changes))
    await begin_rescoring()
    return {"scoring_rule": rule}


@mutation(Scope.CONFIG_WRITE, scoring_settings=ScoringSettings)
async def update_scoring_settings(input: UpdateScoringSettingsInput) -> Answer:
    """Changes what scores mean. All leads are rated again in the background."""
    settings = await hold_settings()
    check_version(settings, input.expected_version)
    inputs = Inputs()
    values = read_settings(inputs, input, settings)
    inputs.done()
    changes = await save(settings, **values)
    if changes:
        emit(ScoringEvent.SETTINGS_UPDATED, settings, camel_changes(changes))
        await begin_rescoring()
    return {"scoring_settings": settings}
