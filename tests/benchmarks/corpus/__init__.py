"""A made-up newsroom of any size: articles with quotes, claims and disputes, the same for the same seed and size."""
