// Cases that the front end's tests are held to as well.
#pragma once
#include <boost/json.hpp>
#include <fstream>
#include <iterator>
#include <string>

#include "kit/source_path.hpp"

namespace horenso::kit {

/// "text_lengths.json" of tests/vectors.
inline boost::json::array shared_vectors(std::string const& name) {
    std::ifstream file{source_path("tests/vectors/" + name)};
    std::string const bytes{std::istreambuf_iterator<char>{file}, {}};
    return boost::json::parse(bytes).as_array();
}

}  // namespace horenso::kit
