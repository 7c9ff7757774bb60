// A person's own things as a stream, for /sync.
#include "services/access/view.hpp"

namespace horenso::access {
namespace {

Stream own(live::Reader reader) {
    return directory::person_stream(reader.org, PersonId{reader.person});
}

std::vector<live::Standing> visible(Tx& tx, live::Reader reader) {
    return {{own(reader), tx.head(own(reader)).version}};
}

live::Source::Kind state(Tx& tx, live::Reader reader, Stream const&, std::int64_t,
                         json::Writer& out) {
    PersonId const person{reader.person};
    out.key("settings").raw(settings_json(find_settings(tx, reader.org, person)));
    directory::write_permissions(out.key("permissions"),
                                 directory::standing_of(tx, reader.org, person).permissions);
    return live::Source::Kind::snapshot;
}

/// Whatever it was, this makes the person's devices ask.
live::Missed missed(Tx& tx, Stream const& stream, std::int64_t) {
    auto const person = PersonId{stream.id};
    auto const version = tx.head(stream).version;
    auto const access = directory::access_version(tx, stream.org, person);
    return {.told = {directory::access_changed(stream.org, person, version, access)},
            .version = version,
            .access_of = stream.id};
}

}  // namespace

live::Source source() { return {"person", visible, state, missed}; }

}  // namespace horenso::access
