r"""How is a plain value written as YAML that every reader reads alike?

Block collections with plain keys, and every text a double-quoted scalar on one line, written as
JSON writes it: JSON's escapes are YAML's (https://yaml.org/spec/1.2.2/#57-escaped-characters), and
quotes keep a title such as "on", "1.0" or "# x" a text. Two things differ, and are escaped here:

- YAML's `\u` is one character, never half of a surrogate pair, so only what must be escaped is.
- YAML allows fewer characters unescaped than JSON (https://yaml.org/spec/1.2.2/#51-character-set):
  no DEL and no C1 controls; and U+0085, U+2028 and U+2029 end a line for readers of YAML 1.1.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

YamlValue: TypeAlias = "str | int | Mapping[str, YamlValue] | Sequence[YamlValue]"

NOT_PLAIN = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def yaml_text(value: Mapping[str, YamlValue]) -> str:
    """Write a mapping of non-empty values; its keys are the writer's own plain words."""
    return "".join(f"{line}\n" for line in _lines(value))


def _lines(value: YamlValue) -> Iterator[str]:
    """Yield a value's lines, unindented."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if isinstance(inner, str | int):
                yield f"{key}: {_scalar(inner)}"
            else:
                yield f"{key}:"
                yield from (f"  {line}" for line in _lines(inner))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for inner in value:
            first, *others = _lines(inner)
            yield f"- {first}"
            yield from (f"  {line}" for line in others)
    else:
        yield _scalar(value)


def _scalar(value: str | int) -> str:
    """Write a text in double quotes; numbers, true and false as they are."""
    if isinstance(value, str):
        return NOT_PLAIN.sub(_escaped, json.dumps(value, ensure_ascii=False))
    return json.dumps(value)


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04X}"
