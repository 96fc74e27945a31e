"""A run fails exactly when a verdict is not the expected one."""

import tempfile
import unittest
from pathlib import Path

import publish
import verdicts
from places import Places

HEADER = "claim,quantity,published,ours,low,high,null,verdict,scale,seeds\n"
CLAIMS = (
    "claim,quantity,statement,source,published,printed_low,printed_high,corrected_low,corrected_high,decided_by,test,"
    "reason,expected_quick\n"
    'zeros,type,"a sentence, with a comma",Eq. 19,3,,,,,interval,,exact,holds\n'
    "rank,epoch 10,ranks,Fig. 1,1000,,,,,median,,size,not decided\n"
)


class VerdictsTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.places = Places(Path(folder.name))
        self.places.claims.parent.mkdir(parents=True)
        self.places.claims.write_text(CLAIMS, encoding="utf-8")

    def publish(self, *rows):
        file = verdicts.file_of(self.places.figures, "04-double-well")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(HEADER + "".join(f"{claim},{quantity},,,,,,{verdict},paper,\n" for claim, quantity, verdict in rows))

    def differences(self, scale, **came):
        keys = {"zeros": ("zeros", "type"), "rank": ("rank", "epoch 10"), "new": ("new", "")}
        found = verdicts.differences(self.places, "04-double-well", scale, {keys[name]: came[name] for name in came})
        return [str(each) for each in found]

    def test_quick_expects_what_claims_csv_says(self):
        self.assertEqual(self.differences("quick", zeros="holds", rank="not decided"), [])

    def test_quick_names_claim_quantity_and_verdict(self):
        self.assertEqual(
            self.differences("quick", zeros="does not hold"), ["zeros / type: verdict 'does not hold', expected 'holds'"]
        )

    def test_quick_refuses_a_claim_that_is_not_in_the_list(self):
        self.assertEqual(self.differences("quick", new="holds"), ["new: verdict 'holds', expected none"])

    def test_quick_misses_a_claim_that_the_published_notebook_judges(self):
        self.publish(("zeros", "type", "holds"), ("gone from the list", "", "holds"))
        self.assertEqual(self.differences("quick"), ["zeros / type: no verdict, expected 'holds'"])

    def test_paper_expects_nothing_before_the_first_publication(self):
        self.assertEqual(self.differences("paper", zeros="does not hold", rank="holds"), [])

    def test_paper_expects_the_published_verdicts(self):
        self.publish(("zeros", "type", "holds"), ("rank", "epoch 10", "does not hold"))
        self.assertEqual(self.differences("paper", zeros="holds", rank="does not hold"), [])
        self.assertEqual(
            self.differences("paper", rank="holds"),
            [
                "zeros / type: no verdict, expected 'holds'",
                "rank / epoch 10: verdict 'holds', expected 'does not hold'",
            ],
        )

    def test_a_claim_of_several_quantities(self):
        def together(*each):
            return verdicts.of_claims({("a", str(number)): verdict for number, verdict in enumerate(each)})["a"]

        corrected = "holds with a correction"
        self.assertEqual(together("holds", "holds"), ("holds", 2))
        self.assertEqual(together("holds", corrected), (corrected, 2))
        self.assertEqual(together("holds", "not decided", corrected), ("not decided", 3))
        self.assertEqual(together("not decided", "does not hold", "holds"), ("does not hold", 3))

    def test_publishing_tells_what_changed(self):
        zeros, rank = ("zeros", "type"), ("rank", "epoch 10")
        self.assertEqual(publish.changes({}, {zeros: "holds"}), ["first verdict: zeros / type: holds"])
        self.assertEqual(publish.changes({zeros: "holds"}, {zeros: "holds"}), ["no verdict changed"])
        self.assertEqual(
            publish.changes({zeros: "holds"}, {zeros: "does not hold", rank: "holds"}),
            ["verdict changed: zeros / type: holds -> does not hold", "verdict changed: rank / epoch 10: none -> holds"],
        )
