// Who comes in, or opens a way in, while another transaction ends it.
#include <gtest/gtest.h>

#include "kit/devices.hpp"
#include "kit/meanwhile.hpp"

namespace horenso::access {
namespace {

using kit::must;
using kit::wait_for;
using enum DeviceClass;

class AtOneMoment : public kit::DevicesOnBothDatabases {};
INSTANTIATE_TEST_SUITE_P(Databases, AtOneMoment, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(AtOneMoment, GivenSomebodyWhoIsSigningIn_WhenTheirDeviceIsRemoved_ThenNoSessionIsLeftOnIt) {
    auto const aoki = enter("aoki");
    auto const who = sato();
    for (bool const is_by_its_owner : {false, true}) {
        auto const phone = phone_of("sato");
        auto const desk = must(identify(phone_of("sato", office).token));
        Token const token{minato, SessionId{is_by_its_owner ? 2 : 1}, "secret"};
        horenso::kit::meanwhile(
            store(),
            [&](Tx& tx) {  // as signing in does
                touch_device(tx, minato, id_of(phone), NetworkClass::office, clock.now());
                insert_session(tx, token, {who, personal, id_of(phone)}, clock.now());
            },
            [&] {
                auto const done = is_by_its_owner ? wait_for(devices().end(desk, id_of(phone)))
                                                  : wait_for(devices().remove(aoki, id_of(phone)));
                EXPECT_EQ(code(done), "");
            });
        EXPECT_EQ(code(identify(token.text())), "access.signed_out") << is_by_its_owner;
    }
}

TEST_P(AtOneMoment,
       GivenAPasskeyThatIsBeingMade_WhenItsDeviceIsReported_ThenItIsNotGoodAfterwards) {
    auto const phone = phone_of("sato");
    auto const on_phone = must(identify(phone.token));
    kit::PasskeyDevice key{place};
    auto const made = key.make(must(wait_for(passkeys().offer(on_phone, place, {}))));
    std::string added;
    static constexpr Sql mark{R"(
        UPDATE access_device SET lost_at = $3 WHERE org_id = $1 AND device_id = $2)"};
    horenso::kit::meanwhile(
        store(),
        [&](Tx& tx) {  // as a report does
            tx.run(mark, minato, id_of(phone), clock.now());
            end_sessions_on(tx, minato, id_of(phone));
        },
        [&] { added = code(wait_for(passkeys().add(on_phone, place, made))); });
    EXPECT_EQ(added, "access.signed_out");
}

}  // namespace
}  // namespace horenso::access
