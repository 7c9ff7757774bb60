#include "services/audit/action.hpp"

namespace horenso::audit {

std::string_view name_of(Action action) {
    switch (action) {
        case Action::organisation_made: return "directory.organisation_made";
        case Action::person_added: return "directory.person_added";
        case Action::staff_imported: return "directory.staff_imported";
        case Action::staff_exported: return "directory.staff_exported";
        case Action::role_changed: return "directory.role_changed";
        case Action::role_set_changed: return "directory.role_set_changed";
        case Action::signed_in: return "access.signed_in";
        case Action::signed_out: return "access.signed_out";
        case Action::card_issued: return "access.card_issued";
        case Action::first_password_issued: return "access.first_password_issued";
        case Action::sign_in_rules_set: return "access.sign_in_rules_set";
        case Action::password_set: return "access.password_set";
        case Action::device_approved: return "access.device_approved";
        case Action::device_removed: return "access.device_removed";
        case Action::device_lost: return "access.device_lost";
        case Action::device_found: return "access.device_found";
        case Action::wallet_card_made: return "access.wallet_card_made";
        case Action::places_set: return "access.places_set";
        case Action::display_made: return "access.display_made";
        case Action::display_changed: return "access.display_changed";
        case Action::display_renewed: return "access.display_renewed";
        case Action::display_opened: return "access.display_opened";
        case Action::display_ended: return "access.display_ended";
        case Action::doubt_settled: return "access.doubt_settled";
        case Action::doubt_denied: return "access.doubt_denied";
        case Action::passkey_added: return "access.passkey_added";
        case Action::passkey_removed: return "access.passkey_removed";
        case Action::second_factor_set: return "access.second_factor_set";
        case Action::second_factor_removed: return "access.second_factor_removed";
        case Action::recovery_codes_made: return "access.recovery_codes_made";
        case Action::pin_set: return "access.pin_set";
        case Action::pin_removed: return "access.pin_removed";
        case Action::pin_closed: return "access.pin_closed";
        case Action::room_created: return "talk.room_created";
        case Action::members_added: return "talk.members_added";
        case Action::member_removed: return "talk.member_removed";
        case Action::group_changed: return "talk.group_changed";
        case Action::master_set: return "talk.master_set";
        case Action::deputy_set: return "talk.deputy_set";
        case Action::request_answered: return "talk.request_answered";
        case Action::head_set: return "directory.head_set";
        case Action::departments_set: return "directory.departments_set";
        case Action::sites_set: return "directory.sites_set";
        case Action::department_sited: return "directory.department_sited";
        case Action::leave_set: return "directory.leave_set";
        case Action::change_planned: return "directory.change_planned";
        case Action::change_called_off: return "directory.change_called_off";
        case Action::person_transferred: return "directory.person_transferred";
        case Action::person_retired: return "directory.person_retired";
        case Action::photo_removed: return "directory.photo_removed";
        case Action::rule_set: return "policy.rule_set";
        case Action::rule_limited: return "policy.rule_limited";
        case Action::rule_acknowledged: return "policy.rule_acknowledged";
        case Action::rule_passed: return "policy.rule_passed";
        case Action::urgent_posted: return "talk.urgent_posted";
        case Action::edition_published: return "policy.edition_published";
        case Action::edition_accepted: return "policy.edition_accepted";
        case Action::message_reported: return "talk.message_reported";
        case Action::report_opened: return "talk.report_opened";
        case Action::report_closed: return "talk.report_closed";
        case Action::review_answered: return "talk.review_answered";
        case Action::questions_set: return "quiz.questions_set";
        case Action::contact_added: return "contacts.contact_added";
        case Action::contact_changed: return "contacts.contact_changed";
        case Action::contact_removed: return "contacts.contact_removed";
        case Action::contacts_imported: return "contacts.imported";
        case Action::contacts_exported: return "contacts.exported";
        case Action::mail_way_set: return "contacts.mail_set";
        case Action::hours_set: return "hours.times_set";
    }
    return {};
}

}  // namespace horenso::audit
