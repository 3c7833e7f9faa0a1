"""Reads public web addresses for a person, and only public ones."""


class Fetcher:
    """Every address is resolved, judged, and then connected to as judged."""
