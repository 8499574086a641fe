"""Where a name or a claim begins with an article or a vowel, the sentence around it reads as its language would have it."""

from __future__ import annotations

import pytest

from deckmaker.generators import FAMILIES
from deckmaker.generators.contractions import contracted
from deckmaker.model.text import Paragraph, Str, plain
from tests.generators.test_number import TOWN, texts
from tests.support import compile_set

ENGLISH = (
    *("the town's engineers", "the divers", "Ada Lund", "the tide tables", "the survey"),
    *("repairs are dear", "the wall leans", "gulls cry", "boats wait"),
)
SPANISH = (
    *("los ingenieros", "el buzo", "Ada Lund", "las tablas", "el informe"),
    *("el precio sube", "de el mar viene sal", "gritan gaviotas", "esperan barcos"),
)
PORTUGUESE = (
    *("os engenheiros", "a mergulhadora", "Ada Lund", "as tabelas", "o inquérito"),
    *("o preço sobe", "a parede cai", "gritam gaivotas", "esperam barcos"),
)
FRENCH = (
    *("les ingénieurs", "le plongeur", "Ada Lund", "les tables", "l’enquête"),
    *("il faut payer", "une mouette crie", "elle vient", "attendre coûte"),
)


def said(language: str, words: tuple[str, ...]) -> str:
    """All that all families say of a town whose names and claims are those words."""
    town = TOWN.replace("title: A town", f"title: A town\nlanguage: {language}")
    for english, word in zip(ENGLISH, words, strict=True):
        town = town.replace(f": {english}", f': "{word}"')
    document, _ = compile_set(town + "".join(f"  - {{family: {family}, claims: all}}\n" for family in FAMILIES))
    assert len(document.questions) > 30
    return "\n".join(plain(text) for question in document.questions for text in texts(question))


@pytest.mark.parametrize(
    ("language", "words", "expected", "never"),
    [
        ("es", SPANISH,
         ["esto al buzo", "afirmación del buzo: que", "más allá del buzo", "afirmación de los ingenieros", "por el buzo"],
         ["de el buzo", "a el buzo"]),
        ("pt", PORTUGUESE,
         ["isto aos engenheiros", "isto à mergulhadora", "da mergulhadora", "isto a Ada Lund", "apoia no artigo",
          "No artigo, a prova", "de que a parede cai"],
         ["de o ", "de a ", "em o ", "Em o ", " a os ", " a a "]),
        ("pt-BR", PORTUGUESE, ["dos engenheiros"], ["de os"]),
        ("fr", FRENCH,
         ["ceci au plongeur", "ceci aux ingénieurs", "affirmation du plongeur", "affirmation des ingénieurs",
          "d’Ada Lund", "réserve, qu’il faut payer", "affirmation qu’une mouette crie", "\nqu’elle vient", "\nqu’attendre"],
         ["de le ", "de les ", "à le ", "à les ", "que il", "que une", "que elle", "que attendre", "de Ada"]),
    ],
)  # fmt: skip
def test_two_words_that_meet_become_one(language, words, expected, never):
    found = said(language, words)
    assert [each for each in expected if each not in found] == []
    assert [each for each in never if each in found] == []


def test_the_authors_own_words_stay_as_they_are():
    found = said("es", ("El Periódico", *SPANISH[1:]))
    assert "esto a El Periódico" in found
    assert "que de el mar viene sal" in found


def test_only_the_words_at_the_joint_are_looked_at():
    text = (
        Paragraph((Str("a"), Str("el mar"), Str(" de "), Str("elote de "), Str("el"), Str(" (de "), Str("el mar)"))),
    )
    assert plain(contracted(text, "es")) == "ael mar de elote del (de el mar)"
    assert contracted(text, "de") == text


def test_english_has_none():
    assert contracted((Paragraph((Str("of a "), Str("apple"))),), "en") == (Paragraph((Str("of a "), Str("apple"))),)
