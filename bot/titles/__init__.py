"""What is a work called, and are two titles one? For duplicates, look-ups and lists alike."""
