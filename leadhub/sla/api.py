"""The policies by which leads are answered."""

from typing import Any

from leadhub.errors import Invalid
from leadhub.kit.events import emit
from leadhub.kit.fields import Answer, mutation, query
from leadhub.kit.inputs import Inputs, now, save
from leadhub.kit.named import check_name, check_room, locked_live, take_turns
from leadhub.kit.node import find, read_id
from leadhub.kit.scopes import Scope
from leadhub.kit.words import camel_changes
from leadhub.pipelines.types import IncludeArchived
from leadhub.sla import models
from leadhub.sla.inputs import (
    ArchiveSlaPolicyInput,
    CreateSlaPolicyInput,
    ReorderSlaPoliciesInput,
    UpdateSlaPolicyInput,
)
from leadhub.sla.models import SlaEvent, SlaRecipient
from leadhub.sla.policies import MOST_POLICIES
from leadhub.sla.reading import check_whole, read_policy, told
from leadhub.sla.sweeping import begin_sweep
from leadhub.sla.types import SlaPolicy

# What changes no due time.
_WITHOUT_SWEEP = {"name", "notify", "reassign"}


@query(Scope.CONFIG_READ, list[SlaPolicy])
async def sla_policies(include_archived: IncludeArchived = False) -> Any:
    """How soon leads are answered, in the order in which policies are asked."""
    rows = models.SlaPolicy.mine() if include_archived else models.SlaPolicy.mine().filter(archived_at=None)
    return await rows.order_by("position", "id")


@mutation(Scope.CONFIG_WRITE, sla_policy=SlaPolicy)
async def create_sla_policy(input: CreateSlaPolicyInput) -> Answer:
    """Adds a policy, asked after all others; at most 50 are in use at once. It is about what comes in from now on."""
    inputs = Inputs()
    values = {"notify": [SlaRecipient.OWNER.value]} | await read_policy(inputs, input)
    inputs.done()
    policy = models.SlaPolicy(**values)
    check_whole(inputs, policy)
    inputs.done()
    await check_room(models.SlaPolicy, MOST_POLICIES)
    await check_name(models.SlaPolicy, policy.name)
    last = await models.SlaPolicy.mine().order_by("-position").first()
    policy.position = values["position"] = 0 if last is None else last.position + 1
    await policy.save(force_create=True)
    emit(SlaEvent.POLICY_CREATED, policy, told({name: (None, value) for name, value in values.items()}))
    return {"sla_policy": policy}


@mutation(Scope.CONFIG_WRITE, sla_policy=SlaPolicy)
async def update_sla_policy(input: UpdateSlaPolicyInput) -> Answer:
    """Changes a policy. What is due by it is worked out again in the background; what was answered is not judged anew."""
    seen = await find(models.SlaPolicy, input.id, ["input", "id"])
    inputs = Inputs()
    values = await read_policy(inputs, input)
    inputs.done()
    policy = await locked_live(seen, input.expected_version)
    if "name" in values:
        await check_name(models.SlaPolicy, values["name"], besides=policy.id)
    changes = await save(policy, **values)
    check_whole(inputs, policy)
    inputs.done()
    if changes:
        emit(SlaEvent.POLICY_UPDATED, policy, told(changes))
    if changes.keys() - _WITHOUT_SWEEP:
        await begin_sweep()
    return {"sla_policy": policy}


@mutation(Scope.CONFIG_WRITE, sla_policy=SlaPolicy)
async def archive_sla_policy(input: ArchiveSlaPolicyInput) -> Answer:
    """Takes a policy out of use. Nothing is due by it any more; leads that meet another one are under that."""
    policy = await locked_live(
        await find(models.SlaPolicy, input.id, ["input", "id"]), input.expected_version
    )
    changes = await save(policy, archived_at=now())
    emit(SlaEvent.POLICY_ARCHIVED, policy, camel_changes(changes))
    await begin_sweep()
    return {"sla_policy": policy}


@mutation(Scope.CONFIG_WRITE, sla_policies=(list[SlaPolicy], "All policies in use, in their new order."))
async def reorder_sla_policies(input: ReorderSlaPoliciesInput) -> Answer:
    """Changes the order in which policies are asked."""
    await take_turns(models.SlaPolicy)
    rows = models.SlaPolicy.mine().filter(archived_at=None).order_by("id")
    policies = {policy.id: policy for policy in await rows.select_for_update(no_key=True)}
    path = ["input", "ids"]
    wanted = [
        read_id(id, "SlaPolicy", [*path, str(at)]) for at, id in enumerate(input.ids[: len(policies) + 1])
    ]
    if len(wanted) != len(policies) or set(wanted) != policies.keys():
        raise Invalid(f"Name each of the {len(policies)} policies in use, once.", path=path)
    order = [policies[id] for id in wanted]
    for position, policy in enumerate(order):
        changes = await save(policy, position=position)
        if changes:
            emit(SlaEvent.POLICY_UPDATED, policy, told(changes))
    await begin_sweep()
    return {"sla_policies": order}
