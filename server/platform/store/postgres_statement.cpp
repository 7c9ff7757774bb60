#include "platform/store/postgres_statement.hpp"

#include <charconv>
#include <cstring>
#include <stdexcept>

#include "platform/store/parameter.hpp"
#include "platform/store/postgres_connection.hpp"

namespace horenso::postgres {

Statement::Statement(Connection& connection, std::string name, char const* text,
                     std::span<Value const> values)
    : connection_(connection), name_(std::move(name)) {
    for (auto const& value : values) types_.push_back(type_of(value));
    connection_.check(PQprepare(connection_.handle(), name_.c_str(), text,
                                static_cast<int>(types_.size()), types_.data()));
}

bool Statement::can_take(std::span<Value const> values) const {
    if (busy_ || values.size() != types_.size()) return false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        auto const type = type_of(values[i]);
        if (type != 0 && type != types_[i]) return false;
    }
    return true;
}

void Statement::execute(std::span<Value const> values) {
    check_parameters(values);
    parameters_.set(values);
    constexpr int binary = 1;
    answer_ = connection_.check(PQexecPrepared(
        connection_.handle(), name_.c_str(), parameters_.count(), parameters_.pointers(),
        parameters_.lengths(), parameters_.formats(), binary));
}

void Statement::start(std::span<Value const> values) {
    execute(values);
    row_ = -1;
    rows_ = PQntuples(answer_.get());
    busy_ = true;
}

std::int64_t Statement::run(std::span<Value const> values) {
    execute(values);
    auto const* changed = PQcmdTuples(answer_.get());
    std::int64_t count = 0;
    if (PQresultStatus(answer_.get()) == PGRES_COMMAND_OK || PQnfields(answer_.get()) == 0)
        std::from_chars(changed, changed + std::strlen(changed), count);
    answer_.reset();
    return count;
}

std::string_view Statement::raw(int column) const {
    if (row_ < 0 || row_ >= rows_ || column >= PQnfields(answer_.get()) || is_null(column))
        throw std::logic_error{"store: column " + std::to_string(column) + " is NULL or not there"};
    auto const size = PQgetlength(answer_.get(), row_, column);
    return {PQgetvalue(answer_.get(), row_, column), static_cast<std::size_t>(size)};
}

bool Statement::is_null(int column) const { return PQgetisnull(answer_.get(), row_, column) != 0; }

std::int64_t Statement::integer(int column) const {
    auto const value = raw(column);
    return integer_from(type(column), value);
}

std::string_view Statement::text(int column) const {
    auto const value = raw(column);
    return text_from(type(column), value);
}

Bytes Statement::bytes(int column) const {
    auto const value = raw(column);
    return bytes_from(type(column), value);
}

void Statement::finish() noexcept {
    answer_.reset();
    busy_ = false;
}

}  // namespace horenso::postgres
