"""What is seen at a moment of the film: themes, type, layers, shots. Knows nothing of files that come out."""
