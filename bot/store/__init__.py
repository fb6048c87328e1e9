"""What is on disk? It reads, refuses with path and line, and writes only what changed.

files       texts in and out, atomically
papers      data/papers.json
config      data/list.toml
lock        one command at a time
json_lines  on which line does a value of a JSON text stand?
explain     what does a validation error mean to a person?
"""
