"""The life of one case: what is dated in it, as a list and as a picture."""
