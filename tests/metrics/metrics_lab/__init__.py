"""The laboratory of the metrics: a guest book, and metrics about the records of the model."""
