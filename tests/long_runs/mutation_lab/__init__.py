"""Small changes made to a copy of the library, and whether its tests notice them."""
