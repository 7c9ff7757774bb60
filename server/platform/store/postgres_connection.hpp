#pragma once
#include <libpq-fe.h>

#include <memory>
#include <string>
#include <unordered_map>

#include "platform/store/database_error.hpp"
#include "platform/store/postgres_statement.hpp"

namespace horenso::postgres {

/// What the worst failure since `forget_failure` means for the transaction.
enum class Failure {
    none,
    failed,  ///< it was rolled back, and would be again
    again,   ///< it was rolled back because of others; run again it may well pass
    full,    ///< no room on the server's disk
    lost,    ///< the connection is gone, and the transaction with it unless it was committing
};

/// A connection and its prepared statements. Used by one thread at a time.
class Connection {
public:
    /// Throws DatabaseError; its text never holds the password.
    explicit Connection(std::string const& url);

    /// A statement that nobody is reading from, prepared once for each literal and kinds of values.
    Statement& statement(char const* literal, std::span<Value const> values);

    /// Runs a text of one or several statements without parameters.
    void execute(char const* script);

    /// Like `execute`, and gives the first column of the first row as text.
    std::string ask(char const* query);

    void roll_back() noexcept;

    bool is_well() const { return PQstatus(connection_.get()) == CONNECTION_OK; }
    Failure failure() const { return failure_; }
    void forget_failure() { failure_ = Failure::none; }

    /// Notes how bad a failed answer is and throws it; hands a good one on.
    Answer check(PGresult* result);

    PGconn* handle() const { return connection_.get(); }

private:
    void prepare_session();

    struct Close {
        void operator()(PGconn* connection) const noexcept { PQfinish(connection); }
    };
    std::unique_ptr<PGconn, Close> connection_;
    std::unordered_map<char const*, std::unique_ptr<Statement>> statements_;  // by address
    int prepared_ = 0;
    Failure failure_ = Failure::none;
};

}  // namespace horenso::postgres
