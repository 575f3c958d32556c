"""Why the machine did not give or take a file or folder, in words."""

from __future__ import annotations

import errno

WORDS = {
    errno.ENOENT: "không có thư mục ấy",
    errno.ENOTDIR: "trên đường dẫn có một tệp ở chỗ cần thư mục",
    errno.EISDIR: "đó là một thư mục",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.ENAMETOOLONG: "tên quá dài",
}


def os_words(error: OSError) -> str:
    """Return why, short enough for a bracket; the machine's own words where we have none."""
    return WORDS.get(error.errno or 0) or error.strerror or type(error).__name__
