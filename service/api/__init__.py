"""The HTTP surface: an endpoint is a declaration and a few lines over the same functions that the command uses."""
