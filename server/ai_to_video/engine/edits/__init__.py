"""A message about a finished video becomes changes of its timeline. Pure."""
