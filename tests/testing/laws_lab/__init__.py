"""The laboratory of the laws: small plugins made on the spot, sound ones and broken ones."""
