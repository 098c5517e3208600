"""The provider's workbook: the template, and the way from a filled sheet to records."""
