"""Whose turn it is, for made-up teams: fair at every moment, whoever joined when."""

import random
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from leadhub.kit.scopes import Role
from leadhub.members.models import Member, MemberStatus
from leadhub.routing.deciding import Seller, choose
from leadhub.routing.models import AssignmentStrategy
from leadhub.routing.standing import obstacle_to

RULE = UUID(int=1)
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
TURNS = (AssignmentStrategy.ROUND_ROBIN, AssignmentStrategy.WEIGHTED)
QUICK, MANY = 25, 2000

weights = st.lists(st.integers(1, 20), min_size=1, max_size=8)


class Team:
    """Members who take leads as they come, each with a capacity."""

    def __init__(self, weights: list[int], capacities: list[int | None] | None = None) -> None:
        self.ids = [UUID(int=at + 10) for at in range(len(weights))]
        self.weights = dict(zip(self.ids, weights, strict=True))
        self.capacities = dict(zip(self.ids, capacities or [None] * len(weights), strict=True))
        self.away: set[UUID] = set()
        self.credits: dict[UUID, Fraction] = {}
        self.got = dict.fromkeys(self.ids, 0)
        self.open = dict.fromkeys(self.ids, 0)
        self.last: dict[UUID, datetime] = {}
        self.moment = NOW

    def sellers(self) -> list[Seller]:
        return [
            Seller(
                id,
                obstacle_to(self.member(id), self.moment, open_leads=self.open[id], assigned=self.got[id]),
                self.weights[id],
                self.open[id],
                self.got[id],
                self.last.get(id),
            )
            for id in self.ids
        ]

    def member(self, id: UUID) -> Member:
        return Member(
            tenant_id=RULE,
            role=Role.AGENT,
            status=MemberStatus.ACTIVE,
            away_until=self.moment + timedelta(days=1) if id in self.away else None,
            capacity_open=self.capacities[id],
        )

    def take(self, strategy: AssignmentStrategy) -> UUID | None:
        """One more lead."""
        self.moment += timedelta(minutes=1)
        choice = choose(strategy, self.sellers(), self.credits, RULE)
        self.credits = choice.credits
        passed_over = set(self.ids) - {choice.winner}
        assert choice.reasons.keys() == passed_over, "everybody else is told why"
        if choice.winner is not None:
            self.got[choice.winner] += 1
            self.open[choice.winner] += 1
            self.last[choice.winner] = self.moment
        return choice.winner


def fair_shares(weights: list[int], leads: int) -> None:
    team, whole = Team(weights), sum(weights)
    for count in range(1, leads + 1):
        assert team.take(AssignmentStrategy.WEIGHTED) is not None
        for id, weight in team.weights.items():
            assert abs(team.got[id] - Fraction(count * weight, whole)) < 1, (weights, count)


@settings(max_examples=QUICK, deadline=None)
@given(weights, st.integers(1, 60))
@example([9, 1, 1, 1, 9], 20)  # whoever is owed most would be a whole lead off
def test_at_every_moment_each_has_their_share_to_within_one(weights: list[int], leads: int) -> None:
    fair_shares(weights, leads)


@pytest.mark.fuzz
@settings(max_examples=MANY, deadline=None)
@given(weights, st.integers(1, 300))
def test_at_every_moment_each_has_their_share_to_within_one_of_many(weights: list[int], leads: int) -> None:
    fair_shares(weights, leads)


def keeps_limits(strategy: AssignmentStrategy, dice: random.Random) -> None:
    size = dice.randint(1, 6)
    capacities = [dice.choice([None, 0, 1, 3, 8]) for _ in range(size)]
    team = Team([dice.randint(1, 5) for _ in range(size)], capacities)
    for _ in range(60):
        if dice.random() < 0.2:
            team.away ^= {dice.choice(team.ids)}
        if dice.random() < 0.2:
            closer = dice.choice(team.ids)
            team.open[closer] = max(0, team.open[closer] - 1)
        room = {
            id
            for id in set(team.ids) - team.away
            if team.capacities[id] is None or team.open[id] < team.capacities[id]
        }
        winner = team.take(strategy)
        assert winner in room if room else winner is None
        assert all(abs(credit) < 2 for credit in team.credits.values()), "nobody is owed a flood"


@pytest.mark.parametrize("strategy", [*TURNS, AssignmentStrategy.LEAST_BUSY])
@settings(max_examples=QUICK, deadline=None)
@given(st.randoms(use_true_random=False))
def test_nobody_is_overfilled_or_away_and_no_lead_is_left_while_there_is_room(
    strategy: AssignmentStrategy, dice: random.Random
) -> None:
    keeps_limits(strategy, dice)


@pytest.mark.fuzz
@pytest.mark.parametrize("strategy", [*TURNS, AssignmentStrategy.LEAST_BUSY])
@settings(max_examples=MANY, deadline=None)
@given(st.randoms(use_true_random=False))
def test_nobody_of_many_is_overfilled_or_away_and_no_lead_is_left_while_there_is_room(
    strategy: AssignmentStrategy, dice: random.Random
) -> None:
    keeps_limits(strategy, dice)


@pytest.mark.parametrize("strategy", [*TURNS, AssignmentStrategy.LEAST_BUSY])
@settings(max_examples=QUICK, deadline=None)
@given(weights, st.randoms(use_true_random=False))
def test_the_order_in_which_members_are_listed_changes_nothing(
    strategy: AssignmentStrategy, weights: list[int], dice: random.Random
) -> None:
    one, other = Team(weights), Team(weights)
    for _ in range(30):
        dice.shuffle(other.ids)
        assert one.take(strategy) == other.take(strategy)


def test_who_joined_first_has_no_advantage() -> None:
    """Ids tell who did. Of two whom nothing else tells apart, it is one or the other, from rule to rule."""
    pair = [Seller(UUID(int=10)), Seller(UUID(int=20))]
    for strategy in (*TURNS, AssignmentStrategy.LEAST_BUSY):
        winners = [choose(strategy, pair, {}, UUID(int=rule)).winner for rule in range(200)]
        assert 60 < winners.count(pair[0].id) < 140


def test_who_was_away_for_long_is_not_flooded_when_they_are_back() -> None:
    team = Team([1, 1, 1])
    team.away = {team.ids[0]}
    for _ in range(100):
        team.take(AssignmentStrategy.ROUND_ROBIN)
    team.away = set()
    winners = [team.take(AssignmentStrategy.ROUND_ROBIN) for _ in range(9)]
    assert 3 <= winners.count(team.ids[0]) <= 4


def test_between_equals_it_is_fewest_assigned_then_longest_idle() -> None:
    busy = Seller(UUID(int=10), open_leads=3, assigned=2, last_at=NOW)
    fewer = Seller(UUID(int=20), open_leads=3, assigned=1, last_at=NOW)
    idle = Seller(UUID(int=30), open_leads=3, assigned=1, last_at=NOW - timedelta(hours=1))
    never = Seller(UUID(int=40), open_leads=3, assigned=1)
    strategy = AssignmentStrategy.LEAST_BUSY
    for rule in range(20):
        lot = UUID(int=rule)
        assert choose(strategy, [busy, fewer], {}, lot).winner == fewer.id
        assert choose(strategy, [busy, fewer, idle], {}, lot).winner == idle.id
        assert choose(strategy, [busy, fewer, idle, never], {}, lot).winner == never.id


def test_credits_stay_small_numbers_however_often_the_team_changes() -> None:
    dice, team = random.Random(1), Team([3, 5, 7, 11, 13, 17, 19])  # noqa: S311
    for _ in range(2000):
        team.away = set(dice.sample(team.ids, dice.randint(0, 6)))
        team.take(AssignmentStrategy.WEIGHTED)
    assert all(len(str(credit)) < 25 for credit in team.credits.values())
