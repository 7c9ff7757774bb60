// Keeping contacts by hand; a sheet of them stands in import.cpp.
#include "features/contacts/contacts.hpp"

#include <algorithm>
#include <cstring>

#include "features/contacts/rows.hpp"
#include "platform/base/json_writer.hpp"
#include "platform/crypto/token.hpp"
#include "services/audit/audit.hpp"

namespace horenso::contacts {
namespace {

Problem not_found() { return {.status = 404, .code = "contacts.not_found"}; }
Problem changed() { return {.status = 409, .code = "contacts.changed"}; }

std::optional<Problem> refuse_entry(Entry const& entry) {
    auto faults = faults_of(entry);
    if (faults.empty()) return std::nullopt;
    return Problem{.status = 422, .code = "contacts.bad_entry", .fields = std::move(faults)};
}

/// Of what was typed, as it is sent under a client key.
std::int64_t hash_of(NewContact const& wanted) {
    std::string all = wanted.own ? "own" : "shared";
    for (auto const& field : fields()) all += '\0' + wanted.entry.*field.text;
    if (wanted.entry.responsible) all += '\0' + std::to_string(wanted.entry.responsible->value);
    auto const whole = crypto::sha256(all);
    std::int64_t first = 0;
    std::memcpy(&first, whole.data(), sizeof first);
    return first;
}

std::optional<Problem> refuse_owner(Tx& tx, Viewer const& viewer, Owner owner) {
    if (owner || may_keep(tx, viewer)) return std::nullopt;
    return Problem{.status = 403, .code = "contacts.not_keeper"};
}

/// Whoever keeps a book, and whoever is to see to what stands in it, work here until the end of the transaction.
std::optional<Problem> hold(Tx& tx, Viewer const& viewer, Entry const& entry, Instant now) {
    std::vector<PersonId> people{viewer.person};
    if (entry.responsible) people.push_back(*entry.responsible);
    if (hold_people(tx, viewer.org, std::move(people), now)) return std::nullopt;
    return Problem{.status = 422, .code = "contacts.no_such_person"};
}

/// What happens to one's own book is nobody else's business.
void record(Tx& tx, Instant now, Viewer const& viewer, Contact const& contact,
            audit::Action action) {
    if (contact.owner) return;
    audit::record(tx, now,
                  {.org = viewer.org,
                   .actor = actor_of(viewer),
                   .action = action,
                   .subject = {audit::Subject::Kind::contact, contact.id.value}});
}

}  // namespace

bool may_keep(Tx& tx, Viewer const& viewer) {
    if (directory::may(tx, viewer, Permission::contacts)) return true;
    auto const heads_it = [&](auto const& one) { return one.head == viewer.person; };
    return std::ranges::any_of(directory::departments_of(tx, viewer.org), heads_it);
}

std::string entry_json(Entry const& entry) {
    json::Writer out;
    out.open_object();
    for (auto const& field : fields()) out.field(field.name, entry.*field.text);
    if (entry.responsible) out.field("responsible", *entry.responsible);
    out.close_object();
    return out.take();
}

std::string contact_json(Contact const& contact) {
    json::Writer out;
    out.open_object()
        .field("id", contact.id)
        .field("own", contact.owner.has_value())
        .field("version", contact.version)
        .key("entry")
        .raw(entry_json(contact.entry))
        .close_object();
    return out.take();
}

Task<std::vector<Contact>> Contacts::list(Viewer const& viewer) const {
    auto read = [&](Tx& tx) {
        auto all = contacts_of(tx, viewer.org, std::nullopt);
        for (auto& one : contacts_of(tx, viewer.org, viewer.person)) all.push_back(std::move(one));
        return all;
    };
    co_return co_await needs_.store.read(read);
}

Task<Result<Contact>> Contacts::add(Viewer const& viewer, NewContact wanted) {
    auto const hash = hash_of(wanted);
    auto const key = crypto::parse_uuid(wanted.client_key);
    if (!key) co_return Problem{.status = 422, .code = "contacts.bad_key"};
    auto const entry = normalised(std::move(wanted.entry));
    if (auto refused = refuse_entry(entry)) co_return *std::move(refused);
    auto const owner = wanted.own ? Owner{viewer.person} : std::nullopt;
    auto const id = needs_.ids.make<ContactId>(needs_.clock.now().ms);

    auto write = [&](Tx& tx) -> Result<Contact> {
        auto const now = needs_.clock.now();
        Added const added{viewer.person, *key, hash};
        if (auto refused = refuse_owner(tx, viewer, owner)) return *std::move(refused);
        if (auto before = find_added(tx, viewer.org, added)) return *std::move(before);
        if (auto refused = hold(tx, viewer, entry, now)) return *std::move(refused);
        if (auto refused = refuse_more(tx, viewer.org, owner, 1)) return *std::move(refused);
        Contact contact{id, owner, advance(tx, viewer.org, owner), entry};
        insert_contact(tx, viewer.org, contact, added);
        record(tx, now, viewer, contact, audit::Action::contact_added);
        return contact;
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Contact>> Contacts::change(Viewer const& viewer, ContactId id, std::int64_t version,
                                       Entry typed) {
    auto const entry = normalised(std::move(typed));
    auto const faulty = refuse_entry(entry);
    auto write = [&](Tx& tx) -> Result<Contact> {
        auto const now = needs_.clock.now();
        auto contact = find_contact(tx, viewer, id);
        if (!contact) return not_found();
        if (auto refused = refuse_owner(tx, viewer, contact->owner)) return *std::move(refused);
        if (faulty) return *faulty;
        if (auto refused = hold(tx, viewer, entry, now)) return *std::move(refused);
        contact->version = advance(tx, viewer.org, contact->owner);
        contact->entry = entry;
        if (!update_contact(tx, viewer.org, *contact, version)) return changed();
        record(tx, now, viewer, *contact, audit::Action::contact_changed);
        return *contact;
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Contacts::remove(Viewer const& viewer, ContactId id, std::int64_t version) {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto contact = find_contact(tx, viewer, id);
        if (!contact) return not_found();
        if (auto refused = refuse_owner(tx, viewer, contact->owner)) return *std::move(refused);
        auto const now = advance(tx, viewer.org, contact->owner);
        contact->version = version;
        if (!empty_contact(tx, viewer.org, *contact, now)) return changed();
        record(tx, needs_.clock.now(), viewer, *contact, audit::Action::contact_removed);
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

}  // namespace horenso::contacts
