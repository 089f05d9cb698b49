"""A strict reader of HTML for tests: a tree of elements, and what in it could act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

EMPTY = {"meta", "br", "circle", "path"}
"""Elements without an end tag, as this program writes them."""
ACTIVE = {
    "a", "applet", "area", "audio", "base", "button", "canvas", "embed", "form", "frame", "iframe",
    "image", "img", "input", "link", "marquee", "math", "object", "picture", "script", "select",
    "source", "textarea", "track", "use", "video",
}  # fmt: skip
"""Elements that do something, or ask for something. A link within the page is told apart."""
ADDRESSES = {"action", "background", "data", "formaction", "href", "poster", "src", "srcset"}


@dataclass
class Element:
    """An element with its attributes, its own texts and its children, in their order."""

    tag: str
    attributes: dict[str, str]
    parts: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text inside, a line break for each ``br``, and for the end of a ``p``."""
        ends = {"br": "\n", "p": "\n\n"}
        inner = "".join(part if isinstance(part, str) else part.text for part in self.parts)
        return inner + ends.get(self.tag, "")

    def all(self, *tags: str) -> list[Element]:
        """The elements inside of these tags (of any, where none is named), in their order."""
        return [one for one in self._inside() if one.tag in tags or not tags]

    def one(self, name: str) -> Element:
        """The element with that id."""
        [found] = [one for one in self._inside() if one.attributes.get("id") == name]
        return found

    def of_class(self, name: str) -> list[Element]:
        """The elements of a class."""
        return [one for one in self._inside() if name in one.attributes.get("class", "").split()]

    def _inside(self) -> Iterator[Element]:
        for part in self.parts:
            if isinstance(part, Element):
                yield part
                yield from part._inside()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _value in attrs}) == len(attrs)
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].parts.append(element)
        if tag not in EMPTY:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY:
            assert self._open.pop().tag == tag, "what is opened is closed"

    def handle_data(self, data: str) -> None:
        self._open[-1].parts.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def close(self) -> None:
        super().close()
        assert self._open == [self.root], "all is closed"


def read(page: str) -> Element:
    """The tree of a page. Fails where an element is not closed, or there is a comment."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.root


def acts(page: Element) -> list[str]:
    """What would do or fetch something: elements, event attributes, addresses, styles."""
    found = []
    for element in page.all():
        if element.tag in ACTIVE and not _leads_within(element):
            found.append(element.tag)
        found += [name for name in element.attributes if name.startswith("on")]
        found += [name for name in ADDRESSES & element.attributes.keys() if element.tag != "a"]
        styles = [element.attributes.get("style", "")]
        styles += [element.text] if element.tag == "style" else []
        found += [style for style in styles if "url(" in style or "@import" in style]
    return found


def _leads_within(element: Element) -> bool:
    return (
        element.tag == "a"
        and element.attributes.keys() == {"href"}
        and (
            element.attributes["href"].startswith("#") and element.attributes["href"][1:].isalpha()
        )
    )


def luminance(colour: str) -> float:
    """The relative luminance of #rrggbb (WCAG 2.2)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
