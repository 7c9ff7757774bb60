#include "services/access/passkey_rows.hpp"

#include <charconv>

#include "services/access/known.hpp"

namespace horenso::access {
namespace {

constexpr Sql insert_row{R"(
    INSERT INTO access_passkey
           (org_id, passkey_id, person_id, credential_id, rp_id, algorithm, public_key, counter, name, created_at,
            used_at, device_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, $11)
    ON CONFLICT (org_id, credential_id) DO NOTHING)"};

constexpr Sql select_mine{R"(
    SELECT passkey_id, name, created_at, used_at, rp_id FROM access_passkey
     WHERE org_id = $1 AND person_id = $2 ORDER BY created_at, passkey_id)"};

constexpr Sql select_credentials{R"(
    SELECT credential_id FROM access_passkey WHERE org_id = $1 AND person_id = $2 AND rp_id = $3)"};

constexpr Sql count_mine{R"(
    SELECT COUNT(*) FROM access_passkey WHERE org_id = $1 AND person_id = $2)"};

constexpr Sql select_key{R"(
    SELECT passkey_id, algorithm, public_key FROM access_passkey
     WHERE org_id = $1 AND person_id = $2 AND credential_id = $3 AND rp_id = $4)"};

constexpr Sql update_use{R"(
    UPDATE access_passkey SET counter = $3, used_at = $4
     WHERE org_id = $1 AND passkey_id = $2 AND (counter < $3 OR counter = 0 AND $3 = 0)
       AND NOT EXISTS (SELECT 1 FROM access_device d
                        WHERE d.org_id = $1 AND d.device_id = access_passkey.device_id
                          AND d.lost_at IS NOT NULL))"};

constexpr Sql update_name{R"(
    UPDATE access_passkey SET name = $4 WHERE org_id = $1 AND person_id = $2 AND passkey_id = $3)"};

constexpr Sql delete_one{R"(
    DELETE FROM access_passkey WHERE org_id = $1 AND person_id = $2 AND passkey_id = $3)"};

constexpr Sql delete_mine{"DELETE FROM access_passkey WHERE org_id = $1 AND person_id = $2"};

Bytes bytes_of(std::string_view text) { return std::as_bytes(std::span{text.data(), text.size()}); }

std::string text_of(Bytes bytes) {
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

template <class I>
bool read_number(std::string_view text, I& out) {
    auto const* end = text.data() + text.size();
    auto const [stop, error] = std::from_chars(text.data(), end, out.value);
    return error == std::errc{} && stop == end && out.value > 0;
}

}  // namespace

std::optional<Holder> read_handle(std::string_view handle) {
    auto const dash = handle.find('-');
    Holder holder;
    if (dash == handle.npos || !read_number(handle.substr(0, dash), holder.org))
        return std::nullopt;
    if (!read_number(handle.substr(dash + 1), holder.person)) return std::nullopt;
    return holder;
}

std::optional<KeptKey> find_passkey(Tx& tx, Holder const& holder, std::string_view credential_id,
                                    std::string_view rp_id) {
    auto row = tx.query(select_key, holder.org, holder.person, bytes_of(credential_id), rp_id);
    if (!row.next()) return std::nullopt;
    auto const algorithm = webauthn::algorithm_of(row.get<std::int64_t>(1));
    if (!algorithm) return std::nullopt;
    return KeptKey{row.get<PasskeyId>(0), *algorithm, text_of(row.get<Bytes>(2))};
}

bool use_passkey(Tx& tx, OrgId org, PasskeyId passkey, std::uint32_t counter, Instant now) {
    return tx.run(update_use, org, passkey, std::int64_t{counter}, now) == 1;
}

bool insert_passkey(Tx& tx, Viewer const& viewer, Passkey const& passkey,
                    webauthn::NewCredential const& credential) {
    return tx.run(insert_row, viewer.org, passkey.id, viewer.person, bytes_of(credential.id),
                  passkey.rp_id, static_cast<std::int64_t>(credential.algorithm),
                  bytes_of(credential.public_key), std::int64_t{credential.counter}, passkey.name,
                  passkey.created_at, device_under(tx, viewer)) == 1;
}

std::vector<Passkey> passkeys_of(Tx& tx, OrgId org, PersonId person) {
    std::vector<Passkey> all;
    auto row = tx.query(select_mine, org, person);
    while (row.next()) {
        auto const used_at = row.get<Instant>(3);
        all.push_back({row.get<PasskeyId>(0), row.get<std::string>(1), row.get<Instant>(2),
                       used_at.ms ? std::optional{used_at} : std::nullopt,
                       row.get<std::string>(4)});
    }
    return all;
}

std::vector<std::string> credentials_of(Tx& tx, OrgId org, PersonId person,
                                        std::string_view rp_id) {
    std::vector<std::string> all;
    auto row = tx.query(select_credentials, org, person, rp_id);
    while (row.next()) all.push_back(text_of(row.get<Bytes>(0)));
    return all;
}

std::int64_t count_passkeys(Tx& tx, OrgId org, PersonId person) {
    auto row = tx.query(count_mine, org, person);
    row.next();
    return row.get<std::int64_t>(0);
}

bool has_passkey(Tx& tx, OrgId org, PersonId person) { return count_passkeys(tx, org, person) > 0; }

bool rename_passkey(Tx& tx, OrgId org, PersonId person, PasskeyId passkey, std::string_view name) {
    return tx.run(update_name, org, person, passkey, name) == 1;
}

bool delete_passkey(Tx& tx, OrgId org, PersonId person, PasskeyId passkey) {
    return tx.run(delete_one, org, person, passkey) == 1;
}

std::int64_t erase_passkeys(Tx& tx, OrgId org, PersonId person) {
    return tx.run(delete_mine, org, person);
}

}  // namespace horenso::access
