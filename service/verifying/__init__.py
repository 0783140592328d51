"""Holds words against words: whether a quote was printed so, what was altered, and who else prints the same statement.

Pure: texts in, findings out. Whoever asks brings the statements to hold a text against.
"""
