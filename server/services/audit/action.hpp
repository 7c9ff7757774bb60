#pragma once
#include <string_view>

namespace horenso::audit {

/// Everything that leaves a row. The list is closed, so that whoever reads the rows knows all there
/// can be; a name never changes, because it is part of what is hashed.
enum class Action {
    organisation_made,
    person_added,
    staff_imported,
    staff_exported,    ///< as a file
    role_changed,      ///< or the sets that somebody has
    role_set_changed,  ///< made, another, or gone: then it permits nothing
    signed_in,
    signed_out,
    card_issued,
    first_password_issued,  ///< by the guideline's pattern
    sign_in_rules_set,
    password_set,
    device_approved,
    device_removed,
    device_lost,  ///< 紛失
    device_found,
    wallet_card_made,
    places_set,    ///< from where what may be done
    display_made,  ///< 壁掛け表示
    display_changed,
    display_renewed,  ///< another code; what was open is over
    display_opened,   ///< by its code
    display_ended,
    doubt_settled,  ///< somebody said of use that can't be one person's that it was they
    doubt_denied,   ///< or not
    passkey_added,
    passkey_removed,
    second_factor_set,
    second_factor_removed,
    recovery_codes_made,
    pin_set,
    pin_removed,
    pin_closed,  ///< by wrong tries, on a device
    room_created,
    members_added,
    member_removed,  ///< or left: then actor and subject's `person` are one
    group_changed,   ///< name, purpose, who finds it
    master_set,      ///< of a group
    deputy_set,
    request_answered,  ///< somebody had asked to come into a group
    head_set,          ///< of a department
    departments_set,
    sites_set,
    department_sited,  ///< a department works at another site
    leave_set,
    change_planned,  ///< a transfer or a retirement
    change_called_off,
    person_transferred,
    person_retired,
    photo_removed,  ///< of somebody else
    rule_set,
    rule_limited,  ///< what departments may choose
    rule_acknowledged,
    rule_passed,    ///< an urgent message went although a rule would have asked or refused
    urgent_posted,  ///< 緊急: it rang at once
    edition_published,
    edition_accepted,
    hours_set,
    message_reported,  ///< 通報
    report_opened,
    report_closed,
    questions_set,    ///< of the yearly check
    review_answered,  ///< whether somebody stays in a group after a transfer
    contact_added,  ///< to the organisation's, 外部連絡先; nothing is recorded of people's own
    contact_changed,
    contact_removed,
    contacts_imported,
    contacts_exported,  ///< as a file
    mail_way_set,       ///< the address from which people outside are written to
};

/// "access.signed_in": as it stands in the rows.
std::string_view name_of(Action action);

}  // namespace horenso::audit
