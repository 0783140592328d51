"""Makes the weights of the reader out of annotated articles; needs the extra `train`."""
