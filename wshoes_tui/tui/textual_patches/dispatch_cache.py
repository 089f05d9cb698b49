"""Looks up once for each class which of its methods handle a message.

Textual goes through the class and all it inherits from for every message and every moment of
rest: some sixty times for a letter. Rests on names that it keeps to itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from textual.message import Message
from textual.message_pump import MessagePump

Handler = tuple[type, Callable[..., Any]]


def look_up_once() -> None:
    """Have all apps of this process do so."""
    pumps: Any = MessagePump
    pumps._get_dispatch_methods = _handlers


_stock: Any = MessagePump._get_dispatch_methods


def _handlers(pump: MessagePump, name: str, message: Message) -> Iterator[Handler]:
    kind: Any = type(message)
    found = _known(type(pump), name, kind)
    if found is None:
        yield from _stock(pump, name, message)
        return
    for cls, method in found:
        if message._no_default_action:
            break
        yield cls, method.__get__(pump, cls)


@cache
def _known(pump: Any, name: str, message: Any) -> tuple[Handler, ...] | None:
    """The methods by their names, from the class upwards; None where others were marked."""
    kinds = {one for one in message.__mro__ if issubclass(one, Message)}
    found: list[Handler] = []
    for cls in pump.__mro__:
        if kinds & vars(cls).get("_decorated_handlers", {}).keys():
            return None
        method = vars(cls).get(f"_{name}") or vars(cls).get(name)
        if method is not None and not getattr(method, "_textual_on", None):
            found.append((cls, method))
    return tuple(found)
