#pragma once
#include "platform/base/org.hpp"
#include "services/audit/ids.hpp"

namespace horenso {

using PersonId = Id<struct PersonTag>;
using SessionId = Id<struct SessionTag>;

/// What kind of device somebody sits at; clause 3.4.
enum class DeviceClass { office, shared, personal };

/// Where the request comes from; clause 3.4.
enum class NetworkClass { office, elsewhere };

/// What somebody may be entrusted with besides their own work (clause 3.1): each what one person would be asked to do.
enum class Permission {
    staff,      ///< 人事・名簿: who works there, departments, leave, transfers, retirements
    sign_in,    ///< ログイン: cards, devices, 紛失, networks
    guideline,  ///< 運用ガイドライン: modes, words, editions
    hours,      ///< 勤務時間, of everybody
    quiz,       ///< 理解度チェック
    contacts,   ///< 外部連絡先, and the way mail is written
    reports,    ///< 通報
    figures,    ///< 月ごとの数字, of all departments
    urgent,     ///< 緊急
};

/// Who is asking. Made once per request by `access`; good for that request only.
struct Viewer {
    OrgId org;
    PersonId person;
    SessionId session;
    DeviceClass device = DeviceClass::personal;
    NetworkClass network = NetworkClass::elsewhere;
    bool may_download = true;    ///< here, on this device (clause 3.4)
    bool may_administer = true;  ///< the same, for whoever may at all
};

/// `viewer` as who did something that is recorded.
inline audit::Actor actor_of(Viewer const& viewer) {
    return {audit::Actor::Kind::person, viewer.person.value, viewer.session.value};
}

inline audit::Subject subject_of(OrgId org) {
    return {audit::Subject::Kind::organisation, org.value};
}
inline audit::Subject subject_of(PersonId person) {
    return {audit::Subject::Kind::person, person.value};
}

}  // namespace horenso
