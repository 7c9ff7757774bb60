#pragma once
#include <libpq-fe.h>

#include <memory>
#include <string>
#include <vector>

#include "platform/store/postgres_value.hpp"
#include "platform/store/tx.hpp"

namespace horenso::postgres {

class Connection;

struct ClearResult {
    void operator()(PGresult* result) const noexcept { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, ClearResult>;

/// A prepared statement for parameters of certain types, and the rows it is giving. Kept by its
/// connection and used again and again.
class Statement final : public Cursor {
public:
    /// Prepares `text` under `name` for parameters of the types of `values`.
    Statement(Connection& connection, std::string name, char const* text,
              std::span<Value const> values);
    Statement(Statement const&) = delete;

    /// Nobody reads from it, and it was prepared for such types (NULL fits all).
    bool can_take(std::span<Value const> values) const;

    void start(std::span<Value const> values);
    std::int64_t run(std::span<Value const> values);

    /// The same text prepared once more, for when this one can't be used; empty until then.
    std::unique_ptr<Statement>& twin() { return twin_; }

    bool next() override { return ++row_ < rows_; }
    bool is_null(int column) const override;
    std::int64_t integer(int column) const override;
    std::string_view text(int column) const override;
    Bytes bytes(int column) const override;
    void finish() noexcept override;

private:
    void execute(std::span<Value const> values);
    std::string_view raw(int column) const;
    Oid type(int column) const { return PQftype(answer_.get(), column); }

    Connection& connection_;
    std::string name_;
    std::vector<Oid> types_;
    Encoded parameters_;
    Answer answer_;
    int row_ = -1;
    int rows_ = 0;
    bool busy_ = false;
    std::unique_ptr<Statement> twin_;
};

}  // namespace horenso::postgres
