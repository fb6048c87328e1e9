"""How is a text written for storage, and how for comparison?

No other place in the bot does either. `markup` spells out LaTeX and MathML. `placeholder`, `mail`
and `capitals` know no answer, mail and titles by their words; `tables` reads such words.
"""
