"""Questions about cases, answered over HTTP."""
