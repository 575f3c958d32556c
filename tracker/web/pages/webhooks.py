"""What Zalo posts to us: messages to the bot, and reports about messages of the Official Account.

Zalo wants 200 within two seconds and repeats what it thinks lost, so everything is taken in once and answered short.
"""

from __future__ import annotations

from starlette.background import BackgroundTask
from starlette.responses import JSONResponse, Response

from notifiers.zalo.bot_inbox import is_from_zalo, read_webhook
from notifiers.zalo.oa_inbox import read_report, signed_by
from tracker.answers.bot_desk import BotDesk
from tracker.answers.official_account import note_report
from tracker.answers.polling import BOT_PATH
from tracker.web.visit import Page, RefusedError, Right, Visit

OA_PATH = "/moc/zalo-oa"
NOT_ZALO = "Yêu cầu này không mang đúng khóa của Zalo."


def bot(visit: Visit) -> Response:
    """Take in a message to the bot and answer it in its chat after this response went out."""
    site = visit.site
    settings = site.channels.zalo_bot
    if not is_from_zalo(visit.headers.get("x-bot-api-secret-token"), settings.webhook_secret):
        raise RefusedError(403, NOT_ZALO)
    message = read_webhook(visit.body)
    if message is None:
        return JSONResponse({"ok": True})
    desk = BotDesk(settings, site.folder, site.calendar_of, site.clock)
    said = desk.taken_in(visit.db, message)
    return JSONResponse({"ok": True}, background=BackgroundTask(desk.say, said) if said else None)


def official_account(visit: Visit) -> Response:
    """Take in a report about messages of the Official Account."""
    settings = visit.site.channels.zalo_oa
    if signed_by(visit.headers.get("x-zevent-signature"), visit.body, settings) is None:
        raise RefusedError(403, NOT_ZALO)
    report = read_report(visit.body, settings.oa_id)
    if report:
        note_report(visit.db, report, visit.now)
    return JSONResponse({"ok": True})


pages = (
    Page(BOT_PATH, bot, "POST", right=Right.ANYONE, raw=True),
    Page(OA_PATH, official_account, "POST", right=Right.ANYONE, raw=True),
)
