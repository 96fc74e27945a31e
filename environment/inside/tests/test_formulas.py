"""Formulas become MathML, and one that cannot is refused by name."""

import re
import unittest

import formulas


def shown(markdown):
    text, taken = formulas.take_out(markdown)
    return formulas.put_back(text, taken)


class FormulasTest(unittest.TestCase):
    def test_inline_and_display(self):
        self.assertRegex(shown("a $x$ b"), r'^a <math [^>]*display="inline".*</math> b$')
        self.assertRegex(shown("$$\nx = 1\n$$"), r'^<math [^>]*display="block"')
        self.assertRegex(shown("$x$ and $y$"), r"^<math.*</math> and <math.*</math>$")

    def test_punctuation_stays_with_its_formula(self):
        self.assertRegex(shown("is ($x$), so"), r'^is <span class="unbroken">\(<math.*</math>\),</span> so$')
        self.assertNotIn("unbroken", shown("$$x$$."))

    def test_blanks_inside_the_dollar_signs(self):
        self.assertRegex(shown("the ellipses $\\Phi = $ const"), r"^the ellipses <math.*</math> const$")
        self.assertRegex(shown("costs 5$ and $ \\alpha$"), r"^costs 5\$ and <math.*</math>$")

    def test_a_command_outside_of_a_formula_is_refused(self):
        with self.assertRaisesRegex(formulas.FormulaError, r"'\\beta' stands outside of a formula"):
            shown("with \\beta = 1 and `\\code`")

    def test_environments_without_dollars(self):
        aligned = shown("\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}")
        self.assertEqual(aligned.count("<mtr>"), 2)
        self.assertIn('display="block"', shown("\\begin{equation} a = b \\label{eq:a} \\end{equation}"))

    def test_dollars_that_are_no_formulas(self):
        for text in ("costs 5$ or 6$", "`$x$`", "```\n$x$\n```", "``a ` $x$``", "\\$5 and \\$6"):
            self.assertEqual(shown(text), text)

    def test_equation_numbers_stand_beside(self):
        self.assertIn('<span class="tag">(19)</span>', shown("$$x \\tag{19}$$"))

    def test_an_unknown_command_is_refused_by_name(self):
        with self.assertRaisesRegex(formulas.FormulaError, r"'\\frac\{1\}\{\\nosuch\}' cannot be shown.*\\nosuch"):
            formulas.mathml("\\frac{1}{\\nosuch}", display=True)

    def test_an_unfinished_formula_is_refused(self):
        with self.assertRaisesRegex(formulas.FormulaError, "cannot be shown"):
            formulas.mathml("\\frac{1}{", display=True)

    def test_a_sign_without_a_left_operand_is_a_prefix(self):
        for latex in ("-x", "(-x)", "a = -x", "a, -x", "e^{-x}", "\\left(-x\\right)"):
            self.assertIn('form="prefix"', self.sign(latex), latex)
        for latex in ("a - x", "f(a) - x", "a_1 - x"):
            self.assertNotIn("form=", self.sign(latex), latex)

    def test_upright_names_are_one_word(self):
        self.assertIn('<mi mathvariant="normal">diag</mi>', formulas.mathml("\\mathrm{diag}(1)", display=False))

    def test_the_name_of_a_function_stands_apart_from_its_neighbours(self):
        thin = '<mspace width="0.167em" />'
        self.assertIn(f"<mi>a</mi>{thin}<mi>log</mi>{thin}<mi>x</mi>", formulas.mathml("a \\log x", display=False))
        self.assertIn(f"</msup>{thin}<mi>x</mi>", formulas.mathml("\\sin^2 x", display=False))
        self.assertIn(f"</mrow>{thin}<msup>", formulas.mathml("\\mathrm{tr}D^2", display=False))
        self.assertNotIn("mspace", formulas.mathml("\\left.\\log(x)\\right|", display=False))
        self.assertNotIn("mspace", formulas.mathml("\\log(x) = \\mathrm{tr}(y)", display=False))

    @staticmethod
    def sign(latex):
        return re.search(r"<mo[^>]*>\u2212", formulas.mathml(latex, display=False))[0]
