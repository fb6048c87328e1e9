"""Which paper in the Computer Vision Foundation's open access is this?

`cvf:CVPR2022/He_Masked_Autoencoders_Are_Scalable_Vision_Learners`; of a workshop
`cvf:CVPR2022W/ECV/<name>`. Page, PDF and supplement are one work. The site's addresses changed:
`content_cvpr_2018/html/`, `content_CVPRW_2019/html/EMC2/`, `content/CVPR2022W/ECV/html/`.
"""

import re

from bot.identify.family import Family, bare
from bot.links.url import ParsedUrl
from bot.model.base import YEAR

_SITE = "openaccess.thecvf.com"
_OLD_SITE = "cv-foundation.org"
_NEW = re.compile(rf"content/([a-z]+)({YEAR})(w?)", re.IGNORECASE | re.ASCII)
_OLD = re.compile(rf"content_([a-z]+?)(w?)_({YEAR})(_workshops)?", re.IGNORECASE | re.ASCII)
_KINDS = frozenset(("html", "papers", "supplemental", "poster"))
_FILE = re.compile(
    r"([\w.,'+-]+)_[A-Za-z]+_[0-9]{4}_(?:paper|supplemental|poster)\.[a-z]+", re.ASCII
)
_BARE = re.compile(rf"cvf:\s?([A-Z]+{YEAR}(?:W/[\w-]+)?/[\w.,'+-]+)", re.ASCII)


def _meeting(path: str) -> tuple[str, str] | None:
    """Split a path behind its meeting: "CVPR2022W", or "CVPR2022", and the rest."""
    if match := _NEW.match(path):
        series, year, workshop = match.groups()
    elif match := _OLD.match(path):
        series, short, year, long = match.groups()
        workshop = short or long
    else:
        return None
    return f"{series.upper()}{year}{'W' if workshop else ''}", path[match.end() :].lstrip("/")


def _of_link(link: ParsedUrl) -> str | None:
    if link.on(_OLD_SITE):
        link = link._replace(host=_SITE, path=link.path.removeprefix("openaccess/"))
    matched = _meeting(link.path) if link.on(_SITE) else None
    if not matched:
        return None
    meeting, rest = matched
    *folders, file = [part for part in rest.split("/") if part not in _KINDS] or [""]
    match = _FILE.fullmatch(file)
    if not match or len(folders) != meeting.endswith("W"):
        return None
    return f"cvf:{'/'.join((meeting, *folders, match[1]))}"


def _landing(value: str) -> str:
    meeting, *workshop, name = value.split("/")
    series, year = re.sub(r"[^A-Z]|W$", "", meeting), re.sub(r"[^0-9]", "", meeting)
    part = f"{series}{'W' if workshop else ''}_{year}"
    if year > "2020" or series == "ACCV":
        folder = "/".join((f"content/{meeting}", *workshop, "html"))
    elif year > "2018":
        folder = "/".join((f"content_{part}/html", *workshop))
    else:
        part = f"{series}_{year}"
        # CVPR and ICCV alone were in lower case then.
        site = part if series == "ECCV" else part.lower()
        suffix = "_workshops" if workshop else ""
        folder = "/".join((f"content_{site}{suffix}", *workshop, "html"))
    return f"https://{_SITE}/{folder}/{name}_{part}_paper.html"


CVF = Family("cvf", (_SITE,), _of_link, _landing, bare(_BARE, "cvf:{}".format))
