"""Where was a work published, and when, however that is written? The tables are data: `*.toml`."""
