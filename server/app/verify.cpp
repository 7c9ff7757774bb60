#include "app/verify.hpp"

#include <map>
#include <optional>

#include "platform/base/json_writer.hpp"
#include "platform/crypto/blake2b.hpp"

namespace horenso::app {
namespace {

Finding finding_of(audit::Chain const& chain, std::string const& slug) {
    json::Writer out;
    out.open_object().field("check", "audit").field("org", chain.org);
    if (!slug.empty()) out.field("slug", slug);
    out.field("entries", chain.entries)
        .field("ok", !chain.broken)
        .field("head", crypto::hex(chain.head));
    if (chain.broken)
        out.field("kind", name_of(chain.broken->kind)).field("seq", chain.broken->seq);
    out.close_object();
    return {!chain.broken, out.take()};
}

/// The chain of every organisation that there is or that has rows.
Task<std::vector<Finding>> check_audit(VerifyParts parts) {
    std::map<OrgId, std::string> slugs;
    auto const with_rows = co_await parts.audit.organisations();
    for (auto const org : with_rows) slugs[org];
    auto const orgs = co_await parts.directory.orgs();
    for (auto const& org : orgs) slugs[org.id] = org.slug;
    std::vector<Finding> findings;
    for (auto const& [org, slug] : slugs) {
        auto const chain = co_await parts.audit.verify(org);
        findings.push_back(finding_of(chain, slug));
    }
    co_return findings;
}

Finding finding_of(std::string const& check, std::vector<std::string> const& faults,
                   std::optional<std::size_t> files) {
    json::Writer out;
    out.open_object().field("check", check);
    if (files) out.field("files", *files);
    out.field("ok", faults.empty());
    if (!faults.empty()) {
        out.key("faults").open_array();
        for (auto const& fault : faults) out.value(fault);
        out.close_array();
    }
    out.close_object();
    return {faults.empty(), out.take()};
}

/// The database's own order, and that every file is what it is called.
Task<std::vector<Finding>> check_storage(VerifyParts parts) {
    auto const faults = co_await parts.backups.look_through();
    std::vector<Finding> findings;
    if (faults) {
        findings.push_back(finding_of("database", faults->database, std::nullopt));
        findings.push_back(finding_of("files", faults->files, faults->file_count));
    } else {
        findings.push_back(finding_of("database", {faults.problem().code}, std::nullopt));
    }
    co_return findings;
}

/// That every room has all its messages: as many as its counter says, without a hole.
Task<std::vector<Finding>> check_rooms(VerifyParts parts) {
    auto const broken = co_await parts.talk.broken_rooms();
    json::Writer out;
    out.open_object().field("check", "rooms").field("ok", broken.empty());
    if (!broken.empty()) out.key("broken").open_array();
    for (auto const& room : broken)
        out.open_object()
            .field("org", room.org)
            .field("room", room.room)
            .field("counter", room.counter)
            .field("messages", room.messages)
            .field("newest", room.newest)
            .close_object();
    if (!broken.empty()) out.close_array();
    out.close_object();
    std::vector<Finding> findings{{broken.empty(), out.take()}};
    co_return findings;
}

using Check = Task<std::vector<Finding>> (*)(VerifyParts);
constexpr Check checks[] = {check_audit, check_storage, check_rooms};

}  // namespace

Task<std::vector<Finding>> verify(VerifyParts parts) {
    std::vector<Finding> all;
    for (auto const check : checks) {
        auto findings = co_await check(parts);
        for (auto& one : findings) all.push_back(std::move(one));
    }
    co_return all;
}

}  // namespace horenso::app
