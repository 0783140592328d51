"""Text in, attributed quotes out: pure, without clock, network or database."""
