"""What the worker does for scores."""

from leadhub.scoring.decaying import DecayScores
from leadhub.scoring.rescoring import RescoreLeads

WORK = (RescoreLeads, DecayScores)
