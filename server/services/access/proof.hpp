#pragma once
#include <boost/describe.hpp>
#include <optional>
#include <string>

namespace horenso::access {

/// What somebody who signed in long ago gives to prove that it is still they.
struct Proof {
    std::optional<std::string> password = {};
    std::optional<std::string> code = {};  ///< of the second factor, by whoever has one
};
BOOST_DESCRIBE_STRUCT(Proof, (), (password, code))

}  // namespace horenso::access
