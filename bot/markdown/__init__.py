"""How is Markdown read, and how is a text written so that it stays what it is?

anchors    where does a heading's link lead?
headings   which headings does a document have, and where?
lines      which of its lines are seen?
escape     how does a text stand in Markdown?
quote      and how what a person wrote?

`tree` takes a document apart.
"""
