"""How builds are compared, and licences read."""
