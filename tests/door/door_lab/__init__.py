"""The laboratory of the door: plugins made on the spot, good ones and bad ones."""
