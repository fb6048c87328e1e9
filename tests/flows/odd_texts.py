"""Links and answers at and beyond every bound, for tests that any text gets a verdict."""

import re

from hypothesis import strategies as st

from bot.model.form import CHANGE_ENTRY, CORRECTION_FORM, PAPER_FORM, REMOVE_ENTRY, Field
from tests.identify.examples import pairs

YEARS = st.sampled_from(
    ("0000", "0001", "1899", "1900", "1991", "2007", "2024", "2100", "2101", "9999", "٢٠٢٤", "20²4")
)
NUMBERS = st.sampled_from(("0", "1", "00000", "99999", "1" * 19, "9" * 5_000, "١٢", "１２", "²"))
NAMES = st.one_of(
    st.sampled_from(
        (
            *("a", "A%20B", "%2e%2e", "a%2Fb", "a//b", "..", "-", "_", "a\u202eb", "ſ", "K", "İ"),
            *("%", "%ZZ", "%C3%28", "é" * 60, "b" * 100, "b" * 101, "b" * 301, "b" * 500),
            *("x" * 1_990, "<>", '"', "'", "\\", "|", "{}", "`", "(", "[x]", "=1+1", "a b"),
        )
    ),
    st.text(max_size=12),
)
HEX = st.sampled_from(("0" * 32, "f" * 31, "a" * 33, "g" * 32, "A" * 40, "1" * 500))

# Of each family, its addresses with anything in the place of each part.
SHAPES = (
    "https://arxiv.org/abs/{year}.{number}v{number}",
    "https://arxiv.org/abs/{name}/{number}",
    "arxiv:{number}.{number}",
    "https://aclanthology.org/{year}.{name}-{name}.{number}/",
    "https://aclanthology.org/{year}.acl-long.1/",
    "acl:{name}{number}-{number}",
    "https://proceedings.neurips.cc/paper_files/paper/{year}/hash/{hex}-Abstract.html",
    "https://papers.nips.cc/paper/{number}-{name}",
    "https://proceedings.mlsys.org/paper/{year}/hash/{hex}-Abstract.html",
    "neurips:{year}/{hex}",
    "https://openaccess.thecvf.com/content/CVPR{year}/html/{name}_CVPR_{year}_paper.html",
    "https://openaccess.thecvf.com/content/CVPR{year}W/{name}/html/He_A_CVPRW_{year}_paper.html",
    "http://openaccess.thecvf.com/content_CVPRW_{year}/papers/{name}/He_A_CVPRW_{year}_paper.pdf",
    "cvf:CVPR{year}/{name}",
    "https://www.usenix.org/conference/osdi{number}/presentation/{name}",
    "https://www.usenix.org/system/files/osdi22-{name}.pdf",
    "usenix:osdi{number}/{name}",
    "https://openreview.net/forum?id={name}",
    "https://proceedings.mlr.press/v{number}/{name}22a.html",
    "https://github.com/mlresearch/v{number}/raw/main/{name}22a/{name}.pdf",
    "https://jmlr.org/papers/v{number}/{number}-{name}.html",
    "https://www.semanticscholar.org/paper/{name}/{hex}",
    "https://api.semanticscholar.org/CorpusID:{number}",
    "https://github.com/{name}/{name}",
    "https://github.com/a/{name}",
    "https://gitlab.com/{name}/{name}/-/tree/{name}",
    "git@github.com:{name}/{name}.git",
    "https://doi.org/10.{number}/{name}",
    "https://doi.org/10.48550/arXiv.{year}.{number}",
    "https://doi.org/10.18653/v1/{year}.{name}-long.{number}",
    "doi:10.1000/{name}.pdf",
    "https://papers.ssrn.com/sol3/papers.cfm?abstract_id={number}",
    "https://www.nature.com/articles/{name}{number}",
    "https://zenodo.org/records/{number}",
    "https://web.archive.org/web/{number}/https://github.com/{name}/{name}",
    "https://www.google.com/url?q=https://github.com/{name}/{name}",
    "https://{name}.example.org/{name}?{name}={number}#/{name}",
    "https://example.org/{name}",
)
KNOWN = sorted(link for link, work in pairs("links.txt") if work)


@st.composite
def links(draw: st.DrawFn) -> str:
    """Make a link of some family, whose parts are plain, odd or impossible."""
    parts = {"year": YEARS, "number": NUMBERS, "name": NAMES, "hex": HEX}
    shape = draw(st.sampled_from(SHAPES))
    for part, values in parts.items():
        while f"{{{part}}}" in shape:
            shape = shape.replace(f"{{{part}}}", draw(values), 1)
    return shape


@st.composite
def spoilt_links(draw: st.DrawFn) -> str:
    """Put something odd in the place of one part of a link that some family knows."""
    parts = re.split(r"([/?&=#.:_-])", draw(st.sampled_from(KNOWN)))
    at = 2 * draw(st.integers(0, len(parts) // 2))
    parts[at] = draw(st.one_of(YEARS, NUMBERS, NAMES, HEX))
    return "".join(parts)


# Addresses that nobody may be sent to, or that are not what they look like.
PRIVATE = (
    "http://169.254.169.254/latest/meta-data",
    "http://localhost/x",
    "http://localhost:8080/x",
    "http://app.localhost/x",
    "http://127.0.0.1/x",
    "http://2130706433/x",
    "http://0x7f000001/x",
    "http://0x7f.1/x",
    "http://0177.0.0.1/x",
    "http://127.1/x",
    "http://①②⑦.⓪.⓪.①/x",
    "http://127。0。0。1/x",
    "http://[::1]/x",
    "http://[::ffff:127.0.0.1]/x",
    "http://[fe80::1%25eth0]/x",
    "http://8.8.8.8/x",
    "http://intranet/x",
    "http://printer.local/x",
    "http://wiki.internal/x",
    "http://nas.home.arpa/x",
    "ftp://example.org/x",
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "https://exаmple.org/x",  # a Cyrillic letter among Latin ones
    "https://xn--exmple-4nf.org/x",  # the same in punycode
    "https://github.com@example.org/x",
    "https://gοοgle.com/x",  # Greek ones
)

VALUES = st.one_of(
    links(),
    st.sampled_from(PRIVATE),
    st.text(max_size=60),
    st.sampled_from(
        (
            *(
                "x" * 301,
                "x" * 2_001,
                "é" * 2_001,
                "- " * 500,
                "a," * 30,
                ("k" * 2_001),
                "\u00a0=1",
            ),
            *("1899", "2101", "0000-00-00", "9999-12-31", "NeurIPS 1899", "ICML 2101", "9" * 5_000),
            *("{" * 300, "$" * 300, "\\textbf{" * 80, "<b>" * 90, "&amp;" * 90, "\u0301" * 400),
        )
    ),
)
LINES = st.builds(
    "{}: {}".format,
    st.sampled_from(
        (
            *(
                "title",
                "short_name",
                "kind",
                "date",
                "venue",
                "authors",
                "affiliations",
                "keywords",
            ),
            *("code", "capabilities", "note", "category", "link", "remove link", "nothing"),
        )
    ),
    VALUES,
)


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Make the body of one of the forms, with odd answers to some of its questions."""
    form = draw(st.sampled_from((PAPER_FORM, CORRECTION_FORM)))
    return "\n\n".join(
        f"### {field.label}\n\n{draw(_answer(field))}"
        for field in form
        if draw(st.booleans()) or field.required
    )


def _answer(field: Field) -> st.SearchStrategy[str]:
    known = {
        "links": st.lists(links() | VALUES, min_size=1, max_size=12).map("\n".join),
        "category": st.sampled_from(("Serving Systems", "Not sure", "Attention / Kernels"))
        | VALUES,
        "action": st.sampled_from((CHANGE_ENTRY, REMOVE_ENTRY)),
        "entry": st.sampled_from(("fastertransformer", "https://arxiv.org/abs/2205.14135"))
        | VALUES,
        "right": st.lists(LINES | VALUES, max_size=5).map("\n".join),
        "keywords": st.lists(VALUES, max_size=12).map(", ".join),
    }
    return known.get(field.id, VALUES)
