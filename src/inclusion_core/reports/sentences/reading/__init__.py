"""Reading a text for its numbers: what is one, what is a day or a reference, and what stands by."""
