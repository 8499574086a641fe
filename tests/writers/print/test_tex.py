"""Formulas → nodes: what the tables know, and nothing else."""

from __future__ import annotations

import pytest

from deckmaker.writers.sheets.tex import TexError, parse


def test_a_fraction_of_a_letter_and_a_root():
    assert parse(r"\frac{a}{\sqrt{2}}") == ["frac", ["sym", "a"], ["root", None, ["num", "2"]]]


@pytest.mark.parametrize(
    ("tex", "node"),
    [
        ("x^2", ["script", ["sym", "x"], None, ["num", "2"], False]),
        ("x_i^2", ["script", ["sym", "x"], ["sym", "i"], ["num", "2"], False]),
        ("x^23", ["row", [["script", ["sym", "x"], None, ["num", "2"], False], ["num", "3"]]]),
        ("f''", ["script", ["sym", "f"], None, ["sym", "″"], False]),
        (r"\frac12", ["frac", ["num", "1"], ["num", "2"]]),
        (r"\sqrt[3]{x}", ["root", ["num", "3"], ["sym", "x"]]),
        (r"\alpha\le 12.5", ["row", [["sym", "α"], ["sym", "≤"], ["num", "12.5"]]]),
        ("1{,}000", ["num", "1,000"]),
        ("a-b", ["row", [["sym", "a"], ["sym", "−"], ["sym", "b"]]]),
        (r"\left(x\right.", ["fence", "(", "", ["sym", "x"]]),
        (r"\left\{x\right\rangle", ["fence", "{", "⟩", ["sym", "x"]]),
        (r"\begin{pmatrix}a&b\\c\end{pmatrix}",
         ["matrix", "(", ")", [[["sym", "a"], ["sym", "b"]], [["sym", "c"], ["row", []]]]]),
        (r"\text{if  x}", ["text", "plain", "if  x"]),
        (r"\mathrm{H}", ["style", "upright", ["sym", "H"]]),
        (r"\hat x", ["accent", "\u0302", ["sym", "x"]]),
        (r"\sum\limits_i", ["script", ["sym", "∑"], ["sym", "i"], None, True]),
        (r"\lim_x", ["script", ["op", "lim", True], ["sym", "x"], None, False]),
        (r"\not=", ["sym", "≠"]),
        (r"50\,\%", ["row", [["num", "50"], ["space", 3 / 18], ["sym", "%"]]]),
        ("", ["row", []]),
    ],
)  # fmt: skip
def test_what_formulas_become(tex, node):
    assert parse(tex) == node


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"\foo{x}", r'uses "\foo", which paper cannot show'),
        (r"\href{javascript:x}{y}", r'uses "\href", which paper cannot show'),
        (r"\begin{tikzpicture}\end{tikzpicture}", r'uses "\begin{tikzpicture}", which paper cannot show'),
        (r"\frac{a}", "ends too early"),
        ("x^", "ends too early"),
        ("x^a^b", 'has two "^" in a row'),
        ("x_a_b", 'has two "_" in a row'),
        ("{a", 'lacks a "}"'),
        ("a}", 'has a "}" without its partner'),
        ("a & b", 'has a "&" without its partner'),
        (r"\right)", r'has a "\right" without its partner'),
        (r"\left(a", r'lacks a "\right"'),
        (r"\left a\right b", 'has "a" as a bracket'),
        (r"\begin{pmatrix}a", r'lacks a "\end"'),
        (r"\begin{pmatrix}a\end{bmatrix}", 'lacks the end of "pmatrix"'),
        (r"\not x", r'uses "\not" with a sign that paper cannot strike through'),
        ("50%", r'has a "%", which has to be written "\%"'),
        (r"\text{a $b$}", 'has "$" among words'),
        ("{" * 400 + "}" * 400, "is nested too deep"),
        (r"\sqrt" * 400 + "x", "is nested too deep"),
        (r"\hat" * 400 + "x", "is nested too deep"),
    ],
)
def test_what_paper_cannot_show_is_named(tex, said):
    with pytest.raises(TexError) as caught:
        parse(tex)
    assert str(caught.value) == said
