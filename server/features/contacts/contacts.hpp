#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "features/contacts/entry.hpp"
#include "features/contacts/ids.hpp"
#include "platform/base/id_source.hpp"
#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/store/store.hpp"
#include "platform/time/clock.hpp"
#include "services/access/access.hpp"
#include "services/directory/directory.hpp"
#include "services/live/live.hpp"

namespace horenso::contacts {

inline constexpr std::string_view changed_event = "contacts.changed";

/// Whose book a contact stands in: the organisation's, which everybody reads, or a person's own, which nobody else does.
using Owner = std::optional<PersonId>;

/// The stream of a book: "contacts", or "contacts:PERSON".
Stream contacts_stream(OrgId org, Owner owner);

/// Somebody outside (外部連絡先).
struct Contact {
    ContactId id;
    Owner owner = {};
    std::int64_t version = 0;  ///< of its stream at the last change
    Entry entry = {};
    friend bool operator==(Contact const&, Contact const&) = default;
};

/// One that is to be added.
struct NewContact {
    bool own = false;
    std::string client_key;  ///< a repeat gets the first answer
    Entry entry;
};

/// How a department writes to people outside (clause 4.2): from its own address.
struct MailWay {
    std::string department;  ///< "": the organisation, for departments without a way of their own
    std::string address;
    std::string webmail;  ///< an https address with {to}; empty: the device's mail program
    friend bool operator==(MailWay const&, MailWay const&) = default;
};

/// What somebody may do with contacts, and how they write to one.
struct Desk {
    bool may_keep = false;             ///< the organisation's contacts
    std::optional<MailWay> mail = {};  ///< of the viewer's department, else the organisation's
    std::vector<MailWay> all = {};     ///< for whoever sets them
    bool may_set_mail = false;
};

/// What a row of a sheet changes of a contact that is there.
struct EntryChange {
    Contact before;
    Entry after;
};

struct SheetRow;

/// What a sheet comes to, before anything is written; in the order of its rows.
struct Plan {
    std::vector<Entry> added;
    std::vector<EntryChange> changed;
    std::int64_t unchanged = 0;
};

/// What an import came to.
using directory::ImportReport;
using directory::ImportStanding;
using directory::SheetKind;

/// Which book a sheet is of.
enum class Whose { ours, mine };
inline constexpr std::size_t largest_own_sheet = 1024 * 1024;

/// Whether somebody may keep the organisation's contacts: whoever is permitted `contacts`, or heads a department. The one
/// place that says so.
bool may_keep(Tx& tx, Viewer const& viewer);

/// People outside, whom nobody can add to anything (clause 4.2).
class Contacts {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        IdSource& ids;
    };
    explicit Contacts(Needs needs) : needs_(needs) {}

    /// The organisation's and the viewer's own.
    Task<std::vector<Contact>> list(Viewer const& viewer) const;

    /// 403 `contacts.not_keeper` for the organisation's; 422 `contacts.bad_entry`, `contacts.no_such_person` (who is
    /// to see to it), `contacts.bad_key`, `contacts.key_reused`, `contacts.too_many`.
    Task<Result<Contact>> add(Viewer const& viewer, NewContact wanted);
    /// As the whole of it is from now on. 404 `contacts.not_found`, also for somebody else's own; 409 `contacts.changed`
    /// if it is no longer of `version`.
    Task<Result<Contact>> change(Viewer const& viewer, ContactId contact, std::int64_t version,
                                 Entry entry);
    Task<Result<Done>> remove(Viewer const& viewer, ContactId contact, std::int64_t version);

    Task<Desk> desk(Viewer const& viewer) const;
    /// Without an address, the department has no way of its own any more. Whoever is permitted `contacts`, 403; 422
    /// `contacts.bad_way`, `contacts.no_such_department`.
    Task<Result<Done>> set_mail(Viewer const& viewer, MailWay way);

    /// Imports the organisation's contacts, or the viewer's own, from the bytes of a workbook or a CSV file (clause B13;
    /// sheet.hpp). Any bad row stops all of it: 422 `contacts.bad_sheet` with every bad row in `fields`. Importing the
    /// same file again changes nothing; nothing is ever removed. 403 `contacts.not_keeper` for the organisation's.
    /// `key`: by which whoever imports finds the result again (`import_standing`).
    Task<Result<ImportReport>> import_sheet(Viewer const& viewer, Whose whose, std::string bytes,
                                            std::string key = {});
    /// What the import would come to; nothing is written.
    Task<Result<Plan>> preview_import(Viewer const& viewer, Whose whose, std::string bytes);
    /// How far the viewer's import or preview has come, and what their last import came to.
    Task<Result<ImportStanding>> import_standing(Viewer const& viewer, Whose whose);
    /// The contacts as a sheet that an import takes again without a change.
    Task<Result<std::string>> export_sheet(Viewer const& viewer, Whose whose, SheetKind kind);

    /// The same of the organisation's, for whoever runs the server.
    Task<Result<ImportReport>> import_sheet_of(OrgId org, std::string bytes);
    Task<Result<Plan>> preview_import_of(OrgId org, std::string bytes);
    ImportStanding import_standing_of(OrgId org) const;
    Task<std::string> export_sheet_of(OrgId org, SheetKind kind) const;

    /// The books as streams, for /sync.
    static live::Source source();

private:
    Task<Result<std::vector<SheetRow>>> read_rows(std::string bytes, Whose whose,
                                                  std::shared_ptr<Progress> progress);
    Needs needs_;
    LongWork imports_{{.threads = 1, .queue = 4}, "directory.import_busy"};
};

/// A contact, and what it says, as the wire has them.
std::string entry_json(Entry const& entry);
std::string contact_json(Contact const& contact);
std::string plan_json(Plan const& plan);

/// Departments are called otherwise, or are gone, and so are their ways to write.
void rename_departments(Tx& tx, OrgId org, directory::Renames const& renames);

/// Deletes the contacts of somebody who retires, and takes them out of those they saw to (clause 3.9).
directory::Erased erase_person(Tx& tx, OrgId org, PersonId person);

/// How many contacts are somebody's own, and how many of everybody's they see to.
std::vector<directory::HandOver> carried_by(Tx& tx, OrgId org, PersonId person);

/// The routes of this folder (api/contacts.yaml).
void add_routes(net::Router& router, access::Door const& door, Contacts& contacts);
void add_sheet_routes(net::Router& router, access::Door const& door, Contacts& contacts);

}  // namespace horenso::contacts
