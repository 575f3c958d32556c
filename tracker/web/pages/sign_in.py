"""Signing in by a one-time link, and asking for one: looking at a link shows a button, only the button uses it up.

Mail scanners and chat previews open links; they do not press buttons.
"""

from __future__ import annotations

from dataclasses import replace

from starlette.responses import RedirectResponse, Response

from tracker.answers.links import OPEN_PATH, opened_path
from tracker.answers.token import Action, Token
from tracker.signing_in.asking import HOME, TooOftenError, ask, own_path, place_of, read_typed
from tracker.spoken import instant_words
from tracker.store import people, schools, sessions
from tracker.store.records import Person
from tracker.store.sign_in_requests import Request
from tracker.web.manager_link import LinkKind, for_manager, token_of
from tracker.web.sign_in_step import Step, shown, ways
from tracker.web.templating import render
from tracker.web.visit import COOKIE, Page, Right, Visit

USED = (
    "Liên kết đăng nhập này đã dùng, đã quá hạn hoặc không đúng. Mỗi liên kết chỉ dùng một lần; hãy lấy liên kết mới."
)
FOR_WHOM = (
    "Địa chỉ này vừa được xin liên kết nhiều lần. Nếu trường có ghi địa chỉ ấy, liên kết đã gửi vẫn dùng được "
    "trong 30 phút: hãy xem hộp thư. Xin lại được từ {until}."
)
FROM_HERE = "Nơi thầy/cô đang dùng đã xin liên kết quá nhiều lần. Hãy thử lại từ {until}."
TOO_MANY, WRONG = 429, 422
SENT, SENT_TO_READER = "roi", "tin"
OPENING = LinkKind(
    Action.OPEN,
    wrong="Liên kết này không đúng hoặc bị cắt mất một phần. Hãy mở lại từ tin báo.",
    old="Liên kết này đã quá 45 ngày. Hãy mở liên kết trong tin mới nhất của Đúng Hạn.",
    numbered=False,
)


def form(visit: Visit) -> Response:
    """Show the form that asks for a link, or what to do now that one was asked for."""
    sent = visit.query.get("gui")
    if sent in (SENT, SENT_TO_READER):
        return render(visit, "sign_in_asked.html", typed=sent == SENT)
    back = own_path(visit.query.get("ve", ""))
    if visit.session:
        return RedirectResponse(back, 303)
    return shown(visit.site, Step(back, sentence="", heading="Đăng nhập", status=200))


def request_link(visit: Visit) -> Response:
    """Keep that a link was asked for, to be sent; the answer is the same whether the address is known or not."""
    typed = visit.value("address")
    step = Step(own_path(visit.value("back")), sentence="", heading="Đăng nhập", status=WRONG, typed=typed)
    try:
        wanted = Request(read_typed(typed), step.back, place_of(visit.client))
    except ValueError as error:
        return shown(visit.site, replace(step, problem=str(error)))
    return _asked(visit, wanted, step)


def open_page(visit: Visit) -> Response:
    """Lead a manager from a letter of theirs to the page it tells of, by the step of signing in where that is over."""
    if visit.session:
        return RedirectResponse(own_path(opened_path(token_of(visit, OPENING))), 303)
    return for_manager(visit, OPENING, lambda token, person: shown(visit.site, _named(visit, token, person)))


def request_from_letter(visit: Visit) -> Response:
    """Keep that the manager of a letter asks for a link: it goes to their own address, whoever holds the letter."""

    def page(token: Token, person: Person) -> Response:
        step = _named(visit, token, person)
        return _asked(visit, Request("", step.back, place_of(visit.client), person.id), step)

    return for_manager(visit, OPENING, page)


def _named(visit: Visit, token: Token, person: Person) -> Step:
    return Step(own_path(opened_path(token)), name=person.name, action=visit.address)


def _asked(visit: Visit, wanted: Request, step: Step) -> Response:
    if not ways(visit.site):
        return shown(visit.site, replace(step, status=WRONG))
    try:
        ask(visit.db, wanted, visit.now)
    except TooOftenError as error:
        words = (FOR_WHOM if error.same else FROM_HERE).format(until=instant_words(error.until))
        return shown(visit.site, replace(step, problem=words, status=TOO_MANY))
    visit.site.sign_in_asked.set()
    return RedirectResponse(f"/dang-nhap?gui={SENT if wanted.typed else SENT_TO_READER}", 303)


def show(visit: Visit) -> Response:
    """Show the button of a link that is still good."""
    link = sessions.good_link(visit.db, visit.path["link"], visit.now)
    if link is None:
        return _used(visit)
    person = people.by_id(visit.db, link.person_id) if link.person_id else None
    school = schools.by_id(visit.db, person.school_id) if person else None
    return render(visit, "sign_in.html", person=person, school=school, only=sessions.only_manager(visit.db))


def enter(visit: Visit) -> Response:
    """Use the link up, set the session's cookie, go to the page it was asked for from."""
    link = sessions.good_link(visit.db, visit.path["link"], visit.now)
    secret = sessions.open_session(visit.db, visit.path["link"], visit.now)
    if link is None or secret is None:
        return _used(visit)
    response = RedirectResponse(own_path(link.back), 303)
    response.set_cookie(
        COOKIE,
        secret,
        max_age=int(sessions.SESSION_LIVES.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=visit.secure,
    )
    return response


def _used(visit: Visit) -> Response:
    """Say that a link opens nothing any more; who is signed in on this machine, as after a second tap, goes on."""
    if visit.session:
        return RedirectResponse(HOME, 303)
    return shown(visit.site, Step(sentence=USED, heading="Liên kết không còn dùng được", status=410))


def leave(visit: Visit) -> Response:
    """End the session on this device."""
    sessions.end(visit.db, visit.secret, visit.now)
    response = render(visit, "signed_out.html")
    response.delete_cookie(COOKIE, httponly=True, samesite="lax", secure=visit.secure)
    return response


pages = (
    Page("/dang-nhap", form, right=Right.ANYONE),
    Page("/dang-nhap", request_link, "POST", right=Right.ANYONE),
    Page("/dang-nhap/{link}", show, right=Right.ANYONE),
    Page("/dang-nhap/{link}", enter, "POST", right=Right.ANYONE),
    Page(OPEN_PATH + "{token}", open_page, right=Right.ANYONE),
    Page(OPEN_PATH + "{token}", request_from_letter, "POST", right=Right.ANYONE),
    Page("/dang-xuat", leave, "POST"),
)
