"""The service of social worker and social mentor for asylum seekers and status holders."""
