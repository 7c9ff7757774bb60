"""People outside, as they are kept through HTTP."""

from tests.kit.client import key

contacts = "/api/v1/contacts"
texts = ("organisation", "organisation_kana", "department", "person", "person_kana", "position", "category",
         "telephone", "other_telephone", "fax", "mail", "address", "note")


def entry(organisation, **said):
    return dict.fromkeys(texts, "") | {"organisation": organisation} | said


def add(client, organisation, own=False, **said):
    wish = {"own": own, "client_key": key(), "entry": entry(organisation, **said)}
    return client.must(client.post(contacts, wish))


def remove(client, contact):
    return client.delete(f"{contacts}/{contact['id']}?version={contact['version']}")


def known(client):
    """organisation → contact, of all that somebody may see."""
    return {one["entry"]["organisation"]: one for one in client.must(client.get(contacts))["contacts"]}
