"""What the worker does for SLAs."""

from leadhub.sla.breaching import BreachSlas
from leadhub.sla.sweeping import SweepSlas

WORK = (BreachSlas, SweepSlas)
