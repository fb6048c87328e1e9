"""Who wrote it? One reading of people's names, for lists, records, comparison and BibTeX alike."""
