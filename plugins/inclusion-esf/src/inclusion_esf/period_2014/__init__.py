"""The European Social Fund 2014-2020: common indicators of Regulation (EU) No 1304/2013."""
