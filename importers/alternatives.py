"""Many words as one group of a pattern that shares their beginnings: "(?:act(?:ivist|or|ress))". Pure.

Tried one after the other, four hundred words cost four hundred looks wherever none of them stands; so
written, a handful.
"""

import re
from collections.abc import Collection

_Tree = dict[str, "_Tree"]  # by letter; "" where an item ends
_WRITTEN = {" ": r"\s+", "-": r"\-"}


def alternation(items: Collection[str], *, backwards: bool = False) -> str:
    """Items as one group of a pattern: the longest that fits is taken, and a blank is any white space.

    `backwards` is for a pattern that is read from its end: endings are shared then.
    """
    # Phrases by themselves: a tree of plain words is spelled out again where its needles are looked for.
    phrases, words = [one for one in items if " " in one], [one for one in items if " " not in one]
    written = (
        _pattern(_tree(some, backwards=backwards), backwards=backwards) for some in (phrases, words) if some
    )
    return f"(?:{'|'.join(written)})"


def _tree(items: Collection[str], *, backwards: bool) -> _Tree:
    tree: _Tree = {}
    for item in sorted(items):
        node = tree
        for letter in item[::-1] if backwards else item:
            node = node.setdefault(letter, {})
        node[""] = {}
    return tree


def _pattern(node: _Tree, *, backwards: bool) -> str:
    """Everything that may follow a beginning (or precede an ending), longer before shorter."""
    options = []
    for letter, rest in node.items():
        if letter:
            pair = [_WRITTEN.get(letter) or re.escape(letter), _pattern(rest, backwards=backwards)]
            options.append("".join(reversed(pair) if backwards else pair))
    if not options:
        return ""
    if len(options) == 1 and "" not in node:
        return options[0]
    group = options[0] if len(options) == 1 and len(options[0]) == 1 else f"(?:{'|'.join(options)})"
    return group + "?" if "" in node else group
