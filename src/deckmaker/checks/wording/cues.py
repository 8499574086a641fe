"""Rules about cues: what gives the key away to someone who does not know the answer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from deckmaker.checks.item import Item
from deckmaker.checks.wording.numbers import quantity
from deckmaker.checks.wording.option_words import ANTONYMS, SAME_SCALE
from deckmaker.checks.wording.options import is_free_of_labels, names_options
from deckmaker.checks.wording.reading import BLANK, content, in_options, in_stem, is_open, lead_in, tokens, unquoted
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.questions import Kind

_ARTICLE_AT_GAP = re.compile(r"\b(an?)\s*(?:$|:\s*$|_{2,}|…|\.{3,}|\[|\(blank)", re.I)
_SILENT_H = ("hour", "honest", "honour", "honor", "heir", "x-ray", "mri", "sos", "fbi", "mp ", "nmr", "lcd", "led ")
_LIKE_Y = re.compile(r"^(?:uni(?!n|m)|use|usu|uti|ura|eu|ewe|one\b|once|ubi|u-|utopia)", re.I)
_PLURAL_LEAD = re.compile(r"\b(?:which|what)\b.{0,60}?\b(are|were|have)\b|\b(are|were)(?: called)?(?: the)?$", re.I)
_SINGULAR_LEAD = re.compile(r"\b(?:which|what)\b.{0,60}?\b(is|was|has)\b|\b(is|was)(?: called)?(?: an?| the)?$|\b(is|was) (?:an?|the)$", re.I)
_PARTS = re.compile(r"\s*(?:;|,| and | & | with | plus | \+ |/| – | but | or )\s*", re.I)


def grammatical_cue(item: Item) -> Iterator[Diagnostic]:
    """W202. Haladyna et al. 2002, 28d; Case & Swanson: what does not fit the sentence can be struck out unread."""
    if not item.is_english or item.question.family:
        return
    found = _cue(item)
    if found:
        message, hint = found
        yield diagnose("W202", in_stem(item), message, hint=hint)


def _cue(item: Item) -> tuple[str, str] | None:
    article = _ARTICLE_AT_GAP.search(item.stem.rstrip())
    if not is_free_of_labels(item) or len(item.options) < 2:
        return None
    if article and _rules_out(article[1], item.options):
        return f'"{article[1]}" before the options rules some of them out', "move the article into the options, or write a(n)"
    if _number_cue(item):
        return "only the right answer agrees with the stem in number", "write all options in the singular, or all in the plural"
    if is_open(item.stem) and _odd_key_out(item):
        return "only the right answer goes on with the sentence", "write all options so that they end it, or ask a question"
    return None


def _rules_out(article: str, options: tuple[str, ...]) -> bool:
    vowels = [_sounds_like_vowel(option) for option in options]
    return not all(vowels) if article.casefold() == "an" else any(vowels) or any(_is_plural(option) for option in options)


def _sounds_like_vowel(option: str) -> bool:
    first = option.strip().casefold()
    return first.startswith(_SILENT_H) or (first[:1] in "aeiou" and bool(first) and not _LIKE_Y.match(first))


def _is_plural(option: str) -> bool:
    found = tokens(re.split(r"\b(?:of|in|for|with|that|which|from|on|by|to|at)\b", option, maxsplit=1)[0])
    if not found or found[0] in ("a", "an", "one", "each", "every", "its", "it", "they", "this") or not option[:1].isalpha():
        return False
    last = found[-1]
    return "and" in found or last in ("people", "men", "women", "children", "teeth", "feet", "mice", "bacteria", "nuclei") or (len(last) > 3 and last.endswith("s") and not last.endswith(("ss", "us", "is", "'s", "ics", "ous")))


def _number_cue(item: Item) -> bool:
    """Whether the verb of the stem is plural, or singular, and so is the key alone."""
    if len(item.keys) != 1 or len(item.options) < 3:
        return False
    asked = lead_in(item.stem).rstrip("?:. _")
    plural, singular = _PLURAL_LEAD.search(asked), _SINGULAR_LEAD.search(asked)
    key = _is_plural(item.keys[0])
    others = [_is_plural(other) for other in item.distractors]
    bare_singular = any(re.match(r"(?:an?|one)\b", option, re.I) for option in item.options)
    if plural and (not singular or plural.start(plural.lastindex or 0) <= singular.start(singular.lastindex or 0)):
        return key and not any(others) and (bare_singular or is_open(item.stem))
    return bool(singular) and not key and all(others) and (is_open(item.stem) or bare_singular or bool(re.search(r"\b(?:is|was) an?\b|\bwhich one\b|\bone of\b", asked, re.I)))


_FORMS = (
    ("to", re.compile(r"^to [a-z]+", re.I)),
    ("ing", re.compile(r"^[a-z]{2,}ing (?:an?|the|its|their|of|in|on|by|to|from|up|out|more|less|all|into|[a-z]+s)\b", re.I)),
    ("clause", re.compile(r"^(?:it|they|he|she|we|you|there|this|these|because|that) \w+", re.I)),
    ("noun", re.compile(r"^(?:an?|the|its|their|his|her) \w+", re.I)),
    ("preposition", re.compile(r"^(?:in|on|at|by|from|with|for|during|after|before|between|into|through) \w+", re.I)),
)


def _form(option: str) -> str:
    return next((name for name, pattern in _FORMS if pattern.match(option.strip())), "other")


def _odd_key_out(item: Item) -> bool:
    """Whether a stem that an option ends takes the key's form alone: "by" and one -ing among clauses."""
    if len(item.keys) != 1 or len(item.options) < 3 or BLANK.search(item.stem):
        return False
    forms = [_form(option) for option in item.distractors]
    key = _form(item.keys[0])
    last = (tokens(item.stem) or ("",))[-1]
    if last == "to" and any(re.match(r"(?:to |[a-z]{3,}ing (?:the|an?|its)\b|the |an? |it |they )", option, re.I) for option in item.distractors) and key == "other":
        return True
    if last in ("by", "of", "for", "with", "is", "are", "was", "because", "that", "a", "the", "in", "from", "as", "when", "can", "will", "must", "should", "does", "has", "have"):
        return all(form != key for form in forms) and len([form for form in forms if form == "clause" or (key in ("noun", "ing", "to") and form in ("clause", "to", "ing", "noun"))]) == len(forms)
    return "clause" in forms and key != "clause" and forms.count("clause") == len(forms)


def word_repeat_cue(item: Item) -> Iterator[Diagnostic]:
    """W203. Haladyna et al. 2002, 28b (clang association); Case & Swanson: the ear finds the key."""
    if item.is_english and item.kind is Kind.SINGLE_CHOICE and is_free_of_labels(item) and item.keys:
        asked, told = content(unquoted(item.stem)), content(item.keys[0])
        others = frozenset().union(*(content(other) for other in item.distractors))
        own = [any(_echoes(word, asked) and word not in told for word in content(other)) for other in item.distractors]
        if 2 * sum(own) >= len(own):  # the distractors sound in the question too
            return
        found = next((word for word in sorted(told) if _echoes(word, asked) and not _echoes(word, others)), "")
        if found:
            yield _repeat(item, _written(item.keys[0], found), item.keys[0])


def _repeat(item: Item, word: str, key: str) -> Diagnostic:
    message = f'"{word}" sounds in the question and in the right answer alone'
    return diagnose("W203", in_options(item, key), message, hint="use another word in one of the two places, or the word in a distractor too")


def _echoes(word: str, among: frozenset[str]) -> bool:
    """Whether the root, or a long word that it is part of, stands among these."""
    if word in among:
        return True
    return len(word) >= 4 and any(_is_part(word, other) for other in among if len(other) >= 4)


def _is_part(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and len(long) - len(short) <= (2 if len(short) < 5 else 3):
        return True
    return len(short) >= 5 and len(long) - len(short) >= 3 and (long.startswith(short) or long.endswith(short))


def _written(text: str, found: str) -> str:
    return next((word for word in re.findall(r"[\w'’-]+", text) if found in content(word)), found)


def convergence_cue(item: Item) -> Iterator[Diagnostic]:
    """W214. Case & Swanson (convergence strategy): the key is made of what is met most often in the options."""
    if item.kind is not Kind.SINGLE_CHOICE or not is_free_of_labels(item) or len(item.options) < 3 or not item.keys:
        return
    if any(quantity(option) or names_options(option) for option in item.options):
        return
    split = {option: _elements(option) for option in item.options}
    if any(len(parts) < 2 for parts in split.values()) or len({len(parts) for parts in split.values()}) > 1:
        return
    if _by_place([split[option] for option in item.options], split[item.keys[0]]) or _by_number(split, item.keys[0]):
        message = f'each part of "{item.keys[0]}" stands in more options than any other'
        yield diagnose("W214", in_options(item, item.keys[0]), message, hint="let each part stand equally often")


def _elements(option: str) -> tuple[str, ...]:
    parts = tuple(part for part in (" ".join(tokens(part)) for part in _PARTS.split(option.strip())) if part)
    if len(parts) > 1:
        return tuple(re.sub(r"^(?:an?|the|its|their|both) ", "", part) for part in parts)
    found = tokens(option)
    return found if 2 <= len(found) <= 4 and not any(word in ("of", "in", "the", "a", "to", "by") for word in found) else ()


def _by_place(options: list[tuple[str, ...]], key: tuple[str, ...]) -> bool:
    varying = 0
    for place, part in enumerate(key):
        counts = Counter(option[place] for option in options)
        if len(counts) == 1:
            continue
        varying += 1
        if counts[part] < 2 or any(counts[other] >= counts[part] for other in counts if other != part):
            return False
    return varying >= 2


def _by_number(split: dict[str, tuple[str, ...]], key: str) -> bool:
    counts = Counter(part for parts in split.values() for part in {*parts})
    if any(count == len(split) for count in counts.values()) or min(counts[part] for part in split[key]) < 2:
        return False
    weights = {option: sum(counts[part] for part in parts) for option, parts in split.items()}
    rest = [min(counts[part] for part in parts) for option, parts in split.items() if option != key]
    return all(weights[key] > weight for option, weight in weights.items() if option != key) and all(low < 2 for low in rest)


def opposite_pair_cue(item: Item) -> Iterator[Diagnostic]:
    """W215. Case & Swanson (logical cues); Haladyna et al. 2002, 28e: the key is one of the two opposites."""
    if item.kind is not Kind.SINGLE_CHOICE or not item.is_english or not is_free_of_labels(item) or len(item.options) < 3:
        return
    pairs = [(one, other) for index, one in enumerate(item.options) for other in item.options[index + 1 :] if _opposed(one, other)]
    if len(pairs) != 1 or item.keys[0] not in pairs[0]:
        return
    one, other = pairs[0]
    rest = [option for option in item.options if option not in pairs[0]]
    common, turned = content(one) & content(other), content(one) ^ content(other)
    if any((common and common <= content(option)) or turned & content(option) for option in rest):
        return
    if any({*tokens(option)} & SAME_SCALE or re.match(r"(?:no|not) \w+|does not|is not", option, re.I) for option in rest) or any(_half_opposed(option, one) or _half_opposed(option, other) for option in rest):
        return
    message = f'"{one}" and "{other}" are opposites: the rest can be dropped unread'
    yield diagnose("W215", in_options(item, one), message, hint="write two such pairs, or none")


_NEGATE = re.compile(r"\b(?:is|are|was|were|does|do|did|can|will|has|have)(?: not|n['’]t)\b|\bcannot\b|\bnot\b|\bno\b|\bnever\b", re.I)


def _opposed(one: str, other: str) -> bool:
    first, second = tokens(one), tokens(other)
    if bool(_NEGATE.search(one)) != bool(_NEGATE.search(other)):
        return _alike(content(_NEGATE.sub(" ", one)), content(_NEGATE.sub(" ", other)), 0.99)
    if len(first) == len(second):
        changed = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
        return bool(changed) and len(changed) <= 2 and all(_are_antonyms(a, b) for a, b in changed)
    turned = [(a, b) for a in first for b in second if _are_antonyms(a, b)]
    return len(turned) == 1 and _alike(frozenset(first) - {turned[0][0]}, frozenset(second) - {turned[0][1]}, 0.6)


def _alike(one: frozenset[str], other: frozenset[str], least: float) -> bool:
    return bool(one | other) and bool(one) and len(one & other) / len(one | other) >= least


def _are_antonyms(one: str, other: str) -> bool:
    if frozenset((one, other)) in ANTONYMS:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) > 3 and long in {prefix + short for prefix in ("un", "in", "im", "ir", "il", "non", "non-", "dis", "a", "anti", "anti-", "de", "hypo", "hyper")}


def _half_opposed(option: str, one: str) -> bool:
    """Whether another option speaks on the same scale with another antonym, so that the pair does not stand alone."""
    return len(tokens(option)) == len(tokens(one)) and sum(a != b for a, b in zip(tokens(option), tokens(one), strict=True)) == 1 and len(tokens(one)) > 2
