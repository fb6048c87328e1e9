"""One story each on the files at hand: submit, import, regenerate, validate, export, ..."""
