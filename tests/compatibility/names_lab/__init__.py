"""Which names are public, how they looked when they were last released, and what breaks."""
