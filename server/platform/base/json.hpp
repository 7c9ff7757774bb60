#pragma once
#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/id.hpp"
#include "platform/base/result.hpp"

/// JSON between the wire and described structs (BOOST_DESCRIBE_STRUCT). Reading: a missing optional is
/// empty, unknown fields are ignored, and every field that fails is named, not only the first. Ids are
/// strings. Include it only in `.cpp` files and `http` files: it costs a second to compile.
namespace horenso::json {

using Fields = std::vector<Problem::Field>;

/// 64 KB and 32 levels at most by default; duplicate keys: the last one counts.
Result<boost::json::value> parse(std::string_view text);

namespace detail {
template <class T>
struct Reader;
}

template <class T>
Result<T> read(std::string_view text) {
    auto value = parse(text);
    if (!value) return value.problem();
    T out{};
    Fields bad;
    detail::Reader<T>::read(*value, out, "", bad);
    if (!bad.empty())
        return Problem{.status = 400, .code = "json.bad_fields", .fields = std::move(bad)};
    return out;
}

}  // namespace horenso::json

#include "platform/base/json_reader.ipp"
