"""From a timeline to a file, in a process of its own."""
