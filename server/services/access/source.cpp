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
    out.key("settings").raw(settings_json(find_settings(tx, reader.org, PersonId{reader.person})));
    return live::Source::Kind::snapshot;
}

}  // namespace

live::Source source() { return {"person", visible, state}; }

}  // namespace horenso::access
