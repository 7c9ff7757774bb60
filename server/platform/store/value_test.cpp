#include <gmock/gmock.h>

#include <limits>

#include "platform/store/test_table.hpp"

namespace horenso {
namespace {

constexpr Sql insert_all{R"(
    INSERT INTO kind (org_id, id, big, small, words, raw) VALUES ($1, $2, $3, $4, $5, $6)
)"};
constexpr Sql find_all{R"(
    SELECT big, small, words, raw FROM kind WHERE org_id = $1 AND id = $2
)"};

struct Row {
    std::optional<std::int64_t> big = {};
    std::optional<bool> small = {};
    std::optional<std::string> words = {};
    std::optional<std::vector<std::byte>> raw = {};
    friend bool operator==(Row const&, Row const&) = default;
};

class Values : public kit::OnBothDatabases {
protected:
    std::vector<Migration> migrations() const override {
        auto steps = test_table::schema();
        std::string const text =
            "CREATE TABLE kind (org_id BIGINT NOT NULL, id BIGINT NOT NULL, big BIGINT,"
            " small SMALLINT, words TEXT, raw BYTEA, PRIMARY KEY (org_id, id))";
        steps.push_back({"features/kind", 1, "kind", text, text});
        return steps;
    }

    template <class F>
    auto in_write(F const& f) {
        auto work = [&f](Tx& tx) -> Result<decltype(f(tx))> { return f(tx); };
        return *kit::wait_for(store().write(work));
    }

    /// Keeps a row and reads it again.
    Row kept(Row const& row) {
        auto there_and_back = [&](Tx& tx) {
            auto const id = ++last_id_;
            std::optional<Bytes> raw;
            if (row.raw) raw = Bytes{*row.raw};
            tx.run(insert_all, test_table::org, id, row.big, row.small, row.words, raw);
            return read(tx, id);
        };
        return in_write(there_and_back);
    }

    static Row read(Tx& tx, std::int64_t id) {
        auto rows = tx.query(find_all, test_table::org, id);
        EXPECT_TRUE(rows.next());
        Row row{rows.get<std::optional<std::int64_t>>(0), rows.get<std::optional<bool>>(1),
                rows.get<std::optional<std::string>>(2)};
        if (auto raw = rows.get<std::optional<Bytes>>(3)) row.raw.emplace(raw->begin(), raw->end());
        EXPECT_FALSE(rows.next());
        return row;
    }

private:
    std::int64_t last_id_ = 0;
};
INSTANTIATE_TEST_SUITE_P(Databases, Values, kit::both_databases, kit::database_name);

TEST_P(Values, GivenEveryKind_WhenKept_ThenTheyComeBackAsTheyWere) {
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    std::vector<std::byte> every;
    for (int i = 0; i < 256; ++i) every.push_back(static_cast<std::byte>(i));
    for (Row const& row :
         {Row{}, Row{least, false, "葛󠄀城 𠮷野家 ｶﾅ 👨‍👩‍👧", every},
          Row{most, true, "", {{}}}, Row{-1, {}, "' OR 1=1 --", {}},
          Row{0, true, "123", {{std::byte{0}}}}})
        EXPECT_EQ(kept(row), row);
}

TEST_P(Values, GivenNothingFirst_WhenTheSameStatementTakesValues_ThenTheyAreKept) {
    EXPECT_EQ(kept({}), Row{});
    Row const full{7, true, "x", {{std::byte{1}}}};
    EXPECT_EQ(kept(full), full);
    EXPECT_EQ(kept({}), Row{});
}

TEST_P(Values, GivenEmptyViewsWithoutAddress_WhenKept_ThenTheyAreEmptyAndNotNull) {
    auto keep = [](Tx& tx) {
        tx.run(insert_all, 1, 99, nullptr, nullptr, std::string_view{}, Bytes{});
        return read(tx, 99);
    };
    EXPECT_EQ(in_write(keep), (Row{{}, {}, "", {{}}}));
}

TEST_P(Values, GivenParametersOutOfOrder_WhenRun_ThenEachGoesToItsNumber) {
    auto swapped = [](Tx& tx) {
        tx.run("INSERT INTO kind (words, big, id, org_id) VALUES ($4, $3, $2, $1)", 1, 5, 6, "w");
        auto rows = tx.query("SELECT words, big FROM kind WHERE id = $2 AND org_id = $1", 1, 5);
        EXPECT_TRUE(rows.next());
        return std::pair{rows.get<std::string>(0), rows.get<int>(1)};
    };
    EXPECT_EQ(in_write(swapped), (std::pair<std::string, int>{"w", 6}));
}

TEST_P(Values, GivenOneParameterUsedTwice_WhenQueried_ThenBothPlacesHaveIt) {
    auto twice = [](Tx& tx) {
        tx.run(insert_all, 1, 1, nullptr, nullptr, "a", nullptr);
        auto rows = tx.query("SELECT COUNT(*) FROM kind WHERE id = $1 AND org_id = $1", 1);
        rows.next();
        return rows.get<int>(0);
    };
    EXPECT_EQ(in_write(twice), 1);
}

TEST_P(Values, GivenNulInAText_WhenKept_ThenRefused) {
    EXPECT_THROW(kept({.words = std::string{"a\0b", 3}}), std::invalid_argument);
}

TEST_P(Values, GivenColumnOfAnotherType_WhenRead_ThenThrowsInsteadOfGuessing) {
    auto wrong = [](Tx& tx) {
        tx.run(insert_all, 1, 1, nullptr, nullptr, "12", nullptr);
        auto rows = tx.query(find_all, 1, 1);
        rows.next();
        EXPECT_THROW(rows.get<int>(0), std::logic_error);  // NULL
        EXPECT_THROW(rows.get<int>(2), std::logic_error);
        EXPECT_THROW(rows.get<Bytes>(2), std::logic_error);
        EXPECT_THROW(rows.get<std::string>(4), std::logic_error);
        return rows.get<std::string>(2);
    };
    EXPECT_EQ(in_write(wrong), "12");
}

TEST_P(Values, GivenSums_WhenRead_ThenTheyAreWholeNumbers) {
    auto sum = [](Tx& tx) {
        std::vector<std::int64_t> sums;
        std::int64_t id = 0;
        for (std::int64_t each : {std::int64_t{40'000'000}, std::int64_t{-7}, std::int64_t{10'000},
                                  std::int64_t{4'000'000'000'000'000'000}}) {
            tx.run("DELETE FROM kind WHERE org_id = $1", 1);
            for (int i = 0; i < 2; ++i)
                tx.run(insert_all, 1, ++id, each, nullptr, nullptr, nullptr);
            auto rows = tx.query("SELECT SUM(big) FROM kind WHERE org_id = $1", 1);
            rows.next();
            sums.push_back(rows.get<std::int64_t>(0));
        }
        return sums;
    };
    EXPECT_THAT(in_write(sum),
                testing::ElementsAre(80'000'000, -14, 20'000, 8'000'000'000'000'000'000));
}

TEST_P(Values, GivenRowsBeingRead_WhenTheSameStatementIsAskedAgain_ThenBothGoOn) {
    auto nested = [](Tx& tx) {
        for (int id = 1; id <= 3; ++id) tx.run(insert_all, 1, id, id, nullptr, nullptr, nullptr);
        constexpr Sql from{"SELECT big FROM kind WHERE org_id = 1 AND id >= $1 ORDER BY id"};
        int seen = 0;
        auto outer = tx.query(from, 1);
        while (outer.next()) {
            auto inner = tx.query(from, outer.get<int>(0));
            while (inner.next()) seen = seen * 10 + inner.get<int>(0);
        }
        return seen;
    };
    EXPECT_EQ(in_write(nested), 123233);
}

TEST_P(Values, GivenTextThatGoesAway_WhenRowsAreReadLater_ThenTheStatementHasItStill) {
    auto late = [](Tx& tx) {
        for (int id = 1; id <= 3; ++id)
            tx.run(insert_all, 1, id, id, nullptr, "a long enough text to be on the heap", nullptr);
        auto text = std::make_unique<std::string>("a long enough text to be on the heap");
        auto rows = tx.query("SELECT big FROM kind WHERE org_id = 1 AND words = $1", *text);
        text.reset();
        int count = 0;
        while (rows.next()) ++count;
        return count;
    };
    EXPECT_EQ(in_write(late), 3);
}

TEST_P(Values, GivenReturningThatNobodyReads_WhenCommitted_ThenAllRowsAreChanged) {
    auto change = [](Tx& tx) {
        for (int id = 1; id <= 3; ++id) tx.run(insert_all, 1, id, 0, nullptr, nullptr, nullptr);
        constexpr Sql count_up{"UPDATE kind SET big = big + 1 WHERE org_id = $1 RETURNING id"};
        { auto unread = tx.query(count_up, 1); }
        auto half = tx.query(count_up, 1);
        half.next();
        return Done{};
    };
    in_write(change);
    auto total = [](Tx& tx) {
        auto rows = tx.query("SELECT SUM(big) FROM kind WHERE org_id = $1", 1);
        rows.next();
        return rows.get<int>(0);
    };
    EXPECT_EQ(kit::wait_for(store().read(total)), 6);
}

TEST_P(Values, GivenRowsChanged_WhenRun_ThenTheirNumberIsGiven) {
    auto change = [](Tx& tx) {
        for (int id = 1; id <= 3; ++id)
            EXPECT_EQ(tx.run(insert_all, 1, id, 0, nullptr, nullptr, nullptr), 1);
        EXPECT_EQ(tx.run("UPDATE kind SET big = 5 WHERE org_id = $1 AND id < $2", 1, 3), 2);
        return tx.run("DELETE FROM kind WHERE org_id = $1 AND id = $2", 1, 77);
    };
    EXPECT_EQ(in_write(change), 0);
}

}  // namespace
}  // namespace horenso
