#include "services/access/password_rules.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <random>
#include <sstream>

#include "kit/source_path.hpp"
#include "platform/text/kana.hpp"
#include "services/access/owner_words.hpp"

namespace horenso::access {
namespace {

using enum Guess;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;

PasswordOwner const sasaki{"みなと市社会福祉協議会", "minato", "佐々木 彩", "ササキ アヤ",
                           "a.sasaki@minato"};

std::string code(std::string_view password, PasswordOwner const& owner = sasaki) {
    auto const refused = refuse_password(password, owner);
    return refused ? refused->code : "";
}

std::size_t left(std::string_view password) { return guess(password, sasaki).left; }

TEST(PasswordRules, GivenLongOnesWithoutAnythingKnown_WhenAsked_ThenTheyAreTakenInAnyScript) {
    for (auto const* password :
         {"かぼちゃと自転車と灯台と金曜日", "zukyo-tebarin-gomuzawa",
          "correct horse battery staple", "q8!vN#2rTz&mW5xLp", "ｚｕｋｙｏｔｅｂａｌｕｎｇｏｍ",
          "🐟🐢🦀🐙🦑🐡🐬🐳🦭🐧🦩🦚🦜🦉🦔"})
        EXPECT_EQ(code(password), "") << password;
    EXPECT_EQ(left("かぼちゃと自転車と灯台と金曜日"), 15u);
}

TEST(PasswordRules, GivenLengths_WhenAsked_ThenFourteenIsTooShortAndMoreThan128TooLong) {
    EXPECT_EQ(code("十四文字のことばでは短いです"), "access.weak_password");
    EXPECT_EQ(code(std::string(14, 'a') + "\xCC\x81"), "access.weak_password");
    std::mt19937 random{4};  // NOLINT: the same letters each time
    std::string letters;
    while (letters.size() < 128) letters += static_cast<char>('a' + random() % 26);
    EXPECT_EQ(code(letters), "");
    EXPECT_EQ(code(letters + 'x'), "access.long_password");
    EXPECT_EQ(code(std::string(100'000, 'x')), "access.long_password");
}

TEST(PasswordRules, GivenWhatOthersKnow_WhenItStandsInAPassword_ThenOnlyTheRestCounts) {
    struct Case {
        char const* password;
        std::size_t left;
        Guess found;
    };
    for (auto const& [password, rest, found] : {Case{"ｓｈａｋｙｏ", 0, organisation},
                                                {"5h4ky0", 0, organisation},
                                                {"SYAKYOU!", 1, organisation},
                                                {"みなと市社会福祉協議会", 0, organisation},
                                                {"みなと社協", 0, organisation},
                                                {"minato", 0, organisation},
                                                {"佐々木", 0, name},
                                                {"ささき", 0, name},
                                                {"ｻｻｷ", 0, name},
                                                {"sasaki", 0, name},
                                                {"5@5@k1", 0, name},
                                                {"aya", 0, name},
                                                {"彩", 1, name},
                                                {"1985", 0, year},
                                                {"19850312", 0, year},
                                                {"03121985", 0, year},
                                                {"850312", 0, year},
                                                {"昭和60年", 0, year},
                                                {"㍼60", 0, year},
                                                {"平成元年", 0, year},
                                                {"Showa60", 0, year},
                                                {"S60", 0, year},
                                                {"p@ssw0rd", 0, common},
                                                {"パスワード", 0, common},
                                                {"iloveyou", 0, common},
                                                {"aaaaaaaaaa", 1, pattern},
                                                {"ねこだねこだねこだ", 3, pattern},
                                                {"4567", 0, pattern},
                                                {"ytrewq", 0, pattern},
                                                {"efghij", 0, pattern},
                                                {"さしすせそ", 0, pattern},
                                                {"1qaz2wsx", 0, pattern}}) {
        auto const guessed = guess(password, sasaki);
        EXPECT_EQ(guessed.left, rest) << password;
        if (rest == 0) {
            EXPECT_THAT(guessed.found, Contains(found)) << password;
        }
    }
}

TEST(PasswordRules, GivenNothingKnown_WhenNumbersAndLettersStandInAPassword_ThenTheyCount) {
    EXPECT_EQ(left("8640275139750264"), 16u);  // no year, no date
    EXPECT_EQ(left("zs60"), 4u);               // an S within a word is no era
    EXPECT_EQ(left("xqvk"), 4u);
    EXPECT_THAT(guess("tebarin", sasaki).found, IsEmpty());
}

TEST(PasswordRules, GivenAReading_WhenSpelt_ThenAllUsualSpellingsAreKnown) {
    EXPECT_THAT(spellings("サトウ"), IsSupersetOf({"sato", "satou", "satoh"}));
    EXPECT_THAT(spellings("ショウジ"), IsSupersetOf({"shoji", "shouji", "shohji", "syouzi"}));
    EXPECT_THAT(spellings("オオツカ"), IsSupersetOf({"otsuka", "ootsuka", "ohtsuka", "ootuka"}));
    EXPECT_THAT(spellings("ハットリ"), IsSupersetOf({"hattori"}));
    EXPECT_THAT(spellings("佐藤"), IsEmpty());
}

TEST(PasswordRules, GivenARefusal_WhenRead_ThenItNamesEachKindAndNothingOfThePassword) {
    auto const refused = refuse_password("sasaki-shakyo-1985-zz", sasaki);
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->arguments, (Problem::Arguments{{"left", "5"}}));
    EXPECT_THAT(refused->fields,
                ElementsAre(Problem::Field{"password", "access.password_has_organisation"},
                            Problem::Field{"password", "access.password_has_name"},
                            Problem::Field{"password", "access.password_has_year"}));
}

/// People as an office has them, and what somebody who knows the old rule would try: the initial and the surname and
/// the year of birth, the organisation's word and the year, letters and digits the other way round.
class Guessers {
public:
    std::pair<PasswordOwner, std::string> next() {
        auto const& [surname, reading] = pick(surnames);
        auto const& [given, given_reading] = pick(given_names);
        auto const spelt = pick_of(spellings(reading)),
                   given_spelt = pick_of(spellings(given_reading));
        auto const born = std::to_string(1930 + random_() % 97);
        PasswordOwner owner{"みなと市社会福祉協議会", "minato", surname + ' ' + given,
                            reading + ' ' + given_reading,
                            given_spelt.substr(0, 1) + '.' + spelt + born + "@minato"};
        std::vector<std::string> const words{
            spelt,    given_spelt, given_spelt.substr(0, 1) + '.' + spelt,
            "shakyo", "syakyou",   "minato",
            "社協",   surname,     reading,
            "fukushi"};
        std::string guess;
        for (auto parts = 2 + random_() % 4; parts > 0; --parts) {
            auto const word = written(words[random_() % words.size()]);
            auto const when = written_year(born);
            guess += random_() % 2 ? word + when : when + word;
            guess += separators[random_() % separators.size()];
        }
        return {std::move(owner), std::move(guess)};
    }

private:
    using Name = std::pair<std::string, std::string>;

    template <class T>
    T const& pick(std::vector<T> const& from) {
        return from[random_() % from.size()];
    }
    std::string pick_of(std::set<std::string> const& from) {
        return *std::next(from.begin(), static_cast<std::ptrdiff_t>(random_() % from.size()));
    }
    std::string written(std::string word) {
        auto const way = random_() % 4;
        for (auto& c : word) {
            if (way == 1) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
            if (way == 2 && c == 'a') c = '@';
            if (way == 2 && c == 'o') c = '0';
            if (way == 2 && c == 's') c = '5';
        }
        if (way == 3)
            word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
        return word;
    }
    std::string written_year(std::string const& born) {
        auto const year = std::stoi(born);
        switch (random_() % 5) {
            case 0: return born + "0401";
            case 1: return "昭和" + std::to_string(1 + (year - 1926) % 64) + "年";
            case 2: return "heisei" + std::to_string(1 + year % 31);
            default: return born;
        }
    }

    std::vector<Name> const surnames{{"佐藤", "サトウ"},
                                     {"大野", "オオノ"},
                                     {"庄司", "ショウジ"},
                                     {"渡邊", "ワタナベ"},
                                     {"長宗我部", "チョウソカベ"},
                                     {"服部", "ハットリ"},
                                     {"井上", "イノウエ"},
                                     {"新保", "シンボ"},
                                     {"藤井", "フジイ"},
                                     {"土屋", "ツチヤ"},
                                     {"原", "ハラ"},
                                     {"菊地", "キクチ"}};
    std::vector<Name> const given_names{{"花子", "ハナコ"},    {"太郎", "タロウ"}, {"翔", "ショウ"},
                                        {"千鶴", "チヅル"},    {"優子", "ユウコ"}, {"実", "ミノル"},
                                        {"順一", "ジュンイチ"}};
    std::vector<std::string> const separators{"", "", "-", "_", "!", "."};
    std::mt19937 random_{20260401};
};

TEST(PasswordRules, GivenGeneratedPeople_WhenAnybodyTriesWhatTheOldRuleSays_ThenNoneOfItIsTaken) {
    Guessers guessers;
    int tried = 0;
    for (int i = 0; i < 3000; ++i) {
        auto const [owner, password] = guessers.next();
        auto const refused = code(password, owner);
        EXPECT_NE(refused, "") << owner.login << ' ' << password;
        tried += refused == "access.guessable_password";
    }
    EXPECT_GT(tried, 2000);  // not only for being short
}

/// The words that the screen makes passwords of, in the spelling in which they are typed.
std::vector<std::string> made_words() {
    std::ifstream file{kit::source_path("web/src/platform/i18n/ja/password_words.ts")};
    std::stringstream all;
    all << file.rdbuf();
    auto const text = all.str();
    auto const from = text.find('`') + 1;
    std::istringstream words{text.substr(from, text.find('`', from) - from)};
    std::vector<std::string> spelt;
    for (std::string word; words >> word;) {
        auto const typed = spellings(text::to_katakana_full_width(word));
        if (typed.empty()) throw std::runtime_error{word + " is no kana"};
        spelt.push_back(*std::ranges::min_element(typed, {}, &std::string::size));
    }
    return spelt;
}

TEST(PasswordRules, GivenPasswordsThatTheScreenMakes_WhenAsked_ThenAllAreTaken) {
    auto const words = made_words();
    EXPECT_EQ(words.size(), 1024u);
    EXPECT_EQ((std::set<std::string>{words.begin(), words.end()}.size()), words.size());
    std::mt19937 random{1};  // NOLINT: the same each time
    for (int i = 0; i < 3000; ++i) {
        std::string password;
        for (int word = 0; word < 5; ++word)
            password += (word ? "-" : "") + words[random() % words.size()];
        EXPECT_EQ(code(password), "") << password;
    }
}

}  // namespace
}  // namespace horenso::access
