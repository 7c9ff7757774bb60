// The number on the card in a wallet that reports a loss (clause 3.7).
#include "kit/devices.hpp"

namespace horenso::access {
namespace {

using kit::must;
using kit::wait_for;
using enum DeviceClass;

class WalletCards : public kit::DevicesOnBothDatabases {};
INSTANTIATE_TEST_SUITE_P(Databases, WalletCards, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(WalletCards, Clause_3_7_GivenAWalletCard_WhenItsNumberIsTyped_ThenTheOwnersPhoneIsDead) {
    auto const phone = phone_of("sato");
    auto const desk = must(identify(phone_of("sato", office).token));
    auto const old = must(wait_for(devices().make_wallet_card(desk)));
    auto const number = must(wait_for(devices().make_wallet_card(desk)));
    EXPECT_EQ(code(wait_for(devices().report_by_number(old, here))), "access.bad_wallet_number");
    EXPECT_EQ(code(wait_for(devices().report_by_number("", here))), "access.bad_wallet_number");
    EXPECT_EQ(ask(phone), "");
    must(wait_for(devices().report_by_number(" " + number + " ", here)));
    EXPECT_EQ(ask(phone), "access.device_lost");
    EXPECT_FALSE(losses(desk).at(0).reported_by);
}

TEST_P(WalletCards,
       Clause_3_7_GivenAWalletCard_WhenItsNumberWasUsed_ThenWhoFindsTheCardLocksNobodyOut) {
    phone_of("sato");
    auto const desk = must(identify(phone_of("sato", office).token));
    auto const number = must(wait_for(devices().make_wallet_card(desk)));
    must(wait_for(devices().report_by_number(number, here)));
    auto const phone = phone_of("sato");
    EXPECT_EQ(code(wait_for(devices().report_by_number(number, here))), "access.bad_wallet_number");
    EXPECT_EQ(ask(phone), "");
    auto const next = must(wait_for(devices().make_wallet_card(desk)));
    auto const ends = at_once(4, [&](int) -> Result<Done> {
        auto const lost = wait_for(devices().report_by_number(next, here));
        return lost ? Result<Done>{Done{}} : Result<Done>{lost.problem()};
    });
    EXPECT_EQ(ends, (kit::Ends{{"", 1}, {"access.bad_wallet_number", 3}}));
    EXPECT_EQ(ask(phone), "access.device_lost");
}

TEST_P(WalletCards, GivenAFloodOfInventedNumbers_WhenTheRightOneComes_ThenItCounts) {
    auto const phone = phone_of("sato");
    auto const number = must(wait_for(devices().make_wallet_card(must(identify(phone.token)))));
    std::map<std::string, int> ends;
    for (int i = 0; i < 120; ++i)
        ++ends[code(wait_for(devices().report_by_number("AAAA-AAAA-AAAA-AAAA-AAAA", here)))];
    EXPECT_GT(ends["access.wait"], 0);
    EXPECT_EQ(ends[""], 0);
    must(wait_for(devices().report_by_number(number, here)));
    EXPECT_EQ(ask(phone), "access.device_lost");
}

}  // namespace
}  // namespace horenso::access
