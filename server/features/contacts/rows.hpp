#pragma once
#include "features/contacts/contacts.hpp"
#include "platform/crypto/uuid.hpp"

namespace horenso::contacts {

/// What a book holds, or what of it changed.
struct Since {
    std::vector<Contact> contacts;
    std::vector<ContactId> removed;
};
Since contacts_since(Tx& tx, OrgId org, Owner owner, std::int64_t version);
/// All there are, in no particular order.
std::vector<Contact> contacts_of(Tx& tx, OrgId org, Owner owner);

/// One of the organisation's or of the viewer's own; nobody else's.
std::optional<Contact> find_contact(Tx& tx, Viewer const& viewer, ContactId contact);

/// Who added it, under which key, and what.
struct Added {
    PersonId by;
    crypto::Uuid key;
    std::int64_t hash = 0;
};
/// What was added under the key before: 422 `contacts.key_reused` if it was something else, 404 `contacts.not_found` if
/// it is gone by now.
std::optional<Result<Contact>> find_added(Tx& tx, OrgId org, Added const& added);

/// How many contacts a book holds: the organisation's, and one's own.
inline constexpr std::size_t most_shared = 20'000;
inline constexpr std::size_t most_own = 2'000;
/// Whether the book has no room for so many `more`: 422 `contacts.too_many`.
std::optional<Problem> refuse_more(Tx& tx, OrgId org, Owner owner, std::size_t more);

void insert_contact(Tx& tx, OrgId org, Contact const& contact, std::optional<Added> const& added);
/// False if it is no longer of the version `looked_at`.
bool update_contact(Tx& tx, OrgId org, Contact const& contact, std::int64_t looked_at);
bool empty_contact(Tx& tx, OrgId org, Contact const& contact, std::int64_t version);

/// Counts the book's version up, tells that, and gives the new version.
std::int64_t advance(Tx& tx, OrgId org, Owner owner);

/// All whom contacts name, and whoever adds one: nobody of them retires unseen until the end of the transaction.
/// False if somebody isn't here any more.
bool hold_people(Tx& tx, OrgId org, std::vector<PersonId> people, Instant now);

}  // namespace horenso::contacts
