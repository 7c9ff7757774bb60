// The council with contacts: 青木 administers, 佐藤 heads 地域福祉課, where 田中 works too; 西 is of another organisation.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "features/contacts/contacts.hpp"
#include "kit/policy.hpp"

namespace horenso::contacts::kit {

using horenso::kit::must;
using horenso::kit::wait_for;

class ContactsOnBothDatabases : public policy::kit::PolicyOnBothDatabases {
protected:
    void SetUp() override {
        PolicyOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        contacts_.emplace(Contacts::Needs{store(), office().clock, office().ids});
    }

    Contacts& contacts() { return *contacts_; }
    Viewer const& nishi() { return office().nishi; }
    OrgId minato() { return office().minato; }

    static Entry hospital() {
        return {.organisation = "みなと中央病院",
                .organisation_kana = "ミナトチュウオウビョウイン",
                .department = "地域連携室",
                .person = "早川 亮",
                .category = "病院",
                .telephone = "03-0000-1234",
                .mail = "renkei@example.jp",
                .note = "受付は17時まで\n駐車場は裏"};
    }
    static Entry called(std::string organisation) {
        return {.organisation = std::move(organisation)};
    }

    Result<Contact> add_under(std::string key, Viewer const& who, Entry entry, bool own = false) {
        NewContact wanted{own, std::move(key), std::move(entry)};
        return wait_for(contacts().add(who, std::move(wanted)));
    }
    Contact add(Viewer const& who, Entry entry, bool own = false) {
        return must(add_under(office().key(), who, std::move(entry), own));
    }
    Contact add_own(Viewer const& who, Entry entry) { return add(who, std::move(entry), true); }
    Result<Contact> change(Viewer const& who, Contact const& contact, Entry entry) {
        return wait_for(contacts().change(who, contact.id, contact.version, std::move(entry)));
    }
    Result<Done> remove(Viewer const& who, Contact const& contact) {
        return wait_for(contacts().remove(who, contact.id, contact.version));
    }
    std::vector<Contact> seen(Viewer const& who) { return wait_for(contacts().list(who)); }

    /// 404 without a difference, for what is not there as for what isn't the viewer's.
    void expect_not_there(Viewer const& who, Contact const& contact) {
        EXPECT_EQ(code(change(who, contact, hospital())), "contacts.not_found");
        EXPECT_EQ(code(remove(who, contact)), "contacts.not_found");
        for (auto const& one : seen(who)) EXPECT_NE(one.id, contact.id);
    }

    directory::Erased retire(Viewer const& who) {
        auto work = [&](Tx& tx) -> Result<directory::Erased> {
            return erase_person(tx, who.org, who.person);
        };
        return must(wait_for(store().write(work)));
    }

private:
    std::optional<Contacts> contacts_;
};

}  // namespace horenso::contacts::kit
