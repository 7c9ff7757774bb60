"""Clause 5.5: everybody chooses the photo beside their name, or none."""

from tests.clauses.cases import ClauseCase
from tests.kit.photos import address, chosen, mine, photo_of
from tests.kit.pictures import size_of


class Photos(ClauseCase):
    def test_Clause_5_5_on_GivenAPhotoOfMyOwnChoice_ThenColleaguesSeeItAsLongAsIWant(self):
        sato, tanaka = self.office.sato, self.office.tanaka
        self.assertIsNone(photo_of(tanaka, sato.person))
        number = chosen(sato)
        self.assertEqual(photo_of(tanaka, sato.person), number)
        self.assertEqual(size_of(tanaka.get(address(sato.person, number)).content), (512, 512))
        sato.must(sato.delete(mine))
        self.assertIsNone(photo_of(tanaka, sato.person))
        self.assert_refused(tanaka.get(address(sato.person, number)), 404, "directory.no_such_photo")
