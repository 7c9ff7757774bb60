#include "app/first_start.hpp"

#include "app/sample.hpp"

namespace horenso::app {

Task<Result<std::optional<std::string>>> FirstStart::run() {
    if (needs_.sample) {
        SampleNeeds const sample{needs_.store, needs_.ids, needs_.clock, needs_.policy};
        auto loaded = co_await load_sample(sample, embedded::files());
        if (!loaded) co_return loaded.problem();
        co_return std::nullopt;
    }
    auto const orgs = co_await needs_.directory.orgs();
    if (!orgs.empty()) co_return std::nullopt;
    co_return co_await make_organisation();
}

Task<Result<std::optional<std::string>>> FirstStart::make_organisation() {
    auto name = needs_.name;
    if (name.empty()) name = needs_.catalogue.words("app.first_organisation", {}).title;
    auto org = co_await needs_.directory.create_org(needs_.slug, name);
    if (!org && org.problem().code == "directory.slug_taken")
        co_return std::nullopt;  // a twin was first
    if (!org) co_return org.problem();

    directory::Person administrator;
    administrator.login = "admin@" + needs_.slug;
    administrator.name = needs_.catalogue.words("app.first_administrator", {}).title;
    administrator.kana = needs_.catalogue.words("app.first_administrator", {}).instead;
    administrator.role = directory::Role::administrator;
    auto added = co_await needs_.directory.add_person(org->id, std::move(administrator));
    if (!added) co_return added.problem();

    auto card = co_await needs_.access.issue_card_of(org->id, added->id);
    if (!card) co_return card.problem();
    co_return std::optional{card->code};
}

}  // namespace horenso::app
