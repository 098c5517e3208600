"""The conformance kit: what every plugin has to keep, looked through with what it declares.

A check (:mod:`.check`) looks at what is :mod:`.given`, the plugin and its surroundings, and names
each declaration that breaks its promise. :func:`.kit.check_plugin` asks all of them;
:class:`.suite.PluginConformance` makes each of them a test.
"""
