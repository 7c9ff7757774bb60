// 拠点: where departments and people work. Included by directory.hpp.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/store/store.hpp"
#include "platform/time/clock.hpp"
#include "services/directory/ids.hpp"

namespace horenso::directory {

struct Person;

/// What sites or departments were called, and what they are called now; empty: they are gone.
using Renames = std::map<std::string, std::string>;

/// A site, by the name that stands with departments and people.
struct Site {
    std::string name;
    std::string address = {};
    std::string telephone = {};
    std::vector<std::string> departments = {};  ///< there, in their order
    std::int64_t people = 0;                    ///< there: by themselves, or with their department
};

/// A site as it is from now on.
struct NewSite {
    std::string name;
    std::optional<std::string> was = {};  ///< its name until now; nullopt: it is new
    std::string address = {};
    std::string telephone = {};
};

/// All sites, in the order in which they are shown.
struct AllSites {
    std::int64_t version = 0;  ///< of the directory's stream
    std::vector<Site> all;
};

/// In the order in which they are shown.
std::vector<Site> sites_of(Tx& tx, OrgId org);
bool is_site(Tx& tx, OrgId org, std::string_view name);
/// Where each department works that works somewhere in particular.
using DepartmentSites = std::map<std::string, std::string, std::less<>>;
DepartmentSites sites_of_departments(Tx& tx, OrgId org);

/// Sites, and which departments are there. A site gives nobody any right.
class Sites {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        /// What else knows sites by their names, and follows where departments are.
        std::function<void(Tx&, OrgId, Renames const&)> also_follow = {};
    };
    explicit Sites(Needs needs) : needs_(std::move(needs)) {}

    Task<AllSites> all(Viewer const& viewer) const;
    /// All sites as they are from now on; departments, people and whoever else knows their names follow. What is left
    /// out is gone. Whoever is permitted `staff`, 403; 422 `directory.bad_sites`, 409 `directory.site_in_use`, and
    /// `directory.sites_changed` if the directory is no longer of `version`.
    Task<Result<Done>> set(Viewer const& viewer, std::int64_t version,
                           std::vector<NewSite> sites) const;
    /// A department works there from now on; "": nowhere in particular. Whoever is permitted `staff`, 403; 422
    /// `directory.unknown_site`, `directory.unknown_department`.
    Task<Result<Done>> move(Viewer const& viewer, std::string department, std::string site) const;

    /// The same, for whoever runs the server; a site that is there by its name is that one.
    Task<Result<Done>> set_of(OrgId org, std::vector<NewSite> sites) const;
    Task<Result<Done>> move_of(OrgId org, std::string department, std::string site) const;

private:
    Result<Done> write(Tx& tx, OrgId org, audit::Actor const& actor,
                       std::vector<NewSite> const& sites) const;
    Result<Done> write_move(Tx& tx, OrgId org, audit::Actor const& actor,
                            std::string const& department, std::string const& site) const;
    void follow(Tx& tx, OrgId org, Renames const& renames) const;
    Needs needs_;
};

}  // namespace horenso::directory
