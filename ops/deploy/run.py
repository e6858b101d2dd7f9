"""A deploy and a rollback, step by step; and how the world is made to agree with the state again when one fails."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from ops import upstream
from ops.backup import BackupProblem, back_up
from ops.deploy import images, smoke
from ops.deploy.errors import DeployError
from ops.deploy.interrupts import undisturbed
from ops.deploy.say import Say
from ops.deploy.settings import Settings
from ops.deploy.site import Container, Site
from ops.deploy.state import Colour, State, Underway, load, save
from ops.deploy.trial import Trial

CONFIRM_SECONDS = 15
POLL_SECONDS = 1.0


class Run:
    """One command on one environment, whose lock is held. Until the state says that another colour is live, whatever
    fails leads back to the one that was."""

    def __init__(self, settings: Settings, say: Say) -> None:
        self._settings = settings
        self._say = say
        self._state = load(settings.kept)

    def deploy(self, wanted: str) -> None:
        """Has this image serve. Raises DeployError when what served before serves on."""
        self._recover()
        image, colour = images.pin(wanted, self._say), self._state.idle
        # Nobody can sign in before there is a first version.
        who = None if self._state.live is None else smoke.member(self._settings)
        with self._or_back(Underway.DEPLOY):
            site = self._site(image)
            self._prepare(site)
            replicas = self._start(site, colour)
            if who is None:
                self._say("sign-in and query: not run, since this is the first deploy")
            else:
                with self._say.step("sign-in and query at each replica"):
                    for replica in replicas:
                        smoke.test(replica, who)
            self._try_out(site, colour, replicas)
            with self._say.step("worker: the new image"):
                self._start_worker(site)
            self._keep(State(colour, image, previous=self._state.image, underway=Underway.TIDYING))
        self._finish()

    def rollback(self) -> None:
        """Has the image serve that did before. Raises DeployError when there is none, or it does not become ready."""
        if self._recover() is Underway.DEPLOY:
            return  # it never came to its end, and what served before it serves again
        image, colour = self._state.previous, self._state.idle
        if image is None:
            raise DeployError("There is no version to go back to; deploy the one that you want.")
        with self._or_back(Underway.ROLLBACK):
            self._start(self._site(image), colour)
            # The version that is left is not what anybody means who rolls back again.
            self._keep(State(colour, image, previous=None, underway=Underway.TIDYING))
        self._finish()

    def _site(self, image: str) -> Site:
        """The containers with this image, but for the colour that serves."""
        live = self._state.image or image
        colours = {colour: image if colour is self._state.idle else live for colour in Colour}
        return Site(self._settings, colours, image)

    def _prepare(self, site: Site) -> None:
        with self._say.step("database"):
            site.start("postgres", "--wait", "--no-recreate")
        if self._state.live is None:
            self._say("backup: not made, since this is the first deploy")
        else:
            with self._say.step("backup"):
                self._say(f"  {_backup(self._settings)}")
        with self._say.step("migrations"):
            for line in site.migrate().splitlines():
                self._say(f"  {line}")

    def _start(self, site: Site, colour: Colour) -> list[Container]:
        with self._say.step(f"{colour}: start"):
            site.start(colour)
        replicas = site.containers(colour)
        if not replicas:
            raise DeployError(f"There is no replica of {colour}: look at LEADHUB_REPLICAS.")
        for replica in replicas:
            with self._say.step(f"{replica.name}: ready"):
                _until(replica, "look", self._settings.ready_seconds)
        return replicas

    def _try_out(self, site: Site, colour: Colour, replicas: list[Container]) -> None:
        trial = Trial(replicas)
        with self._say.step(f"switch to {colour}"):
            if self._state.live is None:
                upstream.point_at(self._settings.upstream, colour)
            else:
                upstream.try_out(self._settings.upstream, colour, spare=self._state.live)
            site.start("nginx", "--wait", "--no-recreate")
            site.reload()
            self._confirm(trial, replicas[0])
        with self._say.step(f"trial of {self._settings.trial_seconds:.0f} s"):
            trial.watch(self._settings.trial_seconds)
        self._say(f"  {trial.answered:.0f} answers on trial")

    def _confirm(self, trial: Trial, replica: Container) -> None:
        """NGINX leads to the new replicas: what is asked of it is counted by one of them."""
        end = time.monotonic() + CONFIRM_SECONDS
        while trial.answered == 0:
            reason = replica.ask("front")["reason"] or "it does not lead to the new colour"
            if (problem := trial.problem()) is not None:
                raise DeployError(problem)
            if time.monotonic() > end:
                raise DeployError(f"NGINX was reloaded, but {reason}.")

    def _start_worker(self, site: Site) -> None:
        site.start("worker")
        for worker in site.containers("worker"):
            _until(worker, "worker", self._settings.ready_seconds)

    @contextmanager
    def _or_back(self, underway: Underway) -> Iterator[None]:
        self._keep(replace(self._state, underway=underway))
        try:
            yield
        except BaseException as problem:
            with undisturbed():
                self._say(f"FAILED: {problem}")
                self._tidy()
            raise

    def _recover(self) -> Underway | None:
        """Puts right what an earlier run left when it was cut short; says what that was."""
        underway = self._state.underway
        if underway is not None:
            self._say(f"An earlier run was cut short ({underway}).")
            with undisturbed():
                self._tidy()
        return underway

    def _finish(self) -> None:
        with undisturbed():
            self._tidy()
        self._say(f"{self._state.live} serves {self._state.image}")

    def _tidy(self) -> None:
        """Makes what runs agree with the state. Needs nothing but the state, so that it can be done again."""
        live, image = self._state.live, self._state.image
        if live is None or image is None:
            self._site("none").stop("nginx", "worker", *Colour)
        else:
            site = self._site(image)
            with self._say.step(f"requests to {live}"):
                if not site.runs(live):
                    self._start(site, live)
                self._point_at(site, live)
            with self._say.step(f"worker and {live.other}: put in order"):
                self._start_worker(site)
                site.stop(live.other)
        self._keep(replace(self._state, underway=None))

    def _point_at(self, site: Site, colour: Colour) -> None:
        upstream.point_at(self._settings.upstream, colour)
        site.reload()

    def _keep(self, state: State) -> None:
        save(self._settings.kept, state)
        self._state = state


def _backup(settings: Settings) -> Path:
    try:
        return back_up(settings.values)
    except BackupProblem as problem:
        raise DeployError(f"There is no backup: {problem}") from None


def _until(container: Container, question: str, seconds: float) -> None:
    """Asks until nothing is wrong; raises DeployError with what still is, and what the container logged last."""
    end = time.monotonic() + seconds
    while (reason := container.reason(question)) is not None:
        if time.monotonic() > end:
            raise DeployError(
                f"{container.name} did not get ready within {seconds:.0f} s: {reason}\n{container.last_words()}"
            )
        time.sleep(POLL_SECONDS)
