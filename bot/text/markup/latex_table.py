"""Which accents, letters and symbols do the commands of LaTeX stand for?"""

# By the command: the mark that it puts on a letter.
ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
}
# By the name of the command: what it prints.
LETTERS = {
    "AA": "Å", "AE": "Æ", "DH": "Ð", "DJ": "Đ", "L": "Ł", "NG": "Ŋ", "O": "Ø", "OE": "Œ",
    "SS": "ẞ", "TH": "Þ", "aa": "å", "ae": "æ", "dh": "ð", "dj": "đ", "i": "ı", "j": "ȷ",
    "l": "ł", "ng": "ŋ", "o": "ø", "oe": "œ", "ss": "ß", "th": "þ",
}  # fmt: skip
GREEK = {
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
    "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "alpha": "α", "beta": "β", "gamma": "γ",
    "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ",
    "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
    "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ",
    "chi": "χ", "psi": "ψ", "omega": "ω",
}  # fmt: skip
SYMBOLS = {
    "infty": "∞", "times": "×", "cdot": "·", "pm": "±", "to": "→", "rightarrow": "→",
    "leftarrow": "←", "leftrightarrow": "↔", "Rightarrow": "⇒", "mapsto": "↦", "leq": "≤",
    "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "approx": "≈", "equiv": "≡", "sim": "∼",
    "ne": "≠", "in": "∈", "subset": "⊂", "cup": "∪", "cap": "∩", "forall": "∀", "exists": "∃",
    "nabla": "∇", "partial": "∂", "sum": "∑", "prod": "∏", "int": "∫", "ell": "ℓ", "hbar": "ℏ",
    "star": "*", "ast": "*", "circ": "∘", "bullet": "•", "prime": "′", "dagger": "†", "oplus": "⊕",
    "otimes": "⊗", "ldots": "...", "dots": "...", "cdots": "...", "langle": "⟨", "rangle": "⟩",
    "lbrace": "{", "rbrace": "}", "degree": "°", "checkmark": "✓", "clubsuit": "♣", "lesssim": "≲",
    "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘",
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textunderscore": "_",
    "textregistered": "®", "texttrademark": "™", "copyright": "©", "pounds": "£", "euro": "€",
    "textdollar": "$", "ldotp": ".", "bigstar": "★", "Vert": "‖", "vert": "|", "mid": "|",
    "ll": "≪", "gg": "≫", "propto": "∝", "setminus": "∖", "emptyset": "∅", "perp": "⊥", "cong": "≅",
    "simeq": "≃", "wedge": "∧", "vee": "∨", "neg": "¬", "notin": "∉", "subseteq": "⊆",
    "triangle": "△", "diamond": "⋄", "square": "□", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈",
    "rceil": "⌉", "Longrightarrow": "⟹", "longrightarrow": "⟶", "uparrow": "↑", "downarrow": "↓",
    "spadesuit": "♠", "heartsuit": "♥", "diamondsuit": "♦", "sharp": "♯", "flat": "♭",
    "aleph": "ℵ", "Re": "ℜ", "Im": "ℑ", "ddagger": "‡", "S": "§", "gtrsim": "≳", "colon": ":",
    "textellipsis": "…", "textquotedblleft": "“", "textquotedblright": "”",
    "textonesuperior": "¹", "texttwosuperior": "²", "textthreesuperior": "³",
    "LaTeX": "LaTeX", "TeX": "TeX", "quad": " ", "qquad": " ", "newline": " ", "textquotedbl": '"',
}  # fmt: skip
# By the sign behind the backslash.
SIGNS = {
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", "|": "‖",
    ",": " ", ";": " ", ":": " ", " ": " ", "!": "", "/": "", "-": "", "(": "", ")": "",
}  # fmt: skip
# Which print as they are called.
OPERATORS = frozenset(
    """
    arccos arcsin arctan arg argmax argmin cos cosh cot det dim exp gcd inf ker lim ln log max min
    mod poly polylog Pr sin sinh softmax sup tan tanh
    """.split()
)
# What only says how something is set.
FORMATS = frozenset(
    """
    bf bfseries bm boldsymbol cal displaystyle em emph ensuremath hbox it itshape left mathbb mathbf
    mathcal mathfrak mathit mathnormal mathop mathrm mathscr mathsf mathtt mbox operatorname protect
    relax right rm rmfamily sc scshape sf sffamily sl text textbf textit textmd textnormal textrm
    textsc textsf textsl textstyle texttt textup tt ttfamily underline uppercase
    """.split()
)
# By the command of formulas: the mark that it puts on a letter.
MARKS = {
    "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303",
    "bar": "\u0304", "overline": "\u0304", "dot": "\u0307", "ddot": "\u0308",
    "vec": "\u20d7", "check": "\u030c", "breve": "\u0306", "acute": "\u0301",
    "grave": "\u0300",
}  # fmt: skip

_NAMED = LETTERS | GREEK | SYMBOLS


def printed(command: str, after: str) -> str | None:
    """Give what a command prints, with the space that stands after it; None for an unknown one."""
    if command in FORMATS:
        return ""
    if command in LETTERS:  # TeX ends a letter's name with a space that does not print
        return LETTERS[command]
    return _NAMED[command] + after if command in _NAMED else None
