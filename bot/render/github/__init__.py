"""What do the issue forms, the comments, the pull requests and the commits say?

`submissions` writes to those who suggest and to who decides, `upkeep` to who owns the list,
`files` what GitHub itself reads.
"""
