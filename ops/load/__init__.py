"""Steady load on a LeadHub of this machine, and what became of each request, mutation and event of it."""
