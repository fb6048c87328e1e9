"""A bot that keeps an awesome-list of papers: from an issue form to a merged, regenerated README.

The house, from the front door down; each part may import only what stands below it
(`tests/test_house.py` keeps the rule, `docs/architecture.md` gives the reasons):

    cli        the front door: commands, exit codes
    flows      the hall: one story per file, the only place where rooms meet doors
    rooms      form, identify, importers, dedupe, review, render: pure, they touch nothing outside
    doors      store: one outside thing each, they decide nothing
    model      the values that travel between them; errors: what kind of trouble is this?
"""

__version__ = "0.1.0"
