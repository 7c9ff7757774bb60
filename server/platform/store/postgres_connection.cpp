#include "platform/store/postgres_connection.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace horenso::postgres {
namespace {

constexpr std::string_view unique_violation = "23505";

// PostgreSQL, appendix A: error codes.
Failure how_bad(std::string_view state) {
    if (state == "40001" || state == "40P01" || state == unique_violation) return Failure::again;
    if (state == "53100") return Failure::full;
    return Failure::failed;
}

std::string_view field(PGresult const* result, int code) {
    auto const* text = PQresultErrorField(result, code);
    return text ? text : std::string_view{};
}

// Class 22, bad data, quotes the data.
std::string said(std::string_view state, PGresult const* result) {
    auto text = "postgres: " + std::string{state};
    if (!state.starts_with("22")) text += ' ' + std::string{field(result, PG_DIAG_MESSAGE_PRIMARY)};
    return text;
}

std::unique_ptr<PGconn, void (*)(PGconn*)> connect(std::string const& url) {
    // What stands before dbname can be overridden by the connection string.
    std::array const names{"connect_timeout",
                           "keepalives_idle",
                           "tcp_user_timeout",
                           "application_name",
                           "dbname",
                           "client_encoding",
                           static_cast<char const*>(nullptr)};
    std::array const values{
        "5", "10", "10000", "horenso", url.c_str(), "UTF8", static_cast<char const*>(nullptr)};
    return {PQconnectdbParams(names.data(), values.data(), 1), PQfinish};
}

// libpq's own complaint about a malformed string would quote it, password and all.
void check_readable(std::string const& url) {
    auto* options = PQconninfoParse(url.c_str(), nullptr);
    if (!options) throw DatabaseError{"postgres: the connection string can't be read"};
    PQconninfoFree(options);
}

}  // namespace

Connection::Connection(std::string const& url) {
    check_readable(url);
    connection_.reset(connect(url).release());
    if (!connection_ || !is_well())
        throw DatabaseError{std::string{"postgres: "} + PQerrorMessage(connection_.get())};
    PQsetNoticeProcessor(
        connection_.get(), [](void*, char const*) {}, nullptr);
    prepare_session();
}

// An answered write is on disk, whatever the server's default is; nothing waits for ever.
void Connection::prepare_session() {
    execute(
        "SET client_min_messages = warning; SET statement_timeout = '30s';"
        "SET idle_in_transaction_session_timeout = '60s'; SET jit = off");
    if (ask("SHOW synchronous_commit") == "off") execute("SET synchronous_commit = on");
    if (auto encoding = ask("SHOW server_encoding"); encoding != "UTF8")
        throw DatabaseError{"postgres: the database must be UTF8, but is " + encoding};
}

Statement& Connection::statement(char const* literal, std::span<Value const> values) {
    auto* kept = &statements_[literal];
    while (*kept && !(*kept)->can_take(values)) kept = &(*kept)->twin();
    if (!*kept)
        *kept =
            std::make_unique<Statement>(*this, "s" + std::to_string(++prepared_), literal, values);
    return **kept;
}

void Connection::execute(char const* script) { check(PQexec(connection_.get(), script)); }

std::string Connection::ask(char const* query) {
    auto answer = check(PQexec(connection_.get(), query));
    return PQntuples(answer.get()) > 0 ? PQgetvalue(answer.get(), 0, 0) : "";
}

void Connection::roll_back() noexcept {
    if (is_well() && PQtransactionStatus(connection_.get()) != PQTRANS_IDLE)
        PQclear(PQexec(connection_.get(), "ROLLBACK"));
}

Answer Connection::check(PGresult* result) {
    Answer answer{result};
    auto const status = PQresultStatus(result);  // of null: a fatal error
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return answer;
    auto const state = field(result, PG_DIAG_SQLSTATE);
    failure_ = std::max(failure_, is_well() ? how_bad(state) : Failure::lost);
    if (failure_ == Failure::lost) throw DatabaseError{"postgres: the connection was lost"};
    if (state == unique_violation) throw AlreadyThere{said(state, result)};
    throw DatabaseError{said(state, result)};
}

}  // namespace horenso::postgres
