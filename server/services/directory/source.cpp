// The directory as a stream, for /sync.
#include "platform/base/json_writer.hpp"
#include "services/directory/rows.hpp"

namespace horenso::directory {
namespace {

std::vector<live::Standing> visible(Tx& tx, live::Reader reader) {
    auto const stream = directory_stream(reader.org);
    return {{stream, tx.head(stream).version}};
}

/// Nobody is ever taken out of the directory, so changes are enough; a client without anything gets all.
live::Source::Kind state(Tx& tx, live::Reader reader, Stream const&, std::int64_t since,
                         json::Writer& out) {
    out.key("people").open_array();
    for (auto const& person : people_since(tx, reader.org, since)) out.raw(person_json(person));
    out.close_array();
    return since == 0 ? live::Source::Kind::snapshot : live::Source::Kind::changes;
}

live::Missed missed(Tx& tx, Stream const& stream, std::int64_t) {
    auto const version = tx.head(stream).version;
    return {.told = {people_changed(stream.org, version)}, .version = version};
}

}  // namespace

live::Source source() { return {"directory", visible, state, missed}; }

}  // namespace horenso::directory
