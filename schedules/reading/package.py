"""Word, Excel and OpenDocument files are ZIPs of XML: parts come out only after their sizes were checked."""

from __future__ import annotations

import zipfile

from schedules.reading import limits
from schedules.reading.unreadable import Unreadable
from schedules.reading.zipped import BrokenZipError, TooLargeError, entry_count, opened, unpacked

ADVICE = "Hãy mở tệp bằng Word, Excel hoặc LibreOffice rồi lưu lại thành tệp mới"
EXPECTED = "tệp nguyên vẹn do Word, Excel hoặc LibreOffice lưu"


class Package:
    """The parts of one file, `kind` being how people call it; every refusal names the file as `source`."""

    def __init__(self, data: bytes, source: str, kind: str = "tệp .docx") -> None:
        self.source = source
        self._kind = kind
        if (count := entry_count(data)) > limits.MOST_PARTS:
            self._refuse(f"tệp nén chứa {count} phần, giới hạn là {limits.MOST_PARTS}")
        try:
            self._zip = opened(data)
        except BrokenZipError as error:
            raise Unreadable(source, f"{kind} bị hỏng hoặc bị cắt ngang", EXPECTED, ADVICE) from error
        self._check_declared()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts."""
        return tuple(self._zip.namelist())

    def part(self, name: str) -> bytes | None:
        """Return one part unpacked, None when the file has no such part."""
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            return None
        if info.flag_bits & 1:
            raise Unreadable(self.source, f"{self._kind} có mật khẩu", EXPECTED, "Hãy bỏ mật khẩu rồi lưu lại")
        try:
            return self._unpack(info)
        except BrokenZipError as error:
            raise Unreadable(self.source, f"phần {name} trong tệp bị hỏng", EXPECTED, ADVICE) from error

    def _check_declared(self) -> None:
        parts = self._zip.infolist()
        total = sum(part.file_size for part in parts)
        packed = sum(part.compress_size for part in parts)
        if len(parts) > limits.MOST_PARTS:
            self._refuse(f"tệp nén chứa {len(parts)} phần, giới hạn là {limits.MOST_PARTS}")
        if total > limits.LARGEST_UNPACKED:
            most = limits.megabytes(limits.LARGEST_UNPACKED)
            self._refuse(f"tệp bung ra {limits.megabytes(total)}, giới hạn là {most}")
        if total > limits.MEGABYTE and total > packed * limits.LARGEST_RATIO:
            self._refuse(f"tệp nén quá chặt ({total // max(packed, 1)} lần), giống bom nén")

    def _unpack(self, info: zipfile.ZipInfo) -> bytes:
        try:
            return unpacked(self._zip, info, limits.LARGEST_PART)
        except TooLargeError as error:
            most = limits.megabytes(limits.LARGEST_PART)
            raise self._refusal(f"phần {info.filename} bung ra hơn {most}, giống bom nén") from error

    def _refuse(self, found: str) -> None:
        raise self._refusal(found)

    def _refusal(self, found: str) -> Unreadable:
        return Unreadable(self.source, found, EXPECTED, "Hãy kiểm tra nguồn gốc tệp, rồi lưu lại bằng Word hoặc Excel")
