// The organisation's book and one's own as streams, for /sync.
#include "features/contacts/rows.hpp"
#include "platform/base/json_writer.hpp"
#include "services/live/events.hpp"

namespace horenso::contacts {
namespace {

Owner owner_of(Stream const& stream) {
    return stream.id == 0 ? std::nullopt : Owner{PersonId{stream.id}};
}

std::vector<live::Standing> visible(Tx& tx, live::Reader reader) {
    auto const shared = contacts_stream(reader.org, std::nullopt);
    auto const own = contacts_stream(reader.org, PersonId{reader.person});
    return {{shared, tx.head(shared).version}, {own, tx.head(own).version}};
}

live::Source::Kind state(Tx& tx, live::Reader reader, Stream const& stream, std::int64_t since,
                         json::Writer& out) {
    auto const found = contacts_since(tx, reader.org, owner_of(stream), since);
    out.key("contacts").open_array();
    for (auto const& contact : found.contacts) out.raw(contact_json(contact));
    out.close_array();
    if (since == 0) return live::Source::Kind::snapshot;
    out.key("removed_contacts").open_array();
    for (auto const contact : found.removed) out.value(contact);
    out.close_array();
    return live::Source::Kind::changes;
}

live::Missed missed(Tx& tx, Stream const& stream, std::int64_t) {
    auto const version = tx.head(stream).version;
    return {.told = {live::changed(changed_event, stream, version)}, .version = version};
}

}  // namespace

live::Source Contacts::source() { return {"contacts", visible, state, missed}; }

}  // namespace horenso::contacts
