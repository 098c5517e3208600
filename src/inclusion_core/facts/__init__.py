"""Facts: the schema of the model, handles for its records, the days that questions ask about."""
