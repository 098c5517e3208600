"""The laboratory of registers: stays in a course, metrics about them, and files that hold them."""
