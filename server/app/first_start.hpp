#pragma once
#include <optional>
#include <string>

#include "platform/base/catalogue.hpp"
#include "services/access/access.hpp"
#include "services/policy/policy.hpp"

namespace horenso::app {

/// An empty database becomes an organisation that somebody can enter: the sample office, or an
/// organisation with one administrator.
class FirstStart {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        IdSource& ids;
        directory::Directory& directory;
        access::Access& access;
        policy::Policy const& policy;
        Catalogue const& catalogue;
        std::string name;  ///< of the organisation; empty: a general one
        std::string slug;
        bool sample = false;
    };
    explicit FirstStart(Needs needs) : needs_(std::move(needs)) {}

    /// Gives the first administrator's sign-in code if one was made.
    Task<Result<std::optional<std::string>>> run();

private:
    Task<Result<std::optional<std::string>>> make_organisation();
    Needs needs_;
};

}  // namespace horenso::app
