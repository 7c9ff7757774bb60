#include "services/policy/acknowledgement.hpp"

#include <charconv>

#include "platform/crypto/blake2b.hpp"

namespace horenso::policy {
namespace {

void add(std::string& bytes, std::string_view part) {
    bytes += std::to_string(part.size()) + ':';
    bytes += part;
}

std::string mac(std::string_view key, Question const& question, std::int64_t good_until) {
    std::string bytes;
    add(bytes, "horenso.policy.acknowledgement.1");
    add(bytes, std::to_string(question.org.value));
    add(bytes, std::to_string(question.person.value));
    add(bytes, name_of(question.draft.kind));
    add(bytes, question.draft.place);
    add(bytes, question.draft.text);
    for (auto const& measure : question.measures) add(bytes, measure);
    add(bytes, std::to_string(good_until));
    return crypto::hex(crypto::keyed_blake2b(key, bytes));
}

}  // namespace

std::string acknowledgement(std::string_view key, Question const& question, Instant now) {
    auto const good_until = (now + acknowledgement_life).ms;
    return std::to_string(good_until) + '.' + mac(key, question, good_until);
}

bool acknowledges(std::string_view key, std::string_view given, Question const& question,
                  Instant now) {
    auto const dot = given.find('.');
    if (dot == given.npos) return false;
    std::int64_t good_until = 0;
    auto const [stop, error] = std::from_chars(given.data(), given.data() + dot, good_until);
    if (error != std::errc{} || stop != given.data() + dot) return false;
    return now.ms < good_until &&
           crypto::are_equal_secrets(given.substr(dot + 1), mac(key, question, good_until));
}

}  // namespace horenso::policy
