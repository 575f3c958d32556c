"""Scans and photos made from the sample plans: grid right, words right, doubts said, limits kept."""

from __future__ import annotations

import io
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from schedules.reading import Unreadable, Watch, limits, read_bytes, read_file, watched
from schedules.reading.apart import read_all_apart

cv2 = pytest.importorskip("cv2")
np = pytest.importorskip("numpy")
Image = pytest.importorskip("PIL.Image")
pdfium = pytest.importorskip("pypdfium2")

FILES = Path(__file__).resolve().parent / "examples" / "files"


def has_vietnamese():
    if not shutil.which("tesseract"):
        return False
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False)
    return "vie" in listed.stdout.split()


needs_ocr = pytest.mark.skipif(not has_vietnamese(), reason="tesseract with Vietnamese data is not installed")


def drawn(plan, page=0):
    with pdfium.PdfDocument(FILES / f"{plan}.pdf") as document:
        return np.asarray(document[page].render(scale=200 / 72, grayscale=True).to_pil().convert("L"))


def askew(grey, angle=0.8):
    height, width = grey.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    noise = np.random.default_rng(1).normal(0, 5, grey.shape)
    return np.clip(cv2.warpAffine(grey, matrix, (width, height), borderValue=255) + noise, 0, 255).astype(np.uint8)


def photographed(grey):
    """Return the page on a dark table, seen a little from the side, in uneven light."""
    height, width = grey.shape
    high, wide = int(height * 1.12), int(width * 1.12)
    corners = np.float32([[0, 0], [width, 0], [width, height], [0, height]])
    seen = np.float32([[110, 90], [wide - 90, 120], [wide - 120, high - 80], [90, high - 120]])
    warped = cv2.warpPerspective(grey, cv2.getPerspectiveTransform(corners, seen), (wide, high), borderValue=80)
    light = np.linspace(0.7, 1.0, wide)[None, :]
    return np.clip(cv2.GaussianBlur(warped, (3, 3), 0.7) * light, 0, 255).astype(np.uint8)


def saved(grey, form="png", **more):
    out = io.BytesIO()
    Image.fromarray(grey).save(out, form, **more)
    return out.getvalue()


def scanned_pdf(*pages):
    pictures = [Image.fromarray(page) for page in pages]
    out = io.BytesIO()
    pictures[0].save(out, "pdf", save_all=True, append_images=pictures[1:], resolution=200)
    return out.getvalue()


@cache
def scan():
    return read_bytes(saved(askew(drawn("ke-hoach-thang"))), "quet.png")


def cells_of(document):
    return [" ".join(cell.text.split()) for block in document.blocks if len(block.cells) > 2 for cell in block.cells]


def right_share(found, plan="ke-hoach-thang"):
    gold = cells_of(read_file(FILES / f"{plan}.docx"))[: len(found)]
    assert len(found) == len(gold)
    return sum(one == two for one, two in zip(found, gold, strict=True)) / len(gold)


@needs_ocr
def test_a_scan_has_the_grid_and_nearly_all_cells():
    document = scan()
    assert right_share(cells_of(document)) >= 0.8
    assert "15/01/2027" in document.text
    assert "TRƯỜNG TIỂU HỌC LÊ HỒNG PHONG" in document.text


@needs_ocr
def test_merged_cells_of_a_scan_repeat_their_text():
    document = scan()
    months = [block.cells[0] for block in document.blocks if len(block.cells) > 2]
    assert months[2].text == months[1].text == "9/2026"
    assert months[2].merged_from == months[1].place


@needs_ocr
def test_a_photo_has_the_same_grid():
    document = read_bytes(saved(photographed(drawn("ke-hoach-thang")), "jpeg", quality=85), "anh.jpg")
    assert right_share(cells_of(document)) >= 0.7


@needs_ocr
def test_a_page_on_its_side_is_turned():
    turned = cv2.rotate(drawn("ke-hoach-thang"), cv2.ROTATE_90_CLOCKWISE)
    document = read_bytes(saved(turned), "nghieng.png")
    assert "kiểm tra nội bộ" in document.text


@needs_ocr
def test_a_scanned_pdf_over_pages_is_one_table_with_its_pages():
    pages = [askew(drawn("bang-cai-tien", number), angle) for number, angle in ((0, 0.5), (1, -0.7))]
    told = []
    with watched(Watch(on_page=told.append)):
        document = read_bytes(scanned_pdf(*pages), "quet.pdf")
    rows = [block for block in document.blocks if len(block.cells) > 2]
    assert {row.place.table for row in rows} == {2}
    assert {len(row.cells) for row in rows} == {9}
    assert [row.place.page for row in rows] == [1] * 4 + [2] * 6
    assert told[-1].done == told[-1].total == 2


@needs_ocr
def test_recognised_pages_are_said_to_need_checking():
    findings = scan().findings
    assert findings[0].rule == "doc-anh-chup"
    assert "so từng hạn" in findings[0].suggestion


@needs_ocr
def test_palette_and_see_through_pictures_are_read():
    picture = Image.fromarray(drawn("ke-hoach-thang")).convert("RGBA").quantize(16)
    out = io.BytesIO()
    picture.save(out, "png")
    assert "KẾ HOẠCH" in read_bytes(out.getvalue(), "bang-mau.png").text


@needs_ocr
def test_a_reading_of_pictures_can_be_stopped():
    data = scanned_pdf(drawn("ke-hoach-thang"))
    with watched(Watch(cancelled=lambda: True)), pytest.raises(Unreadable, match="dừng theo yêu cầu"):
        read_bytes(data, "quet.pdf")


@needs_ocr
def test_an_empty_page_is_refused():
    with pytest.raises(Unreadable, match="không có chữ"):
        read_bytes(saved(np.full((1600, 1200), 250, np.uint8)), "trang.png")


def test_a_picture_of_one_pixel_is_refused():
    with pytest.raises(Unreadable, match="quá nhỏ"):
        read_bytes(saved(np.zeros((1, 1), np.uint8)), "cham.png")


def test_a_monstrous_picture_is_refused_unopened(monkeypatch):
    monkeypatch.setattr(limits, "MOST_PIXELS", 1000 * 1000)
    with pytest.raises(Unreadable, match="quá lớn"):
        read_bytes(saved(np.zeros((1100, 1100), np.uint8)), "to.png")


def test_a_picture_cut_short_is_refused():
    data = saved(drawn("ke-hoach-thang"))
    with pytest.raises(Unreadable, match=r"cắt ngang|hỏng"):
        read_bytes(data[: len(data) // 2], "cut.png")


def test_without_tesseract_people_are_told_how_to_get_it(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Unreadable, match="sudo apt install tesseract-ocr tesseract-ocr-vie"):
        read_bytes(saved(drawn("ke-hoach-thang")), "quet.png")


def test_without_libreoffice_people_are_told_how_to_get_it(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Unreadable, match="sudo apt install libreoffice-writer-nogui"):
        read_bytes((FILES / "ke-hoach-thang.doc").read_bytes(), "k.doc")


def test_the_grid_of_ruled_lines_is_found_with_its_merges():
    from schedules.reading.drawn import DrawnGrid
    from schedules.reading.paper import straightened, usual_size
    from schedules.reading.ruled_lines import drawn_tables

    (table,) = drawn_tables(straightened(usual_size(askew(drawn("bang-cai-tien"), -1.2))))
    grid = DrawnGrid(table.cells, 14)
    assert (len(grid.rows) - 1, len(grid.columns) - 1) == (4, 9)
    assert len(table.cells) == 34


@pytest.mark.parametrize("angle", [-3.0, -0.6, 0.0, 1.4, 4.2])
def test_the_angle_of_a_page_is_found(angle):
    from schedules.reading.paper import skew

    assert abs(skew(askew(drawn("ke-hoach-thang"), angle)) + angle) <= 0.2


@needs_ocr
def test_a_scan_longer_than_the_limit_says_which_pages_were_not_read(monkeypatch):
    monkeypatch.setattr(limits, "MOST_RECOGNISED", 1)
    document = read_bytes(scanned_pdf(*(drawn("bang-cai-tien", number) for number in (0, 1))), "quet.pdf")
    assert {block.place.page for block in document.blocks} == {1}
    assert [finding.message[:23] for finding in document.findings if finding.rule == "doc-trang-chua-doc"] == [
        "Trang 2 chưa được đọc: "
    ]


def iphone(grey):
    """Return a photo as a phone of today keeps it: HEIC, in colour, its turn told beside the picture."""
    from pillow_heif import register_heif_opener

    register_heif_opener()
    picture = Image.fromarray(cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB))
    exif = Image.Exif()
    exif[0x0112] = 1
    out = io.BytesIO()
    picture.save(out, "heif", quality=80, exif=exif.tobytes())
    return out.getvalue()


@needs_ocr
def test_a_heic_photo_is_read_in_the_limited_process_like_a_jpeg():
    (document,) = read_all_apart(iphone(photographed(drawn("ke-hoach-thang"))), "IMG_0001.HEIC")
    assert right_share(cells_of(document)) >= 0.7


def test_a_heic_photo_cut_short_is_refused():
    with pytest.raises(Unreadable, match="hỏng hoặc bị cắt ngang"):
        read_bytes(iphone(drawn("ke-hoach-thang"))[:2000], "IMG_0001.HEIC")
