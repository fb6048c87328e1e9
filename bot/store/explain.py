"""What does a validation error mean to the person who wrote the file?"""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.errors import Problem
from bot.model import base
from bot.model.lists.check import KeyPath, ProblemAt

PATTERNS = {
    base.ONE_LINE: "write text on one line, without control characters",
    base.SLUG: "use lower-case letters, digits and single hyphens, as in kv-cache",
    base.DAY: "write a day as YYYY-MM-DD",
    base.PARTIAL_DATE: "write a date as YYYY, YYYY-MM or YYYY-MM-DD",
    base.HTTP_URL: "write a whole link that begins with http:// or https://, without spaces",
    base.LOGIN: "write the login of an account, as in my-app[bot]",
    base.WORK_ID: "write family:value, as in arxiv:2309.06180 or doi:10.1145/3600006.3613165",
}
TYPES = {
    "string_type": "write text in double quotes",
    "int_type": "write a whole number without quotes",
    "tuple_type": "write a list in square brackets",
    "model_type": "write an object with named keys",
    "bool_type": "write true or false without quotes",
}
MOST_PROBLEMS = 10_000
# The names by which pydantic-core gives the bound that was broken.
LIMITS = {
    "max_length": "shorten it to {} characters",
    "min_length": "write at least {} character",
    "le": "write at most {}",
    "ge": "write at least {}",
}


def problems(
    error: ValidationError, model: type[BaseModel], place: Callable[[KeyPath], str]
) -> list[Problem]:
    """Give every fault of a validation as a problem, in the order pydantic found them.

    `model` is what was validated; `place` turns a path inside the file into where it stands. What
    is wrong in more than ten thousand places is no list, and is said in one problem.
    """
    if (count := error.error_count()) > MOST_PROBLEMS:
        message = f"{count:,} values are wrong here; put back a file that holds a list"
        return [Problem(place(()), "", message)]
    return [_problem(details, model, place) for details in error.errors(include_url=False)]


def located(problems: Iterable[ProblemAt], place: Callable[[KeyPath], str]) -> list[Problem]:
    """Give what is wrong between the values of a file, each with where it stands."""
    return [
        Problem(place(path), value, f"{key_path(path)}: {message}")
        for path, value, message in problems
    ]


def key_path(path: KeyPath) -> str:
    """Write a path as people do: `papers[3].links[0].url`."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".")


def _problem(
    details: ErrorDetails, model: type[BaseModel], place: Callable[[KeyPath], str]
) -> Problem:
    path = details["loc"]
    value = "" if details["type"] == "missing" else _shown(details["input"])
    message = f"{key_path(path)}: {_advice(details, model)}" if path else _advice(details, model)
    return Problem(place(path), value, message)


def _advice(details: ErrorDetails, model: type[BaseModel]) -> str:
    kind, context = details["type"], details.get("ctx", {})
    last = details["loc"][-1] if details["loc"] else ""
    if kind == "extra_forbidden":
        return _unknown_key(str(last), _known_keys(model, details["loc"][:-1]))
    if kind == "missing":
        return f"this key is missing; add {last!r}"
    if kind == "literal_error":
        return f"write one of {context['expected']}"
    if kind == "string_pattern_mismatch":
        return PATTERNS.get(context["pattern"], f"write it to match {context['pattern']}")
    for limit, advice in LIMITS.items():
        if limit in context:
            return advice.format(context[limit])
    return TYPES.get(kind, details["msg"][:1].lower() + details["msg"][1:])


def _unknown_key(key: str, keys: list[str]) -> str:
    near = get_close_matches(key, keys, n=1)
    if near:
        return f"unknown key; did you mean {near[0]!r}?"
    return f"unknown key; delete it, or use one of {', '.join(keys)}"


def _known_keys(model: type[BaseModel], path: KeyPath) -> list[str]:
    for part in path:
        if isinstance(part, str):
            model = _model_in(model.model_fields[part].annotation) or model
    return list(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401  (an annotation is any object)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_model_in(argument) for argument in get_args(annotation))
    return next((model for model in inner if model), None)


def _shown(value: object) -> str:
    try:
        text = value if isinstance(value, str) else repr(value)
    except ValueError:  # Python writes no number of more than 4,300 digits
        return "a number of very many digits"
    return text if len(text) <= 80 else text[:79] + "…"
