"""Speaks HTTP to the service, and nothing else does."""
