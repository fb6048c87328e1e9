"""Does this text stand for no answer, as "N/A", "coming soon" and "无" do?

People fill in what they have nothing to say to, and what GitHub leaves there itself. Only a text
that is nothing else counts: "None of the above" and "N/A in ICML" are answers.
"""

import re

LONGEST = 80

# By language: what is written where nothing is to be said. Compared without case, punctuation and
# accents apart from those of the language itself.
_WRITTEN = """
n/a | na | n a | none | no | nope | nil | null | nan | nothing | undefined | unknown | empty | blank
not applicable | not sure | don't know | i don't know | no idea | no response | not specified
tbd | tba | tbc | tbu | todo | to do | wip | work in progress | in progress | in preparation
to be announced | to be added | to be decided | to be determined | to be confirmed | to be done
to be filled | to be updated | to be provided | pending | see above | see below | see paper
as above | same as above | see the paper | see link | nothing yet | none yet | not yet | not now
无 | 無 | 没有 | 沒有 | 暂无 | 暫無 | 暂时没有 | 未知 | 待定 | 不详 | 不知道 | 空 | 否 | 略
暂未公开 | 尚未公开 | 未公开 | 未开源 | 暂未开源 | 尚未开源 | 即将公开 | 即将开源 | 即将发布
待补充 | 待发布 | 待公开 | 待开源 | 未定 | 同上 | 见上
なし | 無し | 特になし | 不明 | 該当なし | 近日公開 | 未公開 | 公開予定 | ありません
없음 | 없습니다 | 미정 | 해당 없음 | 해당없음 | 모름 | 추후 공개 | 공개 예정
kein | keine | keiner | keines | keins | nichts | unbekannt | entfällt | keine angabe | k a | nein
folgt | noch nicht | noch keine | noch nicht verfügbar | noch unbekannt
aucun | aucune | néant | rien | inconnu | inconnue | non | pas encore | à venir | bientôt
sans objet | ninguno | ninguna | nada | desconocido | desconocida | no disponible | próximamente
por determinar | no aplica | nenhum | nenhuma | não | não disponível | desconhecido | em breve
não se aplica | nessuno | nessuna | niente | nulla | sconosciuto | non disponibile | prossimamente
in arrivo | нет | отсутствует | неизвестно | скоро | не указано | пока нет | н/д | не применимо
yok | henüz yok | bilinmiyor | yakında | brak | nie dotyczy | geen | onbekend | binnenkort | ingen
không | không có | chưa có | tidak ada | belum ada | لا يوجد | غير متوفر | कोई नहीं
"""
_KNOWN = frozenset(
    phrase.strip() for line in _WRITTEN.splitlines() for phrase in line.split("|") if phrase.strip()
)
# "Code will be released soon", "to be open-sourced upon acceptance": all words are such, and one
# says so.
_PROMISE = frozenset(
    """
    the our code repo repository data dataset datasets model models weights paper link video slides
    page website implementation official and is are will shall be going to not no yet coming very
    available release released publish published open source sourced opensourced public made soon
    shortly later upon after on acceptance publication review in near future for now provided
    uploaded currently at moment n/a na tbd none
    """.split()
)
_SAYS_SO = frozenset(
    (
        "n/a",
        "na",
        "tbd",
        "none",
        "soon",
        "not",
        "no",
        "will",
        "to",
        "later",
        "upon",
        "yet",
        "shortly",
    )
)
_MARKS = re.compile(
    r"[\s_*`~()\[\]{}<>【】（）「」\"“”.,;:!?…。，、；：！？|•·—–=-]+|(?<!\w)[/\\]|[/\\](?!\w)"
)


def is_placeholder(text: str) -> bool:
    """Tell whether a line says nothing: only marks, or words that stand for "nothing"."""
    if len(text) > LONGEST or "\n" in text:
        return False
    said = " ".join(_MARKS.sub(" ", text.replace("’", "'")).casefold().split())
    if not said or said in _KNOWN:
        return True
    words = set(said.split())
    return words <= _PROMISE and len(words) > 1 and not words.isdisjoint(_SAYS_SO)
