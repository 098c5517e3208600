"""What every page and every line on a screen has in common: elements, colours, lines."""
