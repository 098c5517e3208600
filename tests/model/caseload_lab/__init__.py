"""The laboratory of the model: random records of every class, few enough to meet each other."""
