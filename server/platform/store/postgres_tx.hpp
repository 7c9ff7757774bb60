#pragma once
#include <utility>
#include <vector>

#include "platform/store/postgres_connection.hpp"
#include "platform/store/tx.hpp"

namespace horenso::postgres {

/// What a function sees of its connection. The owner of the connection begins and ends transactions.
class PostgresTx final : public Tx {
public:
    explicit PostgresTx(Connection& connection) : connection_(connection) {}

    std::vector<Told>& told() { return told_; }
    Dialect dialect() const override { return Dialect::postgres; }

private:
    Cursor& start(Sql const& sql, std::span<Value const> values) override {
        auto& statement = connection_.statement(sql.text(Dialect::postgres), values);
        statement.start(values);
        return statement;
    }
    std::int64_t change(Sql const& sql, std::span<Value const> values) override {
        return connection_.statement(sql.text(Dialect::postgres), values).run(values);
    }

    Connection& connection_;
};

}  // namespace horenso::postgres
