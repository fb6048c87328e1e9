"""Which works that the list lacks would its owner want, and why?

`ranking` orders the candidates; `lacking` and `reasons` serve `choose`, which says what is shown;
`history` tries the rankers on the list's own past, and `measures` says how good an order is.
"""
