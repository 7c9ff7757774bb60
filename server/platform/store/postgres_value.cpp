#include "platform/store/postgres_value.hpp"

#include <bit>
#include <stdexcept>
#include <string>

namespace horenso::postgres {
namespace {

// pg_type.dat
constexpr Oid boolean = 16, bytea = 17, name = 19, int8 = 20, int2 = 21, int4 = 23, text = 25,
              bpchar = 1042, varchar = 1043, numeric = 1700;

static_assert(std::endian::native == std::endian::little);

std::int64_t network_order(std::int64_t number) {
    return static_cast<std::int64_t>(__builtin_bswap64(static_cast<std::uint64_t>(number)));
}

// A whole number of 1, 2, 4 or 8 bytes, highest first.
std::int64_t whole(std::string_view raw) {
    std::uint64_t number = (raw.empty() || static_cast<signed char>(raw[0]) >= 0) ? 0 : ~0ull;
    for (char byte : raw) number = number << 8 | static_cast<unsigned char>(byte);
    return static_cast<std::int64_t>(number);
}

[[noreturn]] void wrong(Oid type, std::string_view wanted) {
    throw std::logic_error{"store: a column of type " + std::to_string(type) + " was read as " +
                           std::string{wanted}};
}

// SUM of integers is numeric: digits of base 10000, the highest first, after four 16-bit fields.
std::int64_t whole_numeric(std::string_view raw) {
    auto const field = [raw](std::size_t i) { return whole(raw.substr(i * 2, 2)); };
    auto const digits = field(0);
    auto const weight = field(1);  // of the first digit
    auto const is_negative = field(2) == 0x4000;
    if ((field(2) != 0 && !is_negative) || digits > weight + 1) wrong(numeric, "a whole number");
    std::int64_t number = 0;
    for (std::int64_t i = 0; i <= weight; ++i) {
        auto const digit = i < digits ? field(static_cast<std::size_t>(4 + i)) : 0;
        if (__builtin_mul_overflow(number, 10000, &number) ||
            __builtin_sub_overflow(number, digit, &number))  // downwards, for the lowest of all
            wrong(numeric, "a number of 64 bits");
    }
    if (!is_negative && __builtin_sub_overflow(std::int64_t{0}, number, &number))
        wrong(numeric, "a number of 64 bits");
    return number;
}

}  // namespace

Oid type_of(Value const& value) {
    if (std::holds_alternative<std::int64_t>(value.held())) return int8;
    if (std::holds_alternative<std::string_view>(value.held())) return text;
    if (std::holds_alternative<Bytes>(value.held())) return bytea;
    return 0;
}

// An empty text or span may have no address, which libpq would take for NULL.
void Encoded::set(std::span<Value const> values) {
    numbers_.resize(values.size());
    pointers_.assign(values.size(), nullptr);
    lengths_.assign(values.size(), 0);
    formats_.assign(values.size(), 1);
    auto const view = [this](std::size_t i, char const* at, std::size_t size) {
        pointers_[i] = size == 0 ? "" : at;
        lengths_[i] = static_cast<int>(size);
    };
    for (std::size_t i = 0; i < values.size(); ++i) {
        auto const& held = values[i].held();
        if (auto const* number = std::get_if<std::int64_t>(&held)) {
            numbers_[i] = network_order(*number);
            view(i, reinterpret_cast<char const*>(&numbers_[i]), sizeof numbers_[i]);
        } else if (auto const* string = std::get_if<std::string_view>(&held)) {
            view(i, string->data(), string->size());
        } else if (auto const* bytes = std::get_if<Bytes>(&held)) {
            view(i, reinterpret_cast<char const*>(bytes->data()), bytes->size());
        }
    }
}

std::int64_t integer_from(Oid type, std::string_view raw) {
    switch (type) {
        case int8:
        case int4:
        case int2:
        case boolean: return whole(raw);
        case numeric: return whole_numeric(raw);
        default: wrong(type, "an integer");
    }
}

std::string_view text_from(Oid type, std::string_view raw) {
    if (type != text && type != varchar && type != bpchar && type != name) wrong(type, "a text");
    return raw;
}

Bytes bytes_from(Oid type, std::string_view raw) {
    if (type != bytea) wrong(type, "bytes");
    return std::as_bytes(std::span{raw});
}

}  // namespace horenso::postgres
