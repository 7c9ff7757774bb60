#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "platform/store/sql.hpp"

namespace horenso::postgres {

/// The number PostgreSQL gives a type (`pg_type.oid`).
using Oid = unsigned int;

/// The type a parameter is declared with; 0, left to the server, for NULL.
Oid type_of(Value const& value);

/// Parameters in PostgreSQL's binary form, as libpq takes them. Texts and bytes are viewed.
class Encoded {
public:
    void set(std::span<Value const> values);

    int count() const { return static_cast<int>(pointers_.size()); }
    char const* const* pointers() const { return pointers_.data(); }
    int const* lengths() const { return lengths_.data(); }
    int const* formats() const { return formats_.data(); }

private:
    std::vector<std::int64_t> numbers_;  // in network order
    std::vector<char const*> pointers_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
};

/// What a column of type `type` holds, from PostgreSQL's binary form. Throw std::logic_error if the
/// type is another.
std::int64_t integer_from(Oid type, std::string_view raw);
std::string_view text_from(Oid type, std::string_view raw);
Bytes bytes_from(Oid type, std::string_view raw);

}  // namespace horenso::postgres
