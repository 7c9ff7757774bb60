#include "platform/store/sqlite_statement.hpp"

#include <charconv>
#include <cstring>
#include <stdexcept>
#include <string>

#include "platform/store/parameter.hpp"
#include "platform/store/sqlite_connection.hpp"

namespace horenso::sqlite {
namespace {

// "$12" is 12.
std::size_t number_of(char const* name) {
    std::size_t number = 0;
    if (name && *name == '$') std::from_chars(name + 1, name + std::strlen(name), number);
    if (number == 0) throw std::logic_error{"store: a parameter is not $1, $2 …"};
    return number;
}

}  // namespace

// SQLite numbers parameters as they first appear, so `$2` before `$1` would be the first.
Statement::Statement(Connection& connection, char const* text) : connection_(connection) {
    sqlite3_stmt* made = nullptr;
    auto result = sqlite3_prepare_v3(connection.handle(), text, -1, SQLITE_PREPARE_PERSISTENT,
                                     &made, nullptr);
    statement_.reset(made);
    if (result != SQLITE_OK) connection.fail(result);
    read_only_ = sqlite3_stmt_readonly(made) != 0;
    for (int i = 1; i <= sqlite3_bind_parameter_count(made); ++i) {
        auto number = number_of(sqlite3_bind_parameter_name(made, i));
        if (numbers_.size() < number) numbers_.resize(number);
        numbers_[number - 1] = i;
    }
}

void Statement::bind(std::span<Value const> values, Keep keep) {
    if (values.size() != numbers_.size())
        throw std::logic_error{"store: wrong number of parameters for " +
                               std::string{sqlite3_sql(statement_.get())}};
    check_parameters(values);
    for (std::size_t i = 0; i < values.size(); ++i)
        if (numbers_[i] != 0) bind_one(numbers_[i], values[i], keep);
}

// An empty text or span may have no address, which SQLite would take for NULL.
void Statement::bind_one(int number, Value const& value, Keep keep) {
    auto* to = statement_.get();
    auto const how = keep == Keep::copy ? SQLITE_TRANSIENT : SQLITE_STATIC;
    auto result = SQLITE_OK;
    if (auto const* integer = std::get_if<std::int64_t>(&value.held()))
        result = sqlite3_bind_int64(to, number, *integer);
    else if (auto const* text = std::get_if<std::string_view>(&value.held()))
        result = sqlite3_bind_text64(to, number, text->empty() ? "" : text->data(), text->size(),
                                     how, SQLITE_UTF8);
    else if (auto const* bytes = std::get_if<Bytes>(&value.held()))
        result = sqlite3_bind_blob64(to, number,
                                     bytes->empty() ? static_cast<void const*>("") : bytes->data(),
                                     bytes->size(), how);
    else
        result = sqlite3_bind_null(to, number);
    if (result != SQLITE_OK) connection_.fail(result);
}

bool Statement::step() {
    auto result = sqlite3_step(statement_.get());
    if (result == SQLITE_ROW) return true;
    if (result == SQLITE_DONE) return false;
    try {
        connection_.fail(result);
    } catch (...) {
        sqlite3_reset(statement_.get());
        place_ = Place::end;
        throw;
    }
}

void Statement::start(std::span<Value const> values) {
    bind(values, Keep::copy);
    if (!read_only_) connection_.note_change();
    place_ = step() ? Place::before_first : Place::end;
    busy_ = true;
}

std::int64_t Statement::run(std::span<Value const> values) {
    bind(values, Keep::view);
    if (!read_only_) connection_.note_change();
    while (step()) {
    }
    sqlite3_reset(statement_.get());
    return read_only_ ? 0 : sqlite3_changes64(connection_.handle());
}

bool Statement::next() {
    if (place_ == Place::before_first)
        place_ = Place::on_row;
    else if (place_ == Place::on_row && !step())
        place_ = Place::end;
    return place_ == Place::on_row;
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

void Statement::expect(int column, int type) const {
    if (place_ == Place::on_row && sqlite3_column_type(statement_.get(), column) == type) return;
    throw std::logic_error{
        "store: column " + std::to_string(column) +
        " is NULL, of another type or not there: " + sqlite3_sql(statement_.get())};
}

std::int64_t Statement::integer(int column) const {
    expect(column, SQLITE_INTEGER);
    return sqlite3_column_int64(statement_.get(), column);
}

std::string_view Statement::text(int column) const {
    expect(column, SQLITE_TEXT);
    auto const* at = sqlite3_column_text(statement_.get(), column);
    auto size = sqlite3_column_bytes(statement_.get(), column);
    return {reinterpret_cast<char const*>(at), static_cast<std::size_t>(size)};
}

Bytes Statement::bytes(int column) const {
    expect(column, SQLITE_BLOB);
    auto const* at = sqlite3_column_blob(statement_.get(), column);
    auto size = sqlite3_column_bytes(statement_.get(), column);
    return {static_cast<std::byte const*>(at), static_cast<std::size_t>(size)};
}

// Rows of RETURNING that nobody read are stepped over: a reset half-way must undo nothing.
void Statement::finish() noexcept {
    if (!read_only_)
        while (place_ != Place::end && sqlite3_step(statement_.get()) == SQLITE_ROW) {
        }
    sqlite3_reset(statement_.get());
    place_ = Place::end;
    busy_ = false;
}

}  // namespace horenso::sqlite
