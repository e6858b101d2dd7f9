"""Deploys LeadHub on one host with Docker: two colours behind one NGINX, of which one serves.

Needs Python and the docker program, nothing else: what runs on the host of an environment has few dependencies.
"""
