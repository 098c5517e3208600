"""The European Social Fund Plus 2021-2027: common indicators of Regulation (EU) 2021/1057."""
