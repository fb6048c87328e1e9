"""What would GitHub answer? A stand-in for it over a real, bare git repository (see README.md)."""
