"""Makes the folder of a new plugin: small, complete, and green at once.

Needs the extra ``scaffold``; what is copied lies in ``template/``.
"""
