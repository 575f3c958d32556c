"""The walk through RTF tokens: which text is seen, in which paragraph or cell it stands, in which letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

from schedules.plan import Block, Place
from schedules.reading.grid import table_rows
from schedules.reading.list_numbers import BULLET
from schedules.reading.old_letters import decoder_of
from schedules.reading.rich_rows import Edge, Row, boxes_of
from schedules.reading.rich_tokens import Token, tokens

UNSEEN = frozenset(
    {"fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "themedata", "datastore", "listtable"}
    | {"listoverridetable", "generator", "header", "headerl", "headerr", "headerf", "footer", "footerl"}
    | {"footerr", "footerf", "xmlnstbl", "revtbl", "rsidtbl", "pntxta", "pntxtb"}
    | {"fldinst", "bkmkstart", "bkmkend", "sp", "nonshppict", "latentstyles", "colorschememapping", "mmathPr"}
    | {"annotation", "atnid", "atnauthor", "userprops", "do", "objdata", "filetbl", "template", "listpicture"}
    | {"upr"}
)
"""Groups whose text people do not see in the body."""

LABELS = frozenset({"listtext", "pntext"})
"""Groups that hold an automatic number, written out for programs that do not count themselves."""

SEEN_STARRED = frozenset({"shpinst", "shptxt", "ud"})
SIGNS = {"~": " ", "_": "-", "\\": "\\", "{": "{", "}": "}"}
WORDS = {"tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’"}
WORDS |= {"ldblquote": "“", "rdblquote": "”", "nestcell": "\t", "nestrow": "\n", "softline": "\n"}
CHARSETS = {0: "cp1252", 163: "cp1258", 238: "cp1250", 204: "cp1251", 161: "cp1253", 162: "cp1254", 2: "latin-1"}
MOST_DEPTH = 500


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits: the font, how many signs follow a Unicode word for old readers, whether text is seen."""

    font: int = 0
    after_unicode: int = 1
    unseen: bool = False
    hidden: bool = False
    in_fonts: bool = False
    in_label: bool = False


class RichBody:
    """Turns one RTF file into blocks, counting paragraphs and tables from 1."""

    def __init__(self) -> None:
        self._state = _State()
        self._stack: list[_State] = []
        self._starred = False
        self._skip = 0
        self._fonts: dict[int, tuple[str, str]] = {}
        self._default = "cp1252"
        self._run: list[str] = []
        self._run_font = 0
        self._text = ""
        self._label = ""
        self._cells: list[str] = []
        self._edges: list[Edge] = []
        self._merge = Edge(0)
        self._left = 0
        self._in_table = False
        self._rows: list[Row] = []
        self._blocks: list[Block] = []
        self._paragraphs = self._tables = 0

    def blocks(self, data: bytes) -> tuple[Block, ...]:
        """Return the blocks of a file."""
        kinds: dict[str, Callable[[Token], None]] = {
            "brace": self._brace,
            "word": self._word,
            "sign": self._sign,
            "byte": self._byte,
            "text": self._plain,
        }
        for token in tokens(data):
            kinds[token.kind](token)
        self._in_table = False
        self._end_paragraph()
        self._end_table()
        return tuple(self._blocks)

    @property
    def is_closed(self) -> bool:
        """Whether every group was closed: a file that was cut off has open ones."""
        return not self._stack

    def _brace(self, token: Token) -> None:
        self._starred = False
        if token.value == "{" and len(self._stack) < MOST_DEPTH:
            self._stack.append(self._state)
        elif token.value == "}" and self._stack:
            self._state = self._stack.pop()

    def _sign(self, token: Token) -> None:
        if token.value == "*":
            self._starred = True
        elif token.value in SIGNS:
            self._add(SIGNS[token.value])
        elif token.value in "\r\n":
            self._end_paragraph()

    def _byte(self, token: Token) -> None:
        if self._skip:
            self._skip -= 1
            return
        codec = self._fonts.get(self._state.font, ("", self._default))[1]
        self._add(bytes([int(token.value, 16)]).decode(codec, "replace"))

    def _plain(self, token: Token) -> None:
        text = token.value[self._skip :]
        self._skip = max(self._skip - len(token.value), 0)
        if self._state.in_fonts:
            name, codec = self._fonts.get(self._state.font, ("", self._default))
            self._fonts[self._state.font] = (name + text.rstrip(";"), codec)
        elif text:
            self._add(text)

    def _add(self, text: str) -> None:
        if self._state.unseen or self._state.hidden:
            return
        if self._state.in_label:
            self._label += text
            return
        if self._run and self._run_font != self._state.font:
            self._end_run()
        self._run_font = self._state.font
        self._run.append(text)

    def _end_run(self) -> None:
        text = "".join(self._run).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        decode = decoder_of(self._fonts.get(self._run_font, ("", ""))[0])
        self._text += decode(text) if decode else text
        self._run = []

    def _word(self, token: Token) -> None:
        word, number = token.value, token.number
        if word in UNSEEN or (self._starred and word not in SEEN_STARRED):
            self._state = replace(self._state, unseen=True, in_fonts=word == "fonttbl")
        elif word in LABELS:
            self._state = replace(self._state, in_label=True)
        self._starred = False
        if word == "u" and number is not None:
            self._add(chr(number % 65536))
            self._skip = self._state.after_unicode
        elif word in WORDS:
            self._add(WORDS[word])
        elif word in {"par", "sect", "page", "cell", "row"} and not self._state.unseen:
            self._structure(word)
        elif not self._shape(word, number):
            self._letters(word, number)

    def _structure(self, word: str) -> None:
        if word == "cell":
            self._end_run()
            # A cell that shows nothing but its automatic number (the TT column) holds that number.
            number = self._end_label().strip(".) ")
            self._cells.append(unicodedata.normalize("NFC", self._text).strip() or number)
            self._text = ""
        elif word == "row":
            self._rows.append(Row(tuple(self._cells), tuple(self._edges), self._left))
            self._cells = []
        elif self._in_table:
            self._add("\n")
        else:
            self._end_paragraph()

    def _shape(self, word: str, number: int | None) -> bool:
        """Take in what a word says of tables; return whether it said anything."""
        if word == "trowd":
            self._edges, self._merge, self._left = [], Edge(0), 0
        elif word == "trleft":
            self._left = number or 0
        elif word in {"clmrg", "clvmrg"}:
            left, above = word == "clmrg" or self._merge.from_left, word == "clvmrg" or self._merge.from_above
            self._merge = Edge(0, left, above)
        elif word == "cellx":
            self._edges.append(replace(self._merge, at=number or 0))
            self._merge = Edge(0)
        elif word in {"intbl", "itap"}:
            self._in_table = number != 0
        elif word == "pard":
            self._in_table = False
        else:
            return False
        return True

    def _letters(self, word: str, number: int | None) -> None:
        if word == "f":
            self._state = replace(self._state, font=number or 0)
        elif word == "fcharset" and self._state.in_fonts:
            name = self._fonts.get(self._state.font, ("", ""))[0]
            self._fonts[self._state.font] = (name, CHARSETS.get(number or 0, self._default))
        elif word == "ansicpg":
            self._default = f"cp{number}" if number in {1250, 1251, 1252, 1253, 1254, 1258} else "cp1252"
        elif word == "uc":
            self._state = replace(self._state, after_unicode=min(max(number or 0, 0), 9))
        elif word in {"v", "deleted"}:
            self._state = replace(self._state, hidden=number != 0)
        elif word == "plain":
            self._state = replace(self._state, hidden=False)

    def _end_paragraph(self) -> None:
        self._end_run()
        text = unicodedata.normalize("NFC", self._text)
        self._text, label = "", self._end_label()
        if self._rows and not self._in_table:
            self._end_table()
        self._paragraphs += 1
        if text.strip():
            self._blocks.append(Block(text.strip(), Place(paragraph=self._paragraphs), label=label))

    def _end_label(self) -> str:
        """Return the automatic number gathered before a paragraph; any sign of a symbol font is a bullet."""
        label, self._label = self._label.strip(), ""
        return label if not label or any(sign.isalnum() for sign in label) else BULLET

    def _end_table(self) -> None:
        if self._rows:
            self._tables += 1
            self._blocks += table_rows(boxes_of(self._rows), self._tables)
            self._rows = []
