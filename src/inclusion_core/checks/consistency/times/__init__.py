"""Days: what comes before what, inside what, and what shares a day."""
