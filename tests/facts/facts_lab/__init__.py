"""A facts table over the schema of the model, and registers to fill it from."""
