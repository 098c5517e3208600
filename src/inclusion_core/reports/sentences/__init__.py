"""Published sentences as checks: declared on a form, told from a report, and a text checked."""
