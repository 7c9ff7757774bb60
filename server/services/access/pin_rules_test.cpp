#include "services/access/pin_rules.hpp"

#include <gtest/gtest.h>

#include <string>

namespace horenso::access {
namespace {

directory::Person sato() {
    directory::Person person;
    person.login = "h.sato1967@minato";
    person.extension = "512";
    person.telephone = "090-1234-8605";
    return person;
}

std::string refused(std::string const& pin) {
    auto const problem = refuse_pin(pin, sato());
    return problem ? problem->code : "";
}

TEST(PinRules, GivenSixDigitsThatNobodyTriesFirst_WhenChosen_ThenTheyAreTaken) {
    for (auto const* pin : {"739184", "408273", "927461"}) EXPECT_EQ(refused(pin), "") << pin;
}

TEST(PinRules, GivenAnythingButSixDigits_WhenChosen_ThenItIsNoPin) {
    for (auto const* pin : {"", "73918", "7391840", "73918a", "７３９１８４", "73918 ", "-73918"})
        EXPECT_EQ(refused(pin), "access.no_pin") << pin;
}

TEST(PinRules, GivenDigitsThatRepeatOrFollowEachOther_WhenChosen_ThenTheyAreRefused) {
    for (auto const* pin : {"000000", "777777", "747474", "744474", "739739", "123456", "654321",
                            "890123", "321098", "112233", "998877", "147258", "159357"})
        EXPECT_EQ(refused(pin), "access.guessable_pin") << pin;
}

TEST(PinRules, GivenWhatMayBeABirthday_WhenChosen_ThenItIsRefused) {
    for (auto const* pin : {"670412", "041267", "420412", "196704", "200512", "081231"})
        EXPECT_EQ(refused(pin), "access.guessable_pin") << pin;
}

TEST(PinRules, GivenNumbersThatColleaguesKnow_WhenChosen_ThenTheyAreRefused) {
    for (auto const* pin : {"851298", "751967", "348605"})
        EXPECT_EQ(refused(pin), "access.guessable_pin") << pin;
    EXPECT_EQ(refuse_pin("851298", directory::Person{}), std::nullopt);
    directory::Person inoue;
    inoue.login = "m.inoue1975-2@office";  // the second of that ID
    EXPECT_NE(refuse_pin("851975", inoue), std::nullopt);
    inoue.login = "58629174@office";  // by staff number
    EXPECT_NE(refuse_pin("629174", inoue), std::nullopt);
}

}  // namespace
}  // namespace horenso::access
