#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/store/store.hpp"
#include "platform/time/clock.hpp"
#include "services/access/access.hpp"
#include "services/directory/directory.hpp"
#include "services/live/live.hpp"
#include "services/policy/clauses.hpp"
#include "services/policy/edition.hpp"
#include "services/policy/finding.hpp"
#include "services/policy/settings.hpp"

namespace horenso {
class Catalogue;
}

namespace horenso::policy {

/// The guideline of an organisation: everybody reads it.
Stream policy_stream(OrgId org);

/// The guideline as it holds for one person, from one state of the database.
struct Guideline {
    Preset const* preset = nullptr;
    Edition edition;
    std::vector<ClauseText> texts;
    Settings settings;
    std::string department;                    ///< the viewer's
    std::int64_t accepted = 0;                 ///< the newest edition that the viewer accepted
    std::vector<Edition> news = {};            ///< editions after that one, the oldest first
    std::vector<std::string> dismissals = {};  ///< clauses whose hints the viewer dismissed
    std::vector<DraftText> drafts = {};        ///< for who may edit; empty for all others
    std::map<std::string, std::map<std::string, std::int64_t>> counts =
        {};                 ///< of 30 days, by clause
    bool may_edit = false;  ///< the viewer is permitted `guideline`
    bool is_head = false;   ///< of their department
};

/// A finding with how strict its clause is for the author.
struct Judged {
    Finding finding;
    Mode mode;
};

/// What a draft came to.
struct Checked {
    std::vector<Judged> findings;
    /// If something must be confirmed and nothing is blocked: what to send along to have confirmed it.
    std::optional<std::string> acknowledgement;
};

/// What a person wants to hold.
struct Choice {
    std::string clause;
    std::string name;  ///< a measure or the parameter
    enum class For {
        everybody,
        department
    } whom = For::everybody;  ///< the viewer's own department
    std::optional<std::string> value =
        {};  ///< a mode or a number; nullopt: as the level above says
};

/// What the rules found in a draft that is about to be written. Made before the transaction, since it takes
/// time and needs no database.
class Looked {
public:
    std::vector<Finding> const& findings() const { return findings_; }
    /// Besides, what only a feature can know, in the draft's transaction.
    Looked with(std::optional<Finding> more) const;

private:
    friend class Policy;
    explicit Looked(std::vector<Finding> findings) : findings_(std::move(findings)) {}
    std::vector<Finding> findings_;
};

/// That a draft may be written, in the transaction it was made in.
class Admitted {
public:
    /// Counts, and records, what the author said yes to, or what was let pass: who, when and which clause, never the
    /// words. Last in the transaction.
    void record(Tx& tx, Viewer const& viewer, Instant now) const;

private:
    friend class Policy;
    Admitted() = default;
    std::vector<Finding> confirmed_;
    std::vector<Finding> passed_;
};

/// The organisation's guideline, and the rules that look at what people write (docs/adr/0013-policy.md).
class Policy {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        /// What a feature knows of a draft that somebody is writing.
        std::function<std::optional<Finding>(Tx&, Viewer const&, Draft const&)> find_more = {};
    };
    /// Reads the presets that were built into the program; throws if one is broken.
    explicit Policy(Needs needs);

    /// The guideline of a new organisation, made from the preset.
    void make(Tx& tx, OrgId org) const;
    /// Makes those of organisations from before there were any.
    Task<Result<Done>> make_missing() const;

    Task<Guideline> guideline(Viewer const& viewer) const;
    /// Whether a measure has this mode for anybody. One small look, for paths that are hot.
    bool has_mode(Tx& tx, OrgId org, std::string_view clause, std::string_view measure,
                  Mode mode) const;
    /// What holds, for others who act by it, in their transaction.
    Settings settings(Tx& tx, OrgId org) const;

    /// What the rules say of a draft, for whoever is writing it, without hints that they dismissed. Nothing of it is
    /// kept.
    Task<Checked> check(Viewer const& viewer, Draft draft) const;

    /// What must be known before `admit`. Only rules that may confirm or block are asked.
    Looked look(Draft const& draft) const;
    /// Whether the draft may be written now, by the modes of this very moment: 422 with the clause's id and
    /// `policy.refused`, or `policy.confirm_first` if `acknowledgement` isn't one for this draft.
    Result<Admitted> admit(Tx& tx, Viewer const& viewer, Draft const& draft, Looked const& looked,
                           std::optional<std::string> const& acknowledgement) const;
    /// What can't wait goes first: what would have asked or refused is recorded instead (clause B3).
    Admitted let_pass(Tx& tx, Viewer const& viewer, Looked const& looked) const;
    /// What was admitted once and is written only now: why it may not be, if a clause blocks it today.
    std::optional<Problem> blocked(Tx& tx, Viewer const& author, Looked const& looked) const;
    /// Counts that a draft was refused, if it was a clause that refused it.
    Task<> note_refusal(Viewer const& viewer, Problem const& problem) const;

    /// For the whole organisation: whoever is permitted `guideline`. For a department: its head, within the limits; both 403
    /// `policy.may_not_choose`. 404 `policy.no_such_clause`, 422 `policy.bad_value`.
    Task<Result<Done>> choose(Viewer const& viewer, Choice choice);
    /// What departments may choose.
    Task<Result<Done>> limit(Viewer const& viewer, std::string clause, std::string measure,
                             std::vector<std::string> modes);
    /// They may choose what the preset says.
    Task<Result<Done>> unlimit(Viewer const& viewer, std::string clause, std::string measure);

    /// Words of the next edition. Whoever is permitted `guideline`, 403; 422 `policy.bad_words`.
    Task<Result<Done>> draft(Viewer const& viewer, ClauseText words);
    /// A clause of the organisation's own; gives its id.
    Task<Result<std::string>> draft_own(Viewer const& viewer, std::string title, std::string text);
    /// The next edition says what the present one says; of a clause of one's own: `remove` leaves it out.
    Task<Result<Done>> drop_draft(Viewer const& viewer, std::string clause);
    Task<Result<Done>> remove_own(Viewer const& viewer, std::string clause);
    Task<Result<Edition>> publish(Viewer const& viewer, std::string note, std::string effective_on);

    /// Any edition's words, for showing what changed. 404 `policy.no_such_edition`.
    Task<Result<std::vector<ClauseText>>> edition(Viewer const& viewer, std::int64_t number) const;
    /// The viewer accepts the present edition; another is 409 `policy.other_edition`.
    Task<Result<Done>> accept(Viewer const& viewer, std::int64_t number);

    /// Whether the viewer wants to see the hints of a clause. 404 `policy.no_such_clause`.
    Task<Result<Done>> want_hints(Viewer const& viewer, std::string clause, bool wanted);

    /// The guideline as a stream, for /sync: clients fetch it when its version moves.
    static live::Source source();

private:
    std::vector<Judged> judge(Tx& tx, Viewer const& viewer, Looked const& looked) const;
    Preset const& preset_of(Tx& tx, OrgId org) const;
    Needs needs_;
    std::map<std::string, Preset, std::less<>> presets_;
    std::vector<Rule> guards_;
};

/// Departments are called otherwise, or are gone, and so is what they chose.
void rename_departments(Tx& tx, OrgId org, directory::Renames const& renames);

/// Deletes which hints a person dismissed (clause 3.9); what they accepted stays on record.
directory::Erased erase_person(Tx& tx, OrgId org, PersonId person);

/// The routes of this folder (api/policy.yaml).
void add_routes(net::Router& router, access::Door const& door, Policy& policy,
                Catalogue const& catalogue);

}  // namespace horenso::policy
