"""LeadHub as production runs it, on this machine: `just up` and `just down`."""
