"""Audits that share nothing with what they audit, and tables to try it on."""
