"""Who gets what answer, written by hand: what the product owes to each kind of person.

It is the second opinion beside `x-authz` of api/ and the checks in server/, made from neither. A table
for each kind of place a person can stand in; its columns are the ranks there. `relations.py` says which
ranks somebody has. Words stand for a status and a code; numbers are answers with what was asked for."""

words = {
    "out": (401, "access.signed_out"),
    "gone": (404, "talk.room_not_found"),  # not yours is like not there
    "admins": (403, "directory.not_administrator"),
    "masters": (403, "talk.not_master"),
    "only_master": (403, "talk.only_master"),
    "nobody": (404, "directory.no_such_person"),
    "higher": (403, "directory.higher_rank"),
    "no_set": (404, "directory.no_such_set"),
    "no_plan": (404, "directory.no_such_change"),
    "stale": (409, "directory.departments_changed"),
    "strangers": (422, "talk.no_such_person"),
    "another": (409, "policy.other_edition"),
    "stale_sites": (409, "directory.sites_changed"),
    "no_site": (422, "hours.unknown_site"),
    "no_such_site": (422, "directory.unknown_site"),
    "nophoto": (404, "directory.no_such_photo"),
    "nodoubt": (404, "access.no_such_doubt"),  # the same
    "nowall": (404, "access.no_such_display"),
    "nodisplay": (401, "access.no_display"),  # whoever is signed in is no screen on a wall
    "no_clause": (404, "policy.no_such_clause"),
    "nolater": (404, "talk.later_not_found"),  # another's is like not there
    "noreport": (404, "talk.report_not_found"),
    "noreview": (404, "talk.review_not_found"),  # another's is like not there
    "nodevice": (404, "access.no_such_device"),
    "noloss": (404, "access.no_such_loss"),
    "nofigures": (403, "talk.figures_not_yours"),
    "notmine": (403, "hours.not_head"),
    "norequest": (404, "talk.request_not_found"),
    "heads": (403, "policy.may_not_choose"),
    "keepers": (403, "contacts.not_keeper"),
    "no_contact": (404, "contacts.not_found"),
    "nopasskey": (404, "access.no_such_passkey"),  # another's is like not there
}

# In an organisation. `permission`: what somebody is entrusted with who may do it besides (clause 3.1), and no other one is
# enough for. `entrusted` is who has that and nothing else; where there is none, somebody with one that doesn't matter.
office = """
operation                  permission outside  member    head      entrusted sub       administrator
health                     -          200      200       200       200       200       200
get_session                -          out      200       200       200       200       200
sign_out                   -          out      204       204       204       204       204
sign_in_by_code            -          201      201       201       201       201       201
sign_in_by_password        -          201      201       201       201       201       201
ask_passkey                -          201      201       201       201       201       201
sign_in_by_passkey         -          201      201       201       201       201       201
offer_passkey              -          out      201       201       201       201       201
add_passkey                -          out      201       201       201       201       201
list_passkeys              -          out      200       200       200       200       200
rename_passkey             -          out      nopasskey nopasskey nopasskey nopasskey nopasskey
remove_passkey             -          out      nopasskey nopasskey nopasskey nopasskey nopasskey
get_second_factor          -          out      200       200       200       200       200
begin_second_factor        -          out      201       201       201       201       201
confirm_second_factor      -          out      201       201       201       201       201
renew_recovery_codes       -          out      201       201       201       201       201
end_second_factor          -          out      204       204       204       204       204
set_device                 -          out      204       204       204       204       204
list_my_devices            -          out      200       200       200       200       200
end_other_devices          -          out      204       204       204       204       204
rename_device              -          out      nodevice  nodevice  nodevice  nodevice  nodevice
end_device                 -          out      nodevice  nodevice  nodevice  nodevice  nodevice
make_wallet_card           -          out      201       201       201       201       201
report_by_wallet_card      -          204      204       204       204       204       204
list_losses                -          out      200       200       200       200       200
report_loss                -          out      201       201       201       201       201
find_loss                  sign_in    out      noloss    noloss    204       204       204
list_new_devices           sign_in    out      admins    admins    200       200       200
approve_device             sign_in    out      admins    admins    204       204       204
remove_device              sign_in    out      admins    admins    204       204       204
list_devices_of            sign_in    out      admins    admins    200       200       200
get_places                 sign_in    out      admins    admins    200       200       200
set_places                 sign_in    out      admins    admins    204       204       204
list_my_doubts             -          out      200       200       200       200       200
answer_doubt               -          out      nodoubt   nodoubt   nodoubt   nodoubt   nodoubt
list_denied_doubts         sign_in    out      admins    admins    200       200       200
list_displays              sign_in    out      admins    admins    200       200       200
make_display               sign_in    out      admins    admins    201       201       201
change_display             sign_in    out      admins    admins    204       204       204
renew_display              sign_in    out      admins    admins    201       201       201
end_display                sign_in    out      admins    admins    204       204       204
open_display               -          201      201       201       201       201       201
get_display                -          nodisplay nodisplay nodisplay nodisplay nodisplay nodisplay
list_colleagues            -          200      200       200       200       200       200
take_over                  -          201      201       201       201       201       201
get_pin                    -          out      200       200       200       200       200
set_pin                    -          out      204       204       204       204       204
remove_pin                 -          out      204       204       204       204       204
know_pin_closing           -          out      204       204       204       204       204
get_sign_in_rules          sign_in    out      admins    admins    200       200       200
set_sign_in_rules          sign_in    out      admins    admins    204       204       204
issue_first_password       sign_in    out      admins    admins    201       201       201
set_password               -          out      204       204       204       204       204
set_settings               -          out      200       200       200       200       200
list_people                -          out      200       200       200       200       200
get_import                 staff      out      admins    admins    200       200       200
import_people              staff      out      admins    admins    200       200       200
preview_import             staff      out      admins    admins    200       200       200
set_photo                  -          out      200       200       200       200       200
remove_photo               -          out      204       204       204       204       204
remove_photo_of            staff      out      admins    admins    204       204       204
get_photo                  -          out      200       200       200       200       200
list_departments           -          out      200       200       200       200       200
set_departments            staff      out      admins    admins    204       204       204
set_department_site        staff      out      admins    admins    204       204       204
list_sites                 -          out      200       200       200       200       200
set_sites                  staff      out      admins    admins    204       204       204
export_people              staff      out      admins    admins    200       200       200
set_head                   staff      out      admins    admins    204       204       204
list_planned               staff      out      admins    admins    200       200       200
call_off_planned           staff      out      admins    admins    204       204       204
plan_transfer              staff      out      admins    admins    204       204       204
plan_retirement            staff      out      admins    admins    204       204       204
list_hand_over             staff      out      admins    admins    200       200       200
list_retired               staff      out      admins    admins    200       200       200
set_leave                  staff      out      admins    admins    204       204       204
end_leave                  staff      out      admins    admins    204       204       204
list_roles                 -          out      admins    admins    admins    200       200
appoint                    -          out      admins    admins    admins    204       204
see_role_changes           -          out      admins    admins    admins    204       204
make_role_set              -          out      admins    admins    admins    admins    201
change_role_set            -          out      admins    admins    admins    admins    204
delete_role_set            -          out      admins    admins    admins    admins    204
get_guideline              -          out      200       200       200       200       200
check_draft                -          out      200       200       200       200       200
dismiss_hints              -          out      204       204       204       204       204
want_hints                 -          out      204       204       204       204       204
choose_setting             guideline  out      admins    admins    204       204       204
choose_department_setting  -          out      heads     204       heads     heads     heads
limit_departments          guideline  out      admins    admins    204       204       204
draft_clause               guideline  out      admins    admins    204       204       204
drop_draft                 guideline  out      admins    admins    204       204       204
draft_own_clause           guideline  out      admins    admins    201       201       201
remove_own_clause          guideline  out      admins    admins    204       204       204
publish_edition            guideline  out      admins    admins    201       201       201
get_edition                -          out      200       200       200       200       200
accept_edition             -          out      204       204       204       204       204
get_hours                  -          out      200       200       200       200       200
ask_statuses               -          out      200       200       200       200       200
set_week                   hours      out      admins    admins    204       204       204
set_day                    hours      out      admins    admins    204       204       204
set_my_week                -          out      204       204       204       204       204
set_my_day                 -          out      204       204       204       204       204
set_department_week        hours      out      notmine   204       204       204       204
set_department_day         hours      out      notmine   204       204       204       204
get_all_hours              hours      out      admins    admins    200       200       200
set_patterns               hours      out      admins    admins    204       204       204
set_department_patterns    hours      out      notmine   204       204       204       204
get_figures                figures    out      nofigures 200       200       200       200
get_quiz                   -          out      200       200       200       200       200
finish_quiz                -          out      204       204       204       204       204
set_questions              quiz       out      admins    admins    204       204       204
reset_questions            quiz       out      admins    admins    204       204       204
get_quiz_progress          quiz       out      admins    admins    200       200       200
get_notices                -          out      200       200       200       200       200
see_notices                -          out      204       204       204       204       204
set_quiet                  -          out      204       204       204       204       204
list_later                 -          out      200       200       200       200       200
take_back_later            -          out      nolater   nolater   nolater   nolater   nolater
list_reviews               -          out      200       200       200       200       200
answer_review              -          out      noreview  noreview  noreview  noreview  noreview
list_reports               reports    out      admins    admins    200       200       200
open_report                reports    out      admins    admins    200       200       200
close_report               reports    out      admins    admins    204       204       204
issue_card                 sign_in    out      admins    admins    201       201       201
list_contacts              -          out      200       200       200       200       200
add_contact                contacts   out      keepers   201       201       201       201
change_contact             contacts   out      keepers   200       200       200       200
remove_contact             contacts   out      keepers   204       204       204       204
get_contacts_desk          -          out      200       200       200       200       200
set_mail_way               contacts   out      admins    admins    204       204       204
get_contacts_import        contacts   out      keepers   200       200       200       200
import_contacts            contacts   out      keepers   200       200       200       200
preview_contacts_import    contacts   out      keepers   200       200       200       200
export_contacts            contacts   out      keepers   200       200       200       200
get_own_contacts_import    -          out      200       200       200       200       200
import_own_contacts        -          out      200       200       200       200       200
preview_own_contacts_import -         out      200       200       200       200       200
export_own_contacts        -          out      200       200       200       200       200
sync                       -          out      200       200       200       200       200
live                       -          out      101       101       101       101       101
list_groups                -          out      200       200       200       200       200
ask_to_join                -          out      204       204       204       204       204
take_back_request          -          out      norequest norequest norequest norequest norequest
list_rooms                 -          out      200       200       200       200       200
create_room                -          out      201       201       201       201       201
"""

# In a room.
room = """
operation             outside  stranger  member   master
get_room              out      gone      200      200
add_members           out      gone      200      200
list_members          out      gone      200      200
remove_member         out      gone      masters  204
set_group             out      gone      masters  204
hand_over             out      gone      masters  204
set_deputy            out      gone      masters  204
answer_request        out      gone      masters  204
list_messages         out      gone      200      200
post_message          out      gone      201      201
keep_later            out      gone      201      201
mark_read             out      gone      204      204
list_readers          out      gone      200      200
report_message        out      gone      201      201
"""

# What a good answer contains for somebody who may see it; nobody else's answer to anything does.
shows = {
    "office": {"get_session", "list_people", "sync"},
    "room": {"list_rooms", "get_room", "list_messages", "post_message", "add_members", "sync"},
}

# By a report of a message an administrator sees its room.
opens_room = {"open_report"}


def parsed(text):
    """operation → rank → (status, code); code None for an answer with what was asked for."""
    head, *lines = (line.split() for line in text.strip().splitlines())
    return {name: {rank: words[cell] if cell in words else (int(cell), None)
                   for rank, cell in zip(head[1:], cells, strict=True) if rank != "permission"}
            for name, *cells in lines}


def permissions_in(text):
    """operation → what somebody is entrusted with who may do it; None where that changes nothing."""
    _, *lines = (line.split() for line in text.strip().splitlines())
    return {name: None if permission == "-" else permission for name, permission, *_ in lines}


permissions = permissions_in(office)
all_permissions = ("staff", "sign_in", "guideline", "hours", "quiz", "contacts", "reports", "figures", "urgent")
tables = {"office": parsed(office), "room": parsed(room)}


def place_of(operation):
    """Which table it stands in."""
    place, = (place for place, table in tables.items() if operation in table)
    return place


def operations():
    return [operation for table in tables.values() for operation in table]
