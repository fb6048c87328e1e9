"""By which words does somebody ask for a work to be listed, or say that something is wrong?

Stems in small letters; a Latin or Cyrillic one counts at the beginning of a word. A language more
is a line more in each table.
"""

import re

from bot.text.tables import phrases_of

_ASKING = """
add | adding | addition | inclu | suggest | submi | recommend | consider | propos | contribut
new paper | new work | our paper | our work | our survey | missing
收录 | 添加 | 加入 | 增加 | 补充 | 推荐 | 加上 | 纳入 | 新增 | 收錄 | 推薦 | 補充 | 投稿
追加 | 掲載 | 登録 | 추가 | 등록 | 수록 | 추천
aufnehm | aufnahme | hinzufüg | ergänz | vorschl | eintrag | ajout | propos | suggér | intégr
añad | agreg | incluy | incluir | suger | propon | adicion | acrescent | inclus
aggiun | inseri | propor | suggeri | добав | включ | предлаг | додат | додай | включит
toevoeg | toe te voegen | opnemen | dodać | dodaj | dodan | přid | ekle | lägg till | legg til
tilføj | lisä | thêm | bổ sung | tambah | masukkan | adaug | προσθ | إضافة | أضف | اضافة | اضافه
जोड़
"""
# A thing of a list and what is wrong with it, in either order, have to stand close together.
_THING = (
    "link|url|paper|entry|entries|title|author|venue|code|repo|citation|reference|table|row|item"
)
_FAULT = (
    "wrong|broken|dead|incorrect|duplicate|outdated|expired|swapped|misspel|inaccurate|"
    "not found|not work|n't work|listed twice|appears twice|mixed up"
)
_COMPLAINING = """
404 | typo | mistake in | error in | erratum | withdrawn | retracted | remove | delete | take down
错误 | 失效 | 重复 | 删除 | 打不开 | 有误 | 錯誤 | 重複 | 刪除 | 間違 | リンク切れ | 削除
오류 | 중복 | 삭제 | 잘못 | falsch | kaputt | fehlerhaft | doppelt | entfern | lösch
erron | incorrect | doublon | supprim | cassé | roto | duplicad | elimin | equivocad | quebrad
errado | remov | sbagliat | rotto | duplicat | rimuov | ошиб | неверн | дубл | удал | не работает
"""
_NO_SPACES = re.compile("[\u0900-\u0dff\u2e80-\ua4cf\uac00-\ud7ff]")


def _stems(table: str) -> str:
    """Make a pattern of a table; what is written without spaces counts anywhere."""
    return "|".join(
        re.escape(stem) if _NO_SPACES.search(stem) else rf"(?<!\w){re.escape(stem)}"
        for stem in phrases_of(table)
    )


ASKING = re.compile(_stems(_ASKING))
COMPLAINING = re.compile(
    rf"{_stems(_COMPLAINING)}"
    rf"|\b(?:{_FAULT})\w*\W.{{0,30}}?\b(?:{_THING})|\b(?:{_THING})\w*\W.{{0,30}}?(?:{_FAULT})"
)
