"""The laboratory of hostile plugins: what they may do, and what must stay as it was."""
