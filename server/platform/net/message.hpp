#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/base/id.hpp"
#include "platform/base/json.hpp"
#include "platform/base/result.hpp"

namespace horenso::net {

/// Name and value.
using Header = std::pair<std::string, std::string>;

enum class Method { get, put, post, patch, remove };
std::string_view name_of(Method method);  ///< "GET"

/// A request whose head and body have been read whole and found well-formed. Lives until its reply
/// has been sent.
struct Request {
    Method method = Method::get;
    std::string path;             ///< percent-decoded, without the query
    std::string query;            ///< raw, without '?'
    std::vector<Header> headers;  ///< names in lower case
    std::vector<std::pair<std::string, std::string>> path_parameters;
    std::string body;
    std::string remote;  ///< address of the peer; "" on a local socket
    std::string origin;  ///< ours, as the peer called us: "https://minato.example"; "" there too
    std::string request_id;  ///< stands in the log and in `X-Request-Id`

    bool is_secure() const { return origin.starts_with("https:"); }
    std::string_view header(std::string_view name) const;  ///< "" if absent; name in lower case
    std::string_view cookie(std::string_view name) const;  ///< "" if absent
    std::string_view path_parameter(std::string_view name) const;
    std::optional<std::string> query_parameter(std::string_view name) const;  ///< percent-decoded
    /// A query parameter as a whole number; a Problem if it is there and isn't one (or out of range).
    Result<std::optional<std::int64_t>> query_number(std::string_view name, std::int64_t least,
                                                     std::int64_t most) const;

    /// The `{name}` of the route as an id. A path whose id is not a number is no path: 0 (never used).
    template <class I>
    I id(std::string_view name) const {
        return I{id_value(name)};
    }

    /// The body as a described struct; the Problem names every bad field.
    template <class T>
    Result<T> json() const {
        return json::read<T>(body);
    }

private:
    std::int64_t id_value(std::string_view name) const;
};

/// What goes back.
struct Reply {
    int status = 200;
    std::string content_type = {};  ///< "" with an empty body
    std::string body = {};
    std::vector<Header> headers = {};
    std::string_view file = {};  ///< if set, sent instead of `body`; lives as long as the program
};

Reply ok(std::string json);
Reply created(std::string json);
Reply no_content();

}  // namespace horenso::net
