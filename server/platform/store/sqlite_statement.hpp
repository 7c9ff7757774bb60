#pragma once
#include <sqlite3.h>

#include <memory>
#include <vector>

#include "platform/store/tx.hpp"

namespace horenso::sqlite {

class Connection;

/// A prepared statement, and the rows it is giving. Kept by its connection and used again and again.
class Statement final : public Cursor {
public:
    Statement(Connection& connection, char const* text);
    ~Statement() = default;
    Statement(Statement const&) = delete;

    /// Binds, and takes the first step, so that all changes are made at once (as PostgreSQL does).
    /// Texts and bytes are copied: they may go away before the rows do.
    void start(std::span<Value const> values);

    /// Runs to the end and says how many rows were changed.
    std::int64_t run(std::span<Value const> values);

    /// Rows are being read from it.
    bool busy() const { return busy_; }

    /// The same text prepared once more, for when this one is busy; empty until then.
    std::unique_ptr<Statement>& twin() { return twin_; }

    bool next() override;
    bool is_null(int column) const override;
    std::int64_t integer(int column) const override;
    std::string_view text(int column) const override;
    Bytes bytes(int column) const override;
    void finish() noexcept override;

private:
    enum class Keep { copy, view };
    void bind(std::span<Value const> values, Keep keep);
    void bind_one(int number, Value const& value, Keep keep);
    bool step();
    void expect(int column, int type) const;

    struct Finalize {
        void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
    };
    Connection& connection_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    std::vector<int> numbers_;  // SQLite's number of each parameter; 0: not in this dialect's text
    bool read_only_ = false;
    bool busy_ = false;
    enum class Place { before_first, on_row, end } place_ = Place::end;
    std::unique_ptr<Statement> twin_;
};

}  // namespace horenso::sqlite
