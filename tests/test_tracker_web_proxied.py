"""`tracker serve` behind a reverse proxy that speaks https: signing in, its cookie, forms, and who is believed."""

from __future__ import annotations

import http.client
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.serving import tracker
from tests.fakes.reverse_proxy import reverse_proxy
from tracker.check import Verdict
from tracker.examination import base_url as address_check
from tracker.web.guard import LONGEST_PROOF
from tracker.web.site import Site

NAME = "lich.truong.edu.vn"
LINK = re.compile(rf"https://{NAME}(/dang-nhap/\S+)")
NGINX = {"Host": None, "X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.7"}
"""What the README's setup passes on."""


README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_the_readme_passes_on_what_is_tried_here_and_takes_what_may_be_sent() -> None:
    assert set(re.findall(r"proxy_set_header (\S+)", README)) == set(NGINX)
    assert int(re.search(r"client_max_body_size (\d+)m", README)[1]) * 1024 * 1024 >= LONGEST_PROOF


@pytest.mark.parametrize(
    ("base_url", "verdict", "told"),
    [
        (f"https://{NAME}", Verdict.GOOD, "X-Forwarded-Proto"),
        (f"http://{NAME}", Verdict.OPTIONAL, "cookie không mã hóa"),
        ("", Verdict.OPTIONAL, "chỉ máy này"),
    ],
)
def test_doctor_says_what_the_server_in_front_must_do(
    base_url: str, verdict: Verdict, told: str, tmp_path: Path
) -> None:
    (tmp_path / "settings.toml").write_text(f'base_url = "{base_url}"\n', encoding="utf-8")
    found = address_check(tmp_path)
    assert (found.verdict, told in found.found) == (verdict, True)
    assert bool(found.mend) is (verdict is not Verdict.GOOD)


@pytest.fixture
def behind(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Start the service with an https address; give where it listens and the path of its sign-in link."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "settings.toml").write_text(f'base_url = "https://{NAME}"\n', encoding="utf-8")
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("TRACKER_", "FORWARDED_"))}
    process = subprocess.Popen(
        tracker(data, "serve", "--port", "0"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environ
    )
    try:
        found = next(found for line in process.stdout if (found := LINK.search(line)))
        yield (data / "served-at").read_text(encoding="utf-8").strip(), found[1]
    finally:
        process.terminate()
        process.communicate(timeout=30)


def ask(port: int, method: str, path: str, host: str = NAME, **headers: str) -> tuple[int, str, str]:
    """Ask as a browser does; return status, the cookie set and the page."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    line.request(method, path, headers={"Host": host, "Content-Length": "0", **headers})
    answer = line.getresponse()
    page = answer.read().decode()
    line.close()
    return answer.status, answer.getheader("set-cookie", ""), page


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param(NGINX, id="as the README says"),
        pytest.param({"Host": None}, id="https not told"),
        pytest.param({"Host": None, "X-Forwarded-Proto": "http"}, id="a proxy before the proxy"),
        pytest.param({"Host": "127.0.0.1", "X-Forwarded-Proto": "https"}, id="the name not kept"),
    ],
)
def test_behind_an_https_proxy_the_cookie_is_secure_and_signs_in(
    behind: tuple[str, str], headers: dict[str, str | None]
) -> None:
    address, link = behind
    with reverse_proxy(address, headers) as port:
        status, cookie, _ = ask(port, "POST", link, **{"Sec-Fetch-Site": "same-origin"})
        assert (status, "; Secure" in cookie, "HttpOnly" in cookie) == (303, True, True)
        status, _, page = ask(port, "GET", "/", Cookie=cookie.partition(";")[0])
        assert (status, "Đăng xuất" in page) == (200, True)


def test_on_the_machine_itself_the_cookie_goes_over_plain_http(behind: tuple[str, str]) -> None:
    address, link = behind
    at = urlsplit(address)
    status, cookie, _ = ask(at.port, "POST", link, at.netloc)
    assert (status, "Secure" in cookie) == (303, False)


def test_a_page_elsewhere_changes_nothing_through_the_proxy(behind: tuple[str, str]) -> None:
    address, link = behind
    with reverse_proxy(address, NGINX) as port:
        for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://khac.vn"}):
            status, cookie, _ = ask(port, "POST", link, **headers)
            assert (status, cookie) == (403, "")
        status, cookie, _ = ask(port, "POST", link, Origin=f"https://{NAME}")
        assert (status, "; Secure" in cookie) == (303, True)


@pytest.mark.parametrize(
    ("base_url", "scheme", "host", "secure"),
    [
        (f"https://{NAME}", "http", NAME, True),
        (f"https://{NAME}", "http", NAME.upper() + ":443", True),
        (f"https://{NAME}:8443", "http", f"{NAME}:8443", True),
        (f"https://{NAME}", "https", "127.0.0.1:8000", True),
        (f"https://{NAME}", "http", f"{NAME}:8000", False),
        (f"https://{NAME}", "http", "127.0.0.1:8000", False),
        (f"https://{NAME}", "http", f"x{NAME}", False),
        (f"http://{NAME}", "http", NAME, False),
        ("", "http", "", False),
    ],
)
def test_a_request_is_secure_by_its_proxy_or_by_the_address_people_use(
    base_url: str, scheme: str, host: str, secure: bool, tmp_path: Path
) -> None:
    assert Site(tmp_path, base_url).is_secure(scheme, host) is secure
