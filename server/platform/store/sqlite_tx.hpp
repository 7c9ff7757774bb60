#pragma once
#include <utility>
#include <vector>

#include "platform/store/sqlite_connection.hpp"
#include "platform/store/tx.hpp"

namespace horenso::sqlite {

/// What a function sees of its connection. The owner of the connection begins and ends transactions.
class SqliteTx final : public Tx {
public:
    explicit SqliteTx(Connection& connection) : connection_(connection) {}

    /// What was told since the last call.
    std::vector<Told>& told() { return told_; }
    Dialect dialect() const override { return Dialect::sqlite; }

private:
    Cursor& start(Sql const& sql, std::span<Value const> values) override {
        auto& statement = connection_.statement(sql.text(Dialect::sqlite));
        statement.start(values);
        return statement;
    }
    std::int64_t change(Sql const& sql, std::span<Value const> values) override {
        return connection_.statement(sql.text(Dialect::sqlite)).run(values);
    }

    Connection& connection_;
};

}  // namespace horenso::sqlite
