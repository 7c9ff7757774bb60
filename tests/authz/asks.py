"""How each operation is asked in a scene: path, and body if it has one. Method and media type are the
contract's."""

import time

from tests.authz.cookies import password
from tests.kit.client import key
from tests.kit.office import sheet

rooms = "/api/v1/talk/rooms"
policy = "/api/v1/policy"
hours = "/api/v1/hours"
access = "/api/v1/access"
networks = [{"name": "本所", "addresses": "127.0.0.0/8", "kind": "office"}]
allowances = [{"device": device, "network": network, "sign_in": True, "download": True, "administration": True}
              for device in ("own", "office", "shared") for network in ("office", "elsewhere")]
patterns = [{"name": "早番", "opens": 420, "closes": 960}, {"name": "休み"}]
questions = [{"text": f"問{n}", "choices": ["はい", "いいえ"], "right": 0, "why": "決まりです"} for n in range(5)]
week = [{"weekday": 1, "opens": 540, "closes": 1020}]


def in_an_hour():
    return int(time.time() * 1000) + 3_600_000


asks = {
    "health": lambda s: ("/healthz",),
    "get_session": lambda s: ("/api/v1/session",),
    "sign_out": lambda s: ("/api/v1/session",),
    "sign_in_by_code": lambda s: ("/api/v1/session/code", {"code": s.office.card("kato")}),
    "sign_in_by_password": lambda s: ("/api/v1/session/password",
                                      {"login": "kato@office", "password": password}),
    "ask_passkey": lambda s: ("/api/v1/session/passkey/challenge",),
    "sign_in_by_passkey": lambda s: ("/api/v1/session/passkey", s.signed_by_passkey()),
    "offer_passkey": lambda s: ("/api/v1/me/passkeys/challenge", {}),
    "add_passkey": lambda s: ("/api/v1/me/passkeys", s.made_passkey()),
    "list_passkeys": lambda s: ("/api/v1/me/passkeys",),
    "rename_passkey": lambda s: (f"/api/v1/me/passkeys/{s.anothers_passkey()}", {"name": "わたしの端末"}),
    "remove_passkey": lambda s: (f"/api/v1/me/passkeys/{s.anothers_passkey()}",),
    "get_second_factor": lambda s: ("/api/v1/me/second-factor",),
    "begin_second_factor": lambda s: ("/api/v1/me/second-factor/secret", s.without_second_factor({})),
    "confirm_second_factor": lambda s: ("/api/v1/me/second-factor", s.begun_second_factor()),
    "renew_recovery_codes": lambda s: ("/api/v1/me/second-factor/codes", s.with_second_factor({})),
    "end_second_factor": lambda s: ("/api/v1/me/second-factor", *s.with_second_factor(())),
    "set_device": lambda s: ("/api/v1/session/device", {"device": "shared"}),
    "list_my_devices": lambda s: ("/api/v1/me/devices",),
    "end_other_devices": lambda s: ("/api/v1/me/devices/end",),
    "rename_device": lambda s: (f"/api/v1/me/devices/{s.device()}", {"name": "私の"}),
    "end_device": lambda s: (f"/api/v1/me/devices/{s.device()}",),
    "make_wallet_card": lambda s: ("/api/v1/me/wallet-card",),
    "report_by_wallet_card": lambda s: ("/api/v1/lost", {"number": s.wallet_number()}),
    "list_losses": lambda s: (f"{access}/losses",),
    "report_loss": lambda s: (f"{access}/losses", {"person": s.owner().person}),
    "find_loss": lambda s: (f"{access}/losses/{s.loss()}/found",),
    "list_new_devices": lambda s: (f"{access}/devices",),
    "approve_device": lambda s: (f"{access}/devices/{s.device()}/approval",),
    "remove_device": lambda s: (f"{access}/devices/{s.device()}",),
    "list_devices_of": lambda s: (f"/api/v1/directory/people/{s.target}/devices",),
    "get_places": lambda s: (f"{access}/places",),
    "set_places": lambda s: (f"{access}/places", {"networks": networks, "allowances": allowances}),
    "set_password": lambda s: ("/api/v1/me/password", {"current": password, "password": password}),
    "set_settings": lambda s: ("/api/v1/me/settings", {"text_size": "large", "theme": "dark",
                                                       "enter_key": "send"}),
    "list_people": lambda s: ("/api/v1/directory/people",),
    "preview_import": lambda s: ("/api/v1/directory/imports/preview", sheet(s.newcomer())),
    "import_people": lambda s: ("/api/v1/directory/imports", sheet(s.newcomer())),
    "list_departments": lambda s: ("/api/v1/directory/departments",),
    "set_departments": lambda s: ("/api/v1/directory/departments", s.departments()),
    "export_people": lambda s: ("/api/v1/directory/exports", {"format": "csv"}),
    "set_head": lambda s: ("/api/v1/directory/heads", {"department": "総務課"}),
    "list_planned": lambda s: ("/api/v1/directory/planned",),
    "call_off_planned": lambda s: (f"/api/v1/directory/planned/{s.planned()}",),
    "plan_transfer": lambda s: (f"/api/v1/directory/people/{s.target}/transfer",
                                {"day": "2099-04-01", "extension": "999"}),
    "plan_retirement": lambda s: (f"/api/v1/directory/people/{s.target}/retirement", {"day": "2099-03-31"}),
    "list_retired": lambda s: ("/api/v1/directory/retired",),
    "set_leave": lambda s: (f"/api/v1/directory/people/{s.target}/leave", {"from": "2099-04-01"}),
    "end_leave": lambda s: (f"/api/v1/directory/people/{s.target}/leave",),
    "get_guideline": lambda s: (f"{policy}/clauses",),
    "check_draft": lambda s: (f"{policy}/check", {"kind": "message", "text": "明日、年休を申請します"}),
    "dismiss_hints": lambda s: (f"{policy}/clauses/5.1/dismissal",),
    "want_hints": lambda s: (f"{policy}/clauses/5.1/dismissal",),
    "choose_setting": lambda s: (f"{policy}/clauses/5.1/settings/main", {"value": "off"}),
    "choose_department_setting": lambda s: (f"{policy}/clauses/5.1/department-settings/main", {"value": "off"}),
    "limit_departments": lambda s: (f"{policy}/clauses/5.1/limits/main", {"modes": ["hint"]}),
    "draft_clause": lambda s: (f"{policy}/clauses/B1/draft", {"title": "見出し", "text": "本文"}),
    "drop_draft": lambda s: (f"{policy}/clauses/B1/draft",),
    "draft_own_clause": lambda s: (f"{policy}/clauses", {"title": "駐車場", "text": "奥から"}),
    "remove_own_clause": lambda s: (f"{policy}/clauses/{s.own_clause()}",),
    "publish_edition": lambda s: (f"{policy}/editions", s.edition()),
    "get_edition": lambda s: (f"{policy}/editions/1",),
    "accept_edition": lambda s: (f"{policy}/acceptance", {"edition": s.present_edition()}),
    "get_hours": lambda s: (hours,),
    "ask_statuses": lambda s: (f"{hours}/statuses", {"people": [s.target]}),
    "set_week": lambda s: (f"{hours}/week", {"scope": "organisation", "week": week}),
    "set_day": lambda s: (f"{hours}/day", {"scope": "site", "whose": "本所", "day": "12-29", "says": "closed"}),
    "set_site": lambda s: (f"{hours}/site", {"department": "総務課", "site": "本所"}),
    "set_my_week": lambda s: (f"{hours}/me/week", {"week": week}),
    "set_my_day": lambda s: (f"{hours}/me/day", {"day": "2026-12-01", "says": "open", "opens": 600, "closes": 1200}),
    "set_department_week": lambda s: (f"{hours}/department/week", {"week": week}),
    "set_department_day": lambda s: (f"{hours}/department/day", {"day": "2026-12-01", "says": "closed"}),
    "get_all_hours": lambda s: (f"{hours}/all",),
    "set_patterns": lambda s: (f"{hours}/patterns", {"scope": "organisation", "patterns": patterns}),
    "set_department_patterns": lambda s: (f"{hours}/department/patterns", {"patterns": patterns}),
    "get_figures": lambda s: ("/api/v1/talk/figures",),
    "get_quiz": lambda s: ("/api/v1/quiz",),
    "finish_quiz": lambda s: ("/api/v1/quiz/done", {"version": s.questions(), "answers": [0, 0, 0, 0, 0]}),
    "set_questions": lambda s: ("/api/v1/quiz/questions", {"version": s.questions(), "questions": questions}),
    "reset_questions": lambda s: ("/api/v1/quiz/questions",),
    "get_quiz_progress": lambda s: ("/api/v1/quiz/progress",),
    "get_notices": lambda s: ("/api/v1/notices",),
    "see_notices": lambda s: ("/api/v1/notices/seen", {"up_to": 1}),
    "set_quiet": lambda s: ("/api/v1/notices/quiet", {"what": "talk", "quiet": True}),
    "list_later": lambda s: ("/api/v1/talk/later",),
    "take_back_later": lambda s: (f"/api/v1/talk/later/{s.anothers_later()}",),
    "issue_card": lambda s: (f"/api/v1/directory/people/{s.target}/card",),
    "sync": lambda s: ("/api/v1/sync", {"streams": []}),
    "live": lambda s: ("/api/v1/live",),
    "list_rooms": lambda s: (rooms,),
    "create_room": lambda s: (rooms, {"kind": "group", "name": "花見の係", "members": [s.office.ids["kato"]],
                                      "client_key": key()}),
    "get_room": lambda s: (f"{rooms}/{s.room}",),
    "add_members": lambda s: (f"{rooms}/{s.room}/members", {"people": [s.office.ids["kato"]]}),
    "remove_member": lambda s: (f"{rooms}/{s.room}/members/{s.target}",),
    "list_messages": lambda s: (f"{rooms}/{s.room}/messages",),
    "post_message": lambda s: (f"{rooms}/{s.room}/messages", {"body": "行ってきます", "client_key": key()}),
    "keep_later": lambda s: (f"{rooms}/{s.room}/later",
                             {"body": "明日の朝に", "client_key": key(), "due_at": in_an_hour()}),
    "mark_read": lambda s: (f"{rooms}/{s.room}/reading", {"seq": 1}),
    "list_readers": lambda s: (f"{rooms}/{s.room}/messages/1/readers",),
    "report_message": lambda s: (f"{rooms}/{s.room}/messages/1/reports", {"reason": "困ります"}),
    "list_reports": lambda s: ("/api/v1/talk/reports",),
    "open_report": lambda s: (f"/api/v1/talk/reports/{s.report()}/openings",),
    "close_report": lambda s: (f"/api/v1/talk/reports/{s.report()}/outcome", {"outcome": "話しました"}),
}
