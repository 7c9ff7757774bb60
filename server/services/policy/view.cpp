#include "services/policy/view.hpp"

#include <algorithm>

#include "platform/base/catalogue.hpp"
#include "platform/base/json_writer.hpp"

namespace horenso::policy {
namespace {

void write_modes(json::Writer& out, char const* name, Modes modes) {
    out.key(name).open_array();
    for (auto const mode : modes.all()) out.value(mode_name(mode));
    out.close_array();
}

template <class T>
void write_origin(json::Writer& out, InForce<T> const& holds) {
    out.field("level", name_of(holds.level));
    if (holds.level != Level::preset)
        out.field("set_by", holds.set_by).field("set_at", holds.set_at.ms);
}

void write_measures(json::Writer& out, Guideline const& of, Clause const& clause) {
    out.key("measures").open_array();
    for (auto const& measure : measures_of(clause)) {
        auto const holds = of.settings.mode(clause, measure, of.department);
        auto const general = of.settings.mode(clause, measure, "");
        out.open_object()
            .field("name", measure.name.text())
            .field("mode", mode_name(holds.value))
            .field("organisation_mode", mode_name(general.value));
        write_modes(out, "modes", measure.modes);
        write_modes(out, "departments", of.settings.limits(clause, measure));
        write_origin(out, holds);
        out.close_object();
    }
    out.close_array();
}

void write_parameter(json::Writer& out, Guideline const& of, Clause const& clause) {
    if (clause.parameter.name[0] == '\0') return;
    auto const holds = of.settings.parameter(clause, of.department);
    out.key("parameter")
        .open_object()
        .field("name", clause.parameter.name)
        .field("value", holds.value)
        .field("least", clause.parameter.least)
        .field("most", clause.parameter.most);
    write_origin(out, holds);
    out.close_object();
}

void write_words(json::Writer& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        auto const end = std::min(text.find(' ', at), text.size());
        out.value(text.substr(at, end - at));
        at = end + 1;
    }
}

void write_figures(json::Writer& out, Guideline const& of, std::string const& clause) {
    out.key("figures").open_object();
    auto const found = of.counts.find(clause);
    for (auto const* what : {"acknowledged", "passed", "refused"}) {
        auto const counted = found != of.counts.end() && found->second.contains(what);
        out.field(what, counted ? found->second.at(what) : std::int64_t{0});
    }
    out.close_object();
}

/// What the program knows of a clause; nothing of one that the organisation added.
void write_known(json::Writer& out, Guideline const& of, Preset::Section const& section,
                 PresetClause const& preset) {
    auto const& clause = *find_clause(preset.id);
    auto const measures = measures_of(clause);
    out.field("section", section.title).field("kept_by", name_of(preset.kept_by));
    if (!measures.empty())
        out.field("mode", mode_name(of.settings.mode(clause, measures[0], of.department).value));
    write_modes(out, "modes", measures.empty() ? Modes{} : measures[0].modes);
    write_measures(out, of, clause);
    write_parameter(out, of, clause);
    out.key("carried_by").open_array();
    write_words(out, clause.carried_by);
    out.close_array();
    write_figures(out, of, preset.id);
    if (clause.as[0]) out.field("as", clause.as);
    if (!preset.differs.empty()) out.field("differs", preset.differs);
    if (!preset.danger.empty()) out.field("danger", preset.danger);
}

void write_clause(json::Writer& out, Guideline const& of, ClauseText const& words) {
    out.open_object().field("id", words.id).field("title", words.title).field("text", words.text);
    for (auto const& section : of.preset->sections) {
        auto const known = std::ranges::find(section.clauses, words.id, &PresetClause::id);
        if (known != section.clauses.end()) write_known(out, of, section, *known);
    }
    if (words.id.starts_with(own_prefix))
        out.field("kept_by", name_of(KeptBy::people))
            .key("modes")
            .open_array()
            .close_array()
            .key("measures")
            .open_array()
            .close_array()
            .key("carried_by")
            .open_array()
            .close_array();
    out.close_object();
}

void write_edition(json::Writer& out, Edition const& edition) {
    out.open_object()
        .field("number", edition.number)
        .field("note", edition.note)
        .field("effective_on", edition.effective_on)
        .field("published_at", edition.published_at.ms)
        .close_object();
}

void write_preset(json::Writer& out, Preset const& preset) {
    out.key("preset")
        .open_object()
        .field("id", preset.id)
        .field("title", preset.title)
        .field("made_on", preset.made_on)
        .key("amended_on")
        .open_array();
    for (auto const& date : preset.amended_on) out.value(date);
    out.close_array().close_object();
}

/// Until when acceptance may wait; absent if nothing is to be accepted.
void write_acceptance(json::Writer& out, Guideline const& of) {
    out.field("accepted", of.accepted);
    auto const& asked = *find_clause("B7");
    auto const is_asked = of.settings.mode(asked, measures_of(asked)[0], "").value == Mode::on;
    if (!is_asked || of.accepted >= of.edition.number) return;
    auto const days = of.settings.parameter(asked, "").value;
    out.field("accept_until", (of.edition.published_at + std::chrono::hours{24 * days}).ms);
}

void write_text(json::Writer& out, ClauseText const& words) {
    out.field("id", words.id).field("title", words.title).field("text", words.text);
}

void write_ranges(json::Writer& out, char const* name, std::vector<Range> const& ranges,
                  std::string_view text) {
    out.key(name).open_array();
    for (auto const& range : ranges)
        out.open_object()
            .field("begin", utf16_offset(text, range.begin))
            .field("end", utf16_offset(text, range.end))
            .close_object();
    out.close_array();
}

}  // namespace

std::string guideline_json(Guideline const& guideline) {
    json::Writer out;
    out.open_object();
    write_preset(out, *guideline.preset);
    write_edition(out.key("edition"), guideline.edition);
    write_acceptance(out, guideline);
    out.key("news").open_array();
    for (auto const& edition : guideline.news) write_edition(out, edition);
    out.close_array().key("dismissals").open_array();
    for (auto const& clause : guideline.dismissals) out.value(clause);
    out.close_array();
    out.field("department", guideline.department)
        .field("may_edit", guideline.may_edit)
        .field("may_choose", guideline.is_head && guideline.settings.are_flexible())
        .field("is_head", guideline.is_head)
        .key("clauses")
        .open_array();
    for (auto const& words : guideline.texts) write_clause(out, guideline, words);
    out.close_array().key("drafts").open_array();
    for (auto const& draft : guideline.drafts) {
        write_text(out.open_object(), draft.words);
        out.field("removed", draft.removed).close_object();
    }
    out.close_array().close_object();
    return out.take();
}

std::string checked_json(Checked const& checked, std::string_view text,
                         Catalogue const& catalogue) {
    json::Writer out;
    out.open_object().key("findings").open_array();
    for (auto const& [finding, mode] : checked.findings) {
        auto const words = catalogue.words(finding.code, {});
        out.open_object()
            .field("clause", finding.clause.text())
            .field("measure", finding.measure.text())
            .field("code", finding.code)
            .field("mode", mode_name(mode))
            .field("title", words.title)
            .field("instead", words.instead);
        write_ranges(out, "ranges", finding.ranges, text);
        write_ranges(out, "drop", finding.drop, text);
        out.close_object();
    }
    out.close_array();
    if (checked.acknowledgement) out.field("acknowledgement", *checked.acknowledgement);
    out.close_object();
    return out.take();
}

std::string edition_json(Edition const& edition) {
    json::Writer out;
    write_edition(out, edition);
    return out.take();
}

std::string texts_json(std::vector<ClauseText> const& texts) {
    json::Writer out;
    out.open_object().key("clauses").open_array();
    for (auto const& words : texts) {
        write_text(out.open_object(), words);
        out.close_object();
    }
    out.close_array().close_object();
    return out.take();
}

}  // namespace horenso::policy
