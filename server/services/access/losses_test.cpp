// 紛失 (clause 3.7).
#include <gmock/gmock.h>

#include <functional>

#include "kit/audit.hpp"
#include "kit/devices.hpp"
#include "services/access/opening.hpp"

namespace horenso::access {
namespace {

using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;
using namespace std::chrono_literals;
using enum DeviceClass;

class Losses : public kit::DevicesOnBothDatabases {};
INSTANTIATE_TEST_SUITE_P(Databases, Losses, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(Losses, Clause_3_7_GivenALostPhone_WhenItsOwnerReportsIt_ThenItIsDeadAndToldToForget) {
    auto const phone = phone_of("sato"), tablet = phone_of("sato");
    auto const desk = must(identify(phone_of("sato", office).token));
    auto const lost = must(wait_for(devices().report_loss(desk, desk.person, id_of(phone))));
    EXPECT_EQ(lost.devices, 1);
    EXPECT_EQ(lost.sessions, 1);
    EXPECT_EQ(ask(phone), "access.device_lost");
    EXPECT_TRUE(wait_for(access().identify({.token = phone.token, .device = phone.device}))
                    .problem()
                    .empties_browser);
    EXPECT_EQ(ask({.device = phone.device}), "access.device_lost");
    EXPECT_EQ(ask(tablet), "");
    EXPECT_EQ(ended().size(), 1U);
}

TEST_P(Losses,
       Clause_3_7_GivenALostPhone_WhenSomebodySignsInOnIt_ThenItIsRefusedAndTheCardStaysGood) {
    auto const phone = phone_of("sato");
    auto const desk = must(identify(phone_of("sato", office).token));
    must(wait_for(devices().report_loss(desk, desk.person, id_of(phone))));
    auto const card = card_of(sato()).code;
    EXPECT_EQ(code(wait_for(access().sign_in_by_code(card, {here, personal, phone.device}))),
              "access.device_lost");
    give_password("tanaka");
    EXPECT_EQ(code(wait_for(access().sign_in_by_password("tanaka@minato", password,
                                                         {here, personal, phone.device}))),
              "access.device_lost");
    EXPECT_EQ(code(by_code(card)), "");
}

TEST_P(Losses, Clause_3_7_GivenAColleague_WhenReportingForSomebody_ThenAllPrivateDevicesAreDead) {
    auto const phone = phone_of("sato"), tablet = phone_of("sato"), desk = phone_of("sato", office);
    auto const tanaka = enter("tanaka");
    auto const lost = must(wait_for(devices().report_loss(tanaka, sato(), std::nullopt)));
    EXPECT_EQ(lost.devices, 2);
    EXPECT_EQ(ask(phone), "access.device_lost");
    EXPECT_EQ(ask(tablet), "access.device_lost");
    EXPECT_EQ(ask(desk), "");
    EXPECT_THAT(losses(tanaka), IsEmpty());  // the report is not for colleagues
    EXPECT_EQ(losses(must(identify(desk.token))).size(), 2U);
}

TEST_P(Losses, Clause_3_7_GivenAColleaguesReport_WhenItWasWrong_ThenThePasskeyIsGoodAgain) {
    auto const phone = phone_of("sato");
    auto const desk = must(identify(phone_of("sato", office).token));
    kit::PasskeyDevice key{place};
    give_passkey(phone, key);
    EXPECT_EQ(report(enter("tanaka"), sato()), "");
    EXPECT_EQ(by_passkey(key), "access.bad_passkey");  // in no browser, until it is found
    find_all(desk);
    EXPECT_EQ(by_passkey(key), "");
}

TEST_P(Losses, GivenALostPhone_WhenNobodyUsedItForLong_ThenItStaysLostAndItsPasskeyWaits) {
    auto const phone = phone_of("sato");
    kit::PasskeyDevice key{place};
    give_passkey(phone, key);
    EXPECT_EQ(report(enter("tanaka"), sato()), "");
    clock.advance(device_life + 24h);
    auto run = [&](Tx& tx) -> Result<Done> {
        while (sweep(tx, clock.now())) {
        }
        return Done{};
    };
    must(wait_for(store().write(run)));
    EXPECT_EQ(ask({.device = phone.device}), "access.device_lost");
    EXPECT_EQ(by_passkey(key), "access.bad_passkey");
}

TEST_P(Losses,
       Clause_3_7_GivenAColleaguesReport_WhenTheOwnerOrAnAdministratorReports_ThenPasskeysEnd) {
    auto const desk = must(identify(phone_of("sato", office).token));
    auto const tanaka = enter("tanaka"), aoki = enter("aoki");
    auto const number = must(wait_for(devices().make_wallet_card(desk)));
    std::vector<std::function<std::string()>> const words{
        [&] { return report(desk, desk.person); },
        [&] { return report(aoki, desk.person); },
        [&] { return code(wait_for(devices().report_by_number(number, here))); },
    };
    for (auto const& says : words) {
        auto const phone = phone_of("sato");
        kit::PasskeyDevice key{place};
        give_passkey(phone, key);
        EXPECT_EQ(report(tanaka, desk.person), "");
        EXPECT_EQ(says(), "");
        find_all(desk);
        EXPECT_EQ(by_passkey(key), "access.bad_passkey");
    }
}

TEST_P(Losses,
       Clause_3_7_GivenOnlyAPin_WhenItsOwnerReportsALoss_ThenThePasskeyIsGoodOnceItIsFound) {
    auto const phone = phone_of("sato"), counter = phone_of("sato", shared);
    kit::PasskeyDevice key{place};
    give_passkey(phone, key);
    auto by_pin = [&](Tx& tx) -> Result<Done> {
        note_opening(tx, Token::parse(counter.token).value(), "pin");
        return Done{};
    };
    must(wait_for(store().write(by_pin)));
    auto const at_counter = must(identify(counter.token));
    EXPECT_EQ(report(at_counter, at_counter.person), "");
    EXPECT_EQ(ask(phone), "access.device_lost");
    EXPECT_EQ(by_passkey(key), "access.bad_passkey");
    find_all(must(identify(phone_of("sato", office).token)));
    EXPECT_EQ(by_passkey(key), "");
}

TEST_P(Losses,
       Clause_3_7_GivenThreeReportsForOthers_WhenAFourthComes_ThenAnAdministratorIsToBeCalled) {
    auto const tanaka = enter("tanaka"), aoki = enter("aoki");
    auto const desk = must(identify(phone_of("sato", office).token));
    for (int i = 0; i < 3; ++i) {
        phone_of("sato");
        EXPECT_EQ(report(tanaka, sato()), "");
        EXPECT_EQ(report(tanaka, sato()), "");  // nothing more to stop: it doesn't count
        find_all(desk);
        clock.advance(1h);
    }
    auto const phone = phone_of("sato");
    auto const refused = wait_for(devices().report_loss(tanaka, sato(), std::nullopt));
    EXPECT_EQ(code(refused), "access.too_many_losses");
    EXPECT_EQ(refused.problem().status, 409);
    EXPECT_EQ(ask(phone), "");
    EXPECT_EQ(report(tanaka, aoki.person), "access.too_many_losses");
    EXPECT_EQ(report(aoki, sato()), "");  // whoever sees to devices, as often as it takes
    EXPECT_EQ(ask(phone), "access.device_lost");
    clock.advance(21h);
    auto const again = phone_of("sato");
    EXPECT_EQ(report(tanaka, sato()), "");
    EXPECT_EQ(ask(again), "access.device_lost");
    EXPECT_EQ(report(tanaka, tanaka.person), "");  // one's own, always
}

TEST_P(Losses, GivenReportsForOthersAtOnce_WhenAllIsOver_ThenNoMoreThanThreeWereHeard) {
    auto const tanaka = enter("tanaka");
    auto const who = sato();
    for (int i = 0; i < 6; ++i) phone_of("sato");
    static constexpr Sql others{R"(
        INSERT INTO access_loss
               (org_id, loss_id, device_id, person_id, device_name, reported_by, reported_at,
                last_used_at, network, sessions)
        VALUES ($1, $2, $2, $3, '', $4, $5, $5, 'office', 0))"};
    auto earlier = [&](Tx& tx) -> Result<Done> {
        for (std::int64_t i = 1; i <= 2; ++i)
            tx.run(others, minato, i, PersonId{i}, tanaka.person, clock.now());
        return Done{};
    };
    must(wait_for(store().write(earlier)));
    auto const aoki = enter("aoki").person;
    auto const ends = at_once(2, [&](int i) -> Result<Done> {
        auto const lost = wait_for(devices().report_loss(tanaka, i == 0 ? who : aoki, {}));
        return lost ? Result<Done>{Done{}} : Result<Done>{lost.problem()};
    });
    EXPECT_EQ(ends, (kit::Ends{{"", 1}, {"access.too_many_losses", 1}}));
}

TEST_P(Losses, Clause_3_7_GivenAColleague_WhenReportingACertainDevice_ThenItIsLikeNotThere) {
    auto const phone = phone_of("sato");
    auto const tanaka = enter("tanaka");
    EXPECT_EQ(code(wait_for(devices().report_loss(tanaka, sato(), id_of(phone)))),
              "access.no_such_device");
    EXPECT_EQ(code(wait_for(devices().report_loss(tanaka, tanaka.person, id_of(phone)))),
              "access.no_such_device");
    EXPECT_EQ(code(wait_for(devices().report_loss(tanaka, PersonId{1}, std::nullopt))),
              "directory.no_such_person");
    auto const nishi_org = person(tonari, "nishi");
    EXPECT_EQ(code(wait_for(devices().report_loss(tanaka, nishi_org, std::nullopt))),
              "directory.no_such_person");
    EXPECT_EQ(ask(phone), "");
}

TEST_P(Losses, Clause_3_7_GivenAReport_WhenRead_ThenItSaysWhatCouldBeSeenAndWhereItWas) {
    auto const phone = phone_of("sato");
    clock.advance(3h);
    auto const aoki = enter("aoki");
    must(wait_for(devices().report_loss(aoki, sato(), id_of(phone))));
    auto const all = losses(aoki);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].person, sato());
    EXPECT_EQ(all[0].reported_by, aoki.person);
    EXPECT_EQ(all[0].reported_at, morning + 3h);
    EXPECT_EQ(all[0].last_used_at, morning);
    EXPECT_EQ(all[0].sessions, 1);
    EXPECT_THAT(all[0].seen, ElementsAre(Seen{"room", "総務課", 12}, Seen{"people", "", 3}));
    EXPECT_FALSE(all[0].showed_up_at);
    clock.advance(1h);
    EXPECT_EQ(ask(phone), "access.device_lost");
    clock.advance(1h);
    EXPECT_EQ(ask(phone), "access.device_lost");
    EXPECT_EQ(losses(aoki)[0].showed_up_at, morning + 4h);
}

TEST_P(Losses, Clause_3_7_GivenALostPhone_WhenFound_ThenItIsRegisteredAnewAndTheReportStays) {
    auto const phone = phone_of("sato");
    auto const desk = must(identify(phone_of("sato", office).token));
    must(wait_for(devices().report_loss(desk, desk.person, id_of(phone))));
    auto const loss = losses(desk).at(0).id;
    EXPECT_EQ(code(wait_for(devices().end(desk, id_of(phone)))), "");
    EXPECT_EQ(ask(phone), "access.device_lost");  // ending forgets no loss
    EXPECT_EQ(code(wait_for(devices().remove(enter("aoki"), id_of(phone)))),
              "access.device_is_lost");
    EXPECT_EQ(code(wait_for(devices().found(enter("tanaka"), loss))), "access.no_such_loss");
    must(wait_for(devices().found(desk, loss)));
    EXPECT_EQ(code(wait_for(devices().found(desk, loss))), "access.no_such_loss");
    EXPECT_EQ(ask(phone), "access.signed_out");
    auto const again = must(
        wait_for(access().sign_in_by_code(card_of(sato()).code, {here, personal, phone.device})));
    EXPECT_TRUE(again.device);
    EXPECT_TRUE(losses(desk).at(0).found_at);
}

TEST_P(Losses, GivenSignInsAndAReportAtOnce_WhenAllIsOver_ThenNoSessionOfTheLostDeviceIsGood) {
    give_password("sato");
    auto const phone = phone_of("sato");
    auto const aoki = enter("aoki");
    auto const who = sato();
    std::mutex mutex;
    std::vector<std::string> tokens;
    at_once(12, [&](int i) -> Result<Done> {
        if (i == 5) {
            auto const lost = wait_for(devices().report_loss(aoki, who, id_of(phone)));
            return lost ? Result<Done>{Done{}} : Result<Done>{lost.problem()};
        }
        auto in = wait_for(
            access().sign_in_by_password("sato@minato", password, {here, personal, phone.device}));
        if (!in) return in.problem();
        std::lock_guard const lock{mutex};
        tokens.push_back(in->token);
        return Done{};
    });
    for (auto const& token : tokens) EXPECT_EQ(ask({token, phone.device}), "access.device_lost");
}

TEST_P(Losses, GivenALoss_WhenRecorded_ThenTheRowSaysWhoAndHowManyAndNoNumber) {
    phone_of("sato");
    auto const aoki = enter("aoki");
    auto const who = sato();
    auto const rows = audit::kit::recorded_by(
        store(), minato, [&] { must(wait_for(devices().report_loss(aoki, who, std::nullopt))); });
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0], (audit::kit::Recorded{"person", aoki.person.value, aoki.session.value,
                                             "access.device_lost", "person", who.value,
                                             R"({"devices":1,"sessions":1})"}));
}

}  // namespace
}  // namespace horenso::access
