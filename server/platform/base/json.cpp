#include "platform/base/json.hpp"

namespace horenso::json {

Result<boost::json::value> parse(std::string_view text) {
    boost::json::parse_options options;
    options.max_depth = 32;
    boost::system::error_code error;
    auto value = boost::json::parse(text, error, {}, options);
    if (error) return Problem{.status = 400, .code = "json.malformed"};
    return value;
}

}  // namespace horenso::json
