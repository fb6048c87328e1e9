"""Is a preprint's DOI told from a journal's, and are its versions one?"""

import pytest

from bot.links.preprints import is_preprint_doi, without_version

PREPRINTS = {
    "10.1101/2020.07.12.199554": "10.1101/2020.07.12.199554",
    "10.1101/2020.07.12.199554v3": "10.1101/2020.07.12.199554",
    "10.64898/2025.12.01.690001v1": "10.64898/2025.12.01.690001",
    "10.2139/ssrn.1000200": "10.2139/ssrn.1000200",
    "10.21203/rs.3.rs-123456/v2": "10.21203/rs.3.rs-123456/v1",
    "10.20944/preprints202604.1894.v2": "10.20944/preprints202604.1894",
    "10.31234/osf.io/h54k8_v2": "10.31234/osf.io/h54k8",
    "10.1002/essoar.10501234.3": "10.1002/essoar.10501234.1",
    "10.22541/essoar.167591093.33000100/v2": "10.22541/essoar.167591093.33000100/v1",
    "10.36227/techrxiv.12345678.v2": "10.36227/techrxiv.12345678.v1",
    "10.26434/chemrxiv-2021-abcde-v2": "10.26434/chemrxiv-2021-abcde",
    "10.26434/chemrxiv.12345678.v2": "10.26434/chemrxiv.12345678.v1",
    "10.12688/f1000research.12345.2": "10.12688/f1000research.12345.1",
    "10.7287/peerj.preprints.123v2": "10.7287/peerj.preprints.123v1",
    "10.2196/preprints.17003": "10.2196/preprints.17003",
    "10.1590/scielopreprints.1234v2": "10.1590/scielopreprints.1234",
    "10.31223/x5abc12": "10.31223/x5abc12",
    "10.32388/abc123.2": "10.32388/abc123",
    "10.5194/amt-2020-123": "10.5194/amt-2020-123",
    "10.5281/zenodo.1234567": "10.5281/zenodo.1234567",
    "10.48550/arxiv.2309.06180v2": "10.48550/arxiv.2309.06180",
}


@pytest.mark.parametrize("doi", PREPRINTS)
def test_all_versions_of_a_preprint_have_one_doi(doi: str) -> None:
    assert is_preprint_doi(doi)
    assert without_version(doi) == PREPRINTS[doi]
    assert without_version(PREPRINTS[doi]) == PREPRINTS[doi]


@pytest.mark.parametrize(
    "doi",
    [
        "10.1145/3567955.3567959",
        "10.1101/gr.123456.111",  # the same press's journal
        "10.1002/spe.3330",
        "10.2196/17003",
        "10.5194/amt-13-1234-2020",
        "10.1098/rspb.2019.1234v2",
    ],
)
def test_a_journal_s_doi_is_no_preprint_s_and_stays_whole(doi: str) -> None:
    assert not is_preprint_doi(doi)
    assert without_version(doi) == doi
