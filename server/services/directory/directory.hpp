#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/id_source.hpp"
#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/store/store.hpp"
#include "platform/time/clock.hpp"
#include "services/directory/appointments.hpp"
#include "services/directory/changes.hpp"
#include "services/directory/ids.hpp"
#include "services/directory/imports.hpp"
#include "services/directory/login_id.hpp"
#include "services/directory/photos.hpp"
#include "services/directory/roles.hpp"
#include "services/directory/sites.hpp"
#include "services/live/live.hpp"

namespace horenso::net {
class Router;
struct Request;
struct Reply;
}  // namespace horenso::net

namespace horenso::directory {

struct Org {
    OrgId id;
    std::string slug;  ///< the part of a login after '@': a-z, 0-9, '-'
    std::string name;
};

/// 休職 (clause B5): from a day to a day, both included; without an end until somebody says it.
struct Leave {
    std::string from;  ///< "2026-12-01"
    std::optional<std::string> until;

    bool includes(std::string_view day) const;
    friend bool operator==(Leave const&, Leave const&) = default;
};

/// What somebody does besides (兼務).
struct Post {
    std::string department;
    std::string position = {};
    friend bool operator==(Post const&, Post const&) = default;
};

/// "総務係／主任、貸付係": as posts stand in a staff sheet, and in the store.
std::string posts_text(std::vector<Post> const& posts);

struct Person {
    PersonId id;
    std::string login;
    std::string name;
    std::string kana;                     ///< full-width katakana
    std::string department;               ///< 所属
    std::string position;                 ///< 役職
    std::string employment;               ///< 雇用区分; clause 5.4
    std::string extension;                ///< 内線
    std::optional<std::string> hired_on;  ///< "2026-04-01"
    Role role = Role::member;
    std::optional<Leave> leave = {};  ///< now, later, or once
    std::vector<Post> posts = {};     ///< in the order of the sheet
    std::string telephone = {};       ///< one for work
    std::string duties = {};          ///< 担当
    std::string site = {};            ///< 拠点, where it isn't the department's
    std::optional<PhotoId> photo = {};
    bool retired = false;  ///< then there is nothing else but a name: 退職者 and a number
    friend bool operator==(Person const&, Person const&) = default;
};

/// What a row of a staff sheet changes of somebody who is there.
struct StaffChange {
    Person before;
    Person after;
};

struct StaffSheet;

/// What a staff sheet comes to, before anything is written; in the order of its rows.
struct StaffPlan {
    std::vector<Person> added;
    std::vector<StaffChange> changed;
    std::int64_t unchanged = 0;
};

/// A department, by the name that stands with its people, and who heads it.
struct Department {
    std::string name;
    std::string parent;       ///< the one that it is a part of; empty: none
    std::int64_t people = 0;  ///< with those who have a post there besides
    std::optional<PersonId> head;
};

/// A department as it is from now on.
struct NewDepartment {
    std::string name;
    std::optional<std::string> was = {};     ///< its name until now; nullopt: it is new
    std::optional<std::string> parent = {};  ///< the new name of one that stands before it
};

/// All departments, in the order in which they are shown, each behind its parent.
struct Departments {
    std::int64_t version = 0;  ///< of the directory's stream
    std::vector<Department> all;
};

/// Changes the names in a column of them, of departments or of sites. `update` sets it to $3 where it is $2, `erase` deletes the rows
/// where it is $2; both in the organisation $1. Two that swap their names are no trouble.
void rename_in(Tx& tx, OrgId org, Renames const& renames, Sql const& update, Sql const& erase);

enum class SheetKind { xlsx, csv };
/// The media types of both, and how many bytes one may have, for routes that take a sheet.
inline constexpr char const* sheet_types =
    "text/csv application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
inline constexpr std::size_t largest_sheet = 8 * 1024 * 1024;
/// "xlsx", "csv"; 422 `directory.bad_format` for another word.
Result<SheetKind> sheet_kind(std::string_view word);
/// A sheet to be saved as `name` and the ending of its kind.
net::Reply as_file(std::string sheet, SheetKind kind, std::string const& name);

/// The stream that everybody in the organisation reads: who is there.
Stream directory_stream(OrgId org);
/// A person's own things: settings, what they may see.
Stream person_stream(OrgId org, PersonId person);

/// 403 `directory.not_downloaded_here` where clause 3.4 says so: for whatever gives files away.
std::optional<Problem> refuse_download(Viewer const& viewer);

/// A login as it is stored and compared: half-width, lower case, without spaces around it. nullopt if
/// it can't be one: 1 to 100 of a-z, 0-9, '.', '_', '-', '+', beginning with a letter or digit, with
/// no two dots together; then perhaps '@' and the organisation's part.
std::optional<std::string> normalised_login(std::string_view typed);

/// The parts of the directory that other operations use inside their own transactions.
/// Who is retired is found by none of them but `people_since`, for the sake of what they wrote.
std::optional<Person> find_person(Tx& tx, OrgId org, PersonId person);
std::optional<Org> find_org(Tx& tx, OrgId org);
/// The organisation, locked until the end of the transaction: changes to its people go one by one.
std::optional<Org> lock_org(Tx& tx, OrgId org);
/// The organisation a (normalised) login names: by what follows '@', else the only one there is.
std::optional<Org> find_org_of_login(Tx& tx, std::string_view login);
/// Exact; a login without '@' is also looked for with the organisation's own.
std::optional<Person> find_login(Tx& tx, Org const& org, std::string_view login);
/// Everybody whose row changed after `version` of the directory stream, in kana order.
std::vector<Person> people_since(Tx& tx, OrgId org, std::int64_t version);
bool is_person(Tx& tx, OrgId org, PersonId person);
/// Everybody who works there.
std::vector<PersonId> person_ids(Tx& tx, OrgId org);
/// All organisations.
std::vector<OrgId> org_ids(Tx& tx);
/// True for somebody whose account lives on the day `today`. Until the end of the transaction nobody's leave begins, and
/// nobody retires, unseen.
bool hold_person(Tx& tx, OrgId org, PersonId person, std::string_view today);
/// The person's row, locked until the end of the transaction: whoever holds it has ended, or waits.
void lock_person(Tx& tx, OrgId org, PersonId person);
/// Whether `person` heads the department or one that it is a part of; what heads may do is said by clause 0.
bool is_head(Tx& tx, OrgId org, PersonId person, std::string_view department);

/// In the order in which they are shown.
std::vector<Department> departments_of(Tx& tx, OrgId org);
std::optional<Leave> leave_of(Tx& tx, OrgId org, PersonId person);
/// Everybody who is on leave on the day of `at`.
std::vector<PersonId> on_leave(Tx& tx, OrgId org, Instant at);

/// Counts up what `person` may see, tells the person's own stream, and gives the new number. Called by
/// whatever changes memberships, in the same transaction.
std::int64_t change_access(Tx& tx, OrgId org, PersonId person);
std::int64_t access_version(Tx& tx, OrgId org, PersonId person);
/// What is told of it. `version`: of the person's stream; `access`: the new number.
Told access_changed(OrgId org, PersonId person, std::int64_t version, std::int64_t access);

/// `person` as the wire says it.
std::string person_json(Person const& person);
std::string report_json(ImportReport const& report);
std::string plan_json(StaffPlan const& plan);

/// The directory as a stream, for /sync.
live::Source source();

/// Organisations and who works there.
class Directory {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        IdSource& ids;
        /// What else a new organisation needs, in the transaction that makes it.
        std::function<void(Tx&, OrgId)> also_make = {};
        /// What else follows, in the same transaction, when somebody's leave is another.
        std::function<void(Tx&, OrgId, PersonId)> also_leave = {};
        /// What else knows departments by their names.
        std::function<void(Tx&, OrgId, Renames const&)> also_rename = {};
        /// What else follows when somebody came, or has another department, post or employment.
        std::function<void(Tx&, OrgId, StaffPlan const&)> also_place = {};
        /// The same when departments were set: they are called otherwise, or are parts of others.
        std::function<void(Tx&, OrgId, Renames const&)> also_rearrange = {};
        /// What else follows when somebody is given another role.
        AlsoAppoint also_appoint = {};
        /// What an organisation makes the logins of newcomers from (clause 7.1). If not said, from names.
        std::function<LoginForm(Tx&, OrgId)> login_form = {};
    };
    explicit Directory(Needs needs) : needs_(std::move(needs)) {}

    /// Makes an organisation. 422 `directory.bad_slug` and `directory.bad_org_name` (1 to 200 bytes of
    /// UTF-8), 409 `directory.slug_taken`.
    Task<Result<Org>> create_org(std::string slug, std::string name);
    Task<std::vector<Org>> orgs();

    /// Everybody in the viewer's organisation, in kana order.
    Task<std::vector<Person>> people(Viewer const& viewer);
    /// The same, for whoever runs the server.
    Task<std::vector<Person>> people_of(OrgId org);

    /// Imports staff from the bytes of a workbook or a CSV file (clause B13; shapes in staff_sheet.hpp). Rows are matched
    /// by ID, those without one by name, kana and day of hiring (if they say one; a row that could mean
    /// several is bad); new people without an ID get one by the pattern of clause 7.1. Any bad row stops all of it: 422 `directory.bad_sheet` with every
    /// bad row in `fields`. Importing the same file again changes nothing. Nobody is ever removed.
    /// `key`: by which whoever imports finds the result again (`import_standing`).
    Task<Result<ImportReport>> import_staff(Viewer const& viewer, std::string csv,
                                            std::string key = {});
    /// What the import would come to; nothing is written.
    Task<Result<StaffPlan>> preview_import(Viewer const& viewer, std::string csv);
    /// The same, for whoever runs the server.
    Task<Result<ImportReport>> import_staff_of(OrgId org, std::string csv);
    Task<Result<StaffPlan>> preview_import_of(OrgId org, std::string csv);
    /// How far the viewer's import or preview has come, and what their last import came to. Whoever is permitted `staff`, 403.
    Task<Result<ImportStanding>> import_standing(Viewer const& viewer);
    /// How far the import of whoever runs the server has come.
    ImportStanding import_standing_of(OrgId org) const;

    /// Adds one person by hand; used for the first administrator. 409 `directory.login_taken`; 422
    /// `directory.shared_id` for an account of several people (clause 3.3).
    Task<Result<Person>> add_person(OrgId org, Person person);
    /// 404 `directory.no_such_person`; 409 `directory.last_administrator`.
    Task<Result<Person>> set_role(OrgId org, std::string login, Role role);

    /// Somebody's leave is this from now on, or there is none any more. Days as Japanese people write them.
    /// Whoever is permitted `staff`, for those in their reach, 403; 404 `directory.no_such_person`, 422
    /// `directory.bad_leave`, 409 `directory.last_administrator`.
    Task<Result<Done>> set_leave(Viewer const& viewer, PersonId person, std::optional<Leave> leave);
    /// The same, for whoever runs the server.
    Task<Result<Done>> set_leave_of(OrgId org, PersonId person, Leave leave);

    /// Everybody as a staff sheet that an import takes again without a change. Whoever is permitted `staff`, 403.
    Task<Result<std::string>> export_staff(Viewer const& viewer, SheetKind kind);
    /// The same, for whoever runs the server.
    Task<std::string> export_staff_of(OrgId org, SheetKind kind);

    Task<Departments> departments(Viewer const& viewer);
    /// All departments as they are from now on; people, heads and whoever else knows their names follow. What is left
    /// out is gone. Whoever is permitted `staff`, 403; 422 `directory.bad_departments`, 409 `directory.department_in_use`, and
    /// `directory.departments_changed` if the directory is no longer of `version`.
    Task<Result<Done>> set_departments(Viewer const& viewer, std::int64_t version,
                                       std::vector<NewDepartment> departments);
    /// Somebody of the department heads it from now on, or nobody. Whoever is permitted `staff`, for those in their reach and not
    /// for themselves, 403; 422 `directory.not_in_department`.
    Task<Result<Done>> set_head(Viewer const& viewer, std::string department,
                                std::optional<PersonId> head);
    /// The same, for whoever runs the server.
    Task<Result<Done>> set_head_of(OrgId org, std::string department, std::optional<PersonId> head);

private:
    Task<Result<StaffSheet>> read_sheet(std::string csv, std::shared_ptr<Progress> progress);
    Result<Done> write_leave(Tx& tx, OrgId org, audit::Actor const& actor, PersonId person,
                             std::optional<Leave> const& leave) const;
    Result<Done> write_departments(Tx& tx, Viewer const& viewer, std::int64_t version,
                                   std::vector<NewDepartment> const& departments) const;
    Result<Done> write_head(Tx& tx, OrgId org, audit::Actor const& actor,
                            std::string const& department, std::optional<PersonId> head) const;
    Needs needs_;
    LongWork imports_{{.threads = 1, .queue = 4}, "directory.import_busy"};
};

/// What answers a request of somebody who is signed in, and what lets only such requests through.
/// `access` has the guard, `app` plugs it in.
using MemberHandler = std::function<Task<Result<net::Reply>>(Viewer const&, net::Request&)>;
using Guard = std::function<std::function<Task<Result<net::Reply>>(net::Request&)>(MemberHandler)>;

/// The routes of this folder (api/directory.yaml, changes.yaml, roles.yaml, sites.yaml, photos.yaml).
void add_routes(net::Router& router, Guard const& member, Directory& directory);
void add_routes(net::Router& router, Guard const& member, Changes& changes);
void add_routes(net::Router& router, Guard const& member, Appointments& appointments);
void add_routes(net::Router& router, Guard const& member, Sites& sites);
/// `screen` lets through what a screen asks for by itself: that keeps no session from ending.
void add_routes(net::Router& router, Guard const& member, Guard const& screen, Photos& photos);

}  // namespace horenso::directory
