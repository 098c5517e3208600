"""What is proven of days: contracts for CrossHair, and a calendar of plain integers beside them."""
