"""A report is one file that needs no script and no network."""

import re
import unittest

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

import outputs
import report


def page(*cells):
    return report.page(new_notebook(cells=list(cells)), "04-double-well")


def display(data, **metadata):
    return new_output("display_data", data=data, metadata=metadata)


class ReportTest(unittest.TestCase):
    def test_a_whole_page(self):
        cell = new_code_cell("int a = 1; // <b>", execution_count=3)
        cell.outputs = [display({"image/png": "AA\nBB", "text/plain": 'a "figure"'}), new_output("stream", text="x < y")]
        made = page(new_markdown_cell("# The $x$ well\n\n## Part\n\n| a |\n|---|\n| $y$ |"), cell)
        self.assertIn("<title>The x well</title>", made)
        self.assertIn('<a href="#Part">Part</a>', made)
        self.assertIn('<h2 id="Part">Part</h2>', made)
        self.assertIn('<img alt="a &quot;figure&quot;" src="data:image/png;base64,AABB">', made)
        self.assertIn("x &lt; y", made)
        self.assertIn("// &lt;b&gt;", made)
        self.assertEqual(made.count("<math"), 2)
        self.assertNotIn("<script", made)
        self.assertEqual(re.findall(r'(?:src|href)="https?:', made), [])

    def test_a_link_to_a_heading_of_a_notebook_leads_to_its_report(self):
        made = page(new_markdown_cell("[b](05-b.ipynb#Two)"), new_markdown_cell("# T\n\n## Two *words*: $x$"))
        self.assertIn('<a href="05-b.html#Two">', made)
        self.assertRegex(made, r'<h2 id="Two-words:-\$x\$">Two <em>words</em>: <math')
        shown = outputs.shown(display({"text/html": '<a href="05-b.ipynb#A:-$x$">05</a> <a href="https://a.org/c.ipynb">c</a>'}))
        self.assertIn('<a href="05-b.html#A:-$x$">05</a> <a href="https://a.org/c.ipynb">c</a>', shown)

    def test_a_number_with_an_exponent_stays_on_one_line(self):
        shown = outputs.shown(display({"text/html": "<table><tr><td title='1e-3'>-2.5e-14 to 1e5</td></tr></table> 1e-2"}))
        self.assertIn("<td title='1e-3'><span class=\"unbroken\">-2.5e-14</span> to 1e5</td>", shown)
        self.assertTrue(shown.endswith(" 1e-2</div>"))

    def test_a_table_of_many_columns_is_set_smaller(self):
        head = "<table><thead><tr>" + "<th>a</th>" * 9 + "</tr></thead></table>"
        self.assertIn('class="rich wide many"', outputs.shown(display({"text/html": head})))
        self.assertIn('class="rich wide"', outputs.shown(display({"text/html": head.replace("<th>a</th>", "", 1)})))

    def test_svg_pictures_are_embedded_whole(self):
        shown = outputs.shown(display({"image/svg+xml": "<svg><path/></svg>"}))
        self.assertIn("data:image/svg+xml;base64,PHN2Zz48cGF0aC8+PC9zdmc+", shown)

    def test_progress_lines_are_left_out(self):
        self.assertEqual(outputs.shown(display({"text/plain": "90 %"}, eddy="progress")), "")

    def test_errors_are_shown_without_terminal_colours(self):
        error = new_output("error", ename="E", evalue="v", traceback=["\x1b[31mE\x1b[0m: <v>"])
        self.assertEqual(outputs.shown(error), '<pre class="error">E: &lt;v&gt;</pre>')

    def test_what_would_be_blank_offline_is_refused(self):
        for text in (
            "<script>1</script>",
            '<img src="https://example.org/a.png">',
            '<img src="figure.png">',
            '<p onclick="x()">',
            '<link rel="stylesheet" href="a.css">',
            "<style>@import 'a.css'</style>",
        ):
            with self.assertRaisesRegex(outputs.OutputError, "needs a script or another file", msg=text):
                outputs.shown(display({"text/html": text}))

    def test_links_and_plain_tables_are_welcome(self):
        text = '<table><tr><td><a href="https://arxiv.org/abs/1710.11029">paper</a></td></tr></table>'
        self.assertIn(text, outputs.shown(display({"text/html": text})))
