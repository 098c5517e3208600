"""What the site has beside the pages: the Python reference, neighbours of docs/, an order."""
