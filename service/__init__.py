"""On Record: who said what, in which exact words, and where."""
