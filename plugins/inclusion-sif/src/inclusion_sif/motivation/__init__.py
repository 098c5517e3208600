"""The motivation programme: support for people at risk of exclusion and discrimination."""
