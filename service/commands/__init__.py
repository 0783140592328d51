"""The commands of `onrecord`, a module for each group of them: thin, over the same functions that the API uses.

What only some commands need is imported by those: the reader and the web take a second that `--help` must not cost.
"""
