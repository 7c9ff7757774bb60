#include "services/audit/row.hpp"

#include "platform/crypto/blake2b.hpp"

namespace horenso::audit {
namespace {

/// The bytes that are hashed; row.hpp says how they are written.
class Hashed {
public:
    Hashed& number(std::int64_t value) {
        auto const bits = static_cast<std::uint64_t>(value);
        for (int shift = 56; shift >= 0; shift -= 8)
            bytes_ += static_cast<char>(bits >> shift & 0xFF);
        return *this;
    }
    Hashed& text(std::string_view value) {
        number(static_cast<std::int64_t>(value.size()));
        bytes_ += value;
        return *this;
    }
    Hashed& digest(crypto::Digest const& value) {
        bytes_.append(reinterpret_cast<char const*>(value.data()), value.size());
        return *this;
    }
    crypto::Digest hash() const { return crypto::blake2b(bytes_); }

private:
    std::string bytes_;
};

}  // namespace

crypto::Digest hash_of(Row const& row) {
    return Hashed{}
        .text("horenso.audit.row.1")
        .digest(row.previous)
        .number(row.org.value)
        .number(row.seq)
        .number(row.at.ms)
        .text(row.actor)
        .number(row.person)
        .number(row.session)
        .text(row.action)
        .text(row.subject)
        .number(row.subject_id)
        .text(row.details)
        .hash();
}

crypto::Digest genesis(OrgId org) {
    return Hashed{}.text("horenso.audit.genesis.1").number(org.value).hash();
}

}  // namespace horenso::audit
