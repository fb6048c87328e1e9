"""Which DOIs are a preprint server's, and how does the server number the versions of one preprint?

A preprint's DOI may stand beside the journal's of the same work. Servers that register each
version alone have no DOI for the work as such; the first version's stands for all of them.
"""

import re

# Of the servers: the registrant, how its DOIs go on, what versions add to them, and what stands
# for all versions. In lower case, as DOIs are compared.
_SERVERS = (
    (r"10\.(?:1101|64898)", r"[0-9.]*[0-9]{6,}", r"v[0-9]{1,3}(?:[./].*)?", ""),  # bioRxiv, medRxiv
    (r"10\.2139", r"ssrn\.[0-9]+", "", ""),  # SSRN
    (r"10\.21203", r"rs\.[0-9]\.(?:rs|pex)-[0-9]+", r"/v[0-9]{1,3}", "/v1"),  # Research Square
    (r"10\.20944", r"preprints[0-9]{6}\.[0-9]{4}", r"(?:\.|/)v[0-9]{1,3}", ""),  # Preprints.org
    (
        # OSF and the servers that it hosts: PsyArXiv, SocArXiv, EdArXiv, ...
        r"10\.(?:312[0-9]{2}|3554[23]|33767|34055|31730|37044|32942)",
        r"(?:osf\.io|[a-z]+)/[a-z0-9]{5,6}",
        r"_v[0-9]{1,3}",
        "",
    ),
    (r"10\.1002", r"essoar\.[0-9]+", r"\.[0-9]{1,3}", ".1"),  # ESSOAr
    (r"10\.22541", r"(?:essoar|au)\.[0-9]+\.[0-9]+", r"/v[0-9]{1,3}", "/v1"),  # ESSOAr, Authorea
    (r"10\.36227", r"techrxiv\.[0-9]+(?:\.[0-9]{5,})?", r"(?:\.v|/v)[0-9]{1,3}", ".v1"),  # TechRxiv
    (r"10\.26434", r"chemrxiv-[0-9]{4}-[a-z0-9]+", r"-v[0-9]{1,3}", ""),  # ChemRxiv
    (r"10\.26434", r"chemrxiv\.[0-9]+", r"\.v[0-9]{1,3}", ".v1"),  # ChemRxiv, before 2021
    (
        # F1000 and the platforms it runs: Wellcome, Gates, HRB, ...: reviewed in the open.
        r"10\.12688",
        r"[a-z0-9]+\.[0-9]+",
        r"\.[0-9]{1,3}",
        ".1",
    ),
    (r"10\.2196", r"preprints\.[0-9]+", "", ""),  # JMIR
    (r"10\.1590", r"scielopreprints\.[0-9]+", r"v[0-9]{1,3}", ""),  # SciELO
    (r"10\.31223", r"x5[a-z0-9]+", "", ""),  # EarthArXiv
    (r"10\.48550", r"arxiv\..+?", r"v[0-9]{1,3}", ""),  # arXiv
    (r"10\.7287", r"peerj\.preprints\.[0-9]+", r"v[0-9]{1,3}", "v1"),  # PeerJ, until 2019
    (r"10\.32388", r"[a-z0-9]+", r"\.[0-9]{1,3}", ""),  # Qeios
    (r"10\.5194", r"[a-z]+-(?:19|20)[0-9]{2}-[0-9]+", "", ""),  # Copernicus, for discussion
    (r"10\.5281", r"zenodo\.[0-9]+", "", ""),  # Zenodo: each version has a number of its own
)
_VERSIONED = tuple(
    (re.compile(rf"((?:{registrant})/{name})(?:{version})?"), first)
    for registrant, name, version, first in _SERVERS
    if version
)
_PREPRINT = re.compile(
    "|".join(rf"(?:{registrant})/{name}(?:{version})?" for registrant, name, version, _ in _SERVERS)
)


def is_preprint_doi(doi: str) -> bool:
    """Tell whether a DOI, in lower case, is one of a preprint server."""
    return bool(_PREPRINT.fullmatch(doi))


def names_preprint_id(work_id: str) -> bool:
    """Tell whether a work id is that of a preprint: arXiv's, HAL's, or a server's DOI."""
    family, _, value = work_id.partition(":")
    return family in {"arxiv", "hal"} or (family == "doi" and is_preprint_doi(value))


def registry(work_id: str) -> str:
    """Name who gave a work id, and gives one work no second: its family, and a DOI's server.

    A preprint's DOI and a journal's, or those of two servers, may be one work's. Zenodo gives each
    version a number of its own, so its ids are each a registry.
    """
    family, _, value = work_id.partition(":")
    if family != "doi" or not is_preprint_doi(value):
        return family
    registrant, _, name = value.partition("/")
    return work_id if name.startswith("zenodo.") else registrant


def registered(doi: str) -> str:
    """Give the DOI to ask a registry for: Preprints.org registers versions alone."""
    return f"{doi}.v1" if doi.startswith("10.20944/preprints") else doi


def without_version(doi: str) -> str:
    """Give the DOI that stands for all versions of a preprint; any other DOI as it is."""
    for pattern, first in _VERSIONED:
        if match := pattern.fullmatch(doi):
            return f"{match[1]}{first}"
    return doi
