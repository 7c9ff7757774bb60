#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "platform/base/result.hpp"
#include "services/directory/ids.hpp"

namespace horenso::contacts {

/// What a contact says: an organisation, somebody there, or both.
struct Entry {
    std::string organisation = {};
    std::string organisation_kana = {};
    std::string department = {};  ///< there
    std::string person = {};
    std::string person_kana = {};
    std::string position = {};
    std::string category = {};
    std::string telephone = {};
    std::string other_telephone = {};
    std::string fax = {};
    std::string mail = {};
    std::string address = {};
    std::string note = {};
    std::optional<PersonId> responsible = {};  ///< 担当: who of ours sees to it
    friend bool operator==(Entry const&, Entry const&) = default;
};

/// A text of an entry.
struct Field {
    std::string_view name;  ///< on the wire
    std::string_view heading;
    std::string Entry::*text;
    std::size_t longest;  ///< graphemes
};

/// All of them, in the order of a sheet.
std::span<Field const> fields();

/// What is wrong with an entry: the paths are the fields' names.
using Faults = std::vector<Problem::Field>;

/// As it is kept: without spaces around texts, readings in full-width katakana.
Entry normalised(Entry entry);
/// Of a normalised entry.
Faults faults_of(Entry const& entry);

/// Whether it looks like one mail address that a program may put into a link.
bool is_mail_address(std::string_view text);

}  // namespace horenso::contacts
