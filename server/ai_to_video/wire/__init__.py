"""What travels between client and service. Pure; both ends use it."""
