"""A command that does not apply now: an answer, not an error."""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """Why a command does not apply. ``template`` and ``words`` let a face translate it."""

    def __init__(self, template: str, **words: object) -> None:
        self.template = template
        self.words = words
        super().__init__(template.format(**words))
