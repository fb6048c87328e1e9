"""How is a text written for storage, and how for comparison?

No other place in the bot does either. `markup` spells out LaTeX and MathML; `lexicon` holds the
words by which no answer, mail, a title and a short form are known.
"""
