"""The same HTTP API, on this machine, rendering real videos."""
