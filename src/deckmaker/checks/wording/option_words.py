"""What the rules about options look for. English; data, not rules."""

from __future__ import annotations

from deckmaker.model.pieces import word_set

ABSOLUTE = word_set(
    """
    always never entirely completely totally absolutely impossible invariably everyone everybody nobody nothing
    everything solely exclusively without-exception no-one utterly wholly inevitably guaranteed guarantees
    whatsoever forever anyone anything anywhere nowhere everywhere
    """
)
"""Words that leave no exception."""
WEAK_ABSOLUTE = frozenset(("all", "every", "only", "none", "any", "must", "cannot", "each"))
"""Words that may leave none; as often they are the fact itself."""

VAGUE = word_set(
    """
    often usually frequently sometimes rarely seldom generally occasionally commonly typically normally mostly
    regularly mainly largely somewhat fairly probably possibly perhaps relatively hardly infrequently
    periodically predominantly scarcely ordinarily
    """
)
"""How often or how much, without saying (Case & Swanson: readers differ by half)."""
VAGUE_PHRASES = (
    "a lot of", "lots of", "a great deal", "a large number", "a large amount", "a number of", "a great many",
    "as a rule", "in many cases", "in most cases", "in some cases", "most of the time", "from time to time",
    "now and then", "to some extent", "tend to", "tends to", "tended to", "large amounts", "large numbers",
    "small amounts", "plenty of", "quite a few", "a few", "a long time", "not very", "very large", "very small",
    "quite large", "at times", "a fair amount", "large quantities", "more or less", "hardly ever", "once in a while",
    "in some people", "some people", "in certain cases", "in some countries",
    "under certain circumstances", "now and again",
    "a good deal", "a good many", "in part", "to a degree", "to a certain extent", "quite a lot", "a bit", "a little",
    "a great number", "not always", "not often", "every so often", "every now and then", "for a while", "rather a lot",
    "some of the time", "much of the time", "small numbers", "a small number", "a small amount", "a handful of",
)  # fmt: skip
VAGUE_AMOUNTS = frozenset(("many", "some", "several", "few", "may", "might", "much"))
"""Vague where they open a statement or an option, or hold its verb."""

ALL_OF_THEM = (
    r"^(?:all|any|each|every one|everything|both|either)(?: (?:three|four|five|two))?(?: of)?(?: the| these| "
    r"those| them)?(?: (?:above|options?|answers?|choices?|items?|things?|statements?|factors?|reasons?|causes?"
    r"|three|four|five|two|others?|foregoing|preceding|previous|listed|mentioned|named|alternatives?|ones"
    r"|together))*(?: (?:are|is|apply|applies|can be|of these|here)(?: \w+)?)?(?: (?:correct|true|right|above"
    r"|listed|mentioned|apply|options|answers))*$"
    r"|^all (?:of )?(?:these|those|the) [\w-]+(?: (?:listed|named|mentioned|given|above|shown|are correct))$"
    r"|^all (?:of )?(?:these|those) [\w-]+$|^all (?:of )?(?:two|three|four|five)$"
    r"|^(?:they|these|those) all(?: (?:do|are|did|can|have|apply|count))?$|^(?:they|these) are all \w+$"
    r"|^all of (?:these|those|them)(?: (?:do|did|can|have|has|were|together|combined|at once))?$"
    r"|^(?:the|all) (?:two|three|four|five)(?: \w+)? (?:together|combined|are (?:right|correct|true))$"
    r"|^(?:\w, )*\w,? and \w are all (?:correct|true|right)$"
    r"|^(?:a (?:mix|mixture|combination) of )?(?:all|any|each) (?:of )?(?:these|those|them|the above)\b(?: \w+)?$"
    r"|\b(?:the|these) (?:above|options|answers|three|four)? ?(?:are )?all (?:correct|true|right|apply)\b|^they "
    r"are all|^everything (?:above|mentioned|listed)|\ball of the above\b|\ball the above\b"
)
_LISTED = r"(?:above|others?|options?|answers?|choices?|statements?|listed|preceding|previous|three|four|rest)"
NONE_OF_THEM = (
    rf"^none(?: of (?:these|those|them|the (?:\w+ )?{_LISTED})\b.*)?$|\bnone of (?:the above|these|them)\b"
    r"|^not (?:one|a single one) of (?:the|these|those|them)\b.*$|^none of (?:these|those|the) \w+(?: \w+)?$"
    r"|^all (?:of )?(?:the )?(?:above|these|them|options|answers|others|(?:two|three|four))\b.*\b(?:wrong|false|untrue"
    r"|incorrect)$|^(?:something|someone|somebody|somewhere|anything) (?:else|other than (?:these|those|the).*)$"
    r"|^(?:an?other|some other|a different|other) \w+(?: \w+)? (?:that is |which is )?not (?:listed"
    r"|named|mentioned|given"
    r"|shown)\b.*$|^(?:another|a different|some other) (?:answer|option|one|reason|cause)$|^others?$"
    r"|^(?:nobody|no one|nothing) (?:named|listed|mentioned|shown|given) (?:here|above)$"
    r"|^there is no (?:correct|right|true|such|fitting)? ?(?:answer|option|choice|one)\b.*$"
    r"|^nothing of the (?:kind|sort)$"
    r"|^not (?:listed|given|mentioned|shown)(?: here| above)?$|^none of the (?:kind|sort)$"
    r"|^none (?:is|are|apply|applies|fits?)\b|^neither(?: of .*)?(?: is (?:correct|true|right))?$"
    r"|^(?:no|not any of|nothing of) (?:(?:correct|right|true|of the) )?(?:answer|option|the above|these|statement"
    r"|choice)s?\b.*$|^nothing (?:above|of the above|listed)|^not any of"
)

WHO = word_set(
    """
    actor architect artist author baker biologist captain chemist composer conductor dancer director doctor duke
    emperor engineer explorer farmer general goalkeeper inventor journalist judge king lawyer mathematician
    merchant minister monk musician novelist nurse painter philosopher physicist pianist poet politician pope
    president priest prince princess queen sailor scientist sculptor singer soldier student teacher violinist
    writer king's referee umpire goddess god man woman
    """
)
WHERE = word_set(
    """
    abbey bay bridge castle cathedral church city coast continent country county desert forest gulf harbour
    island lake mountain museum ocean palace park peninsula port province region river school sea street theatre
    town university valley village volcano waterfall monastery capital suburb plateau
    """
)
WHEN = word_set(
    """
    year century decade month week day era season spring summer autumn winter january february march april june
    july august september october november december monday tuesday wednesday thursday friday saturday sunday
    hour
    """
)
WORK = word_set(
    """
    novel poem play symphony opera painting sculpture film song sonata book etching etchings paintings treaty
    law act battle war
    """
)
"""Head nouns by what they answer: who, where, when, which work or event."""
KINDS: tuple[tuple[str, frozenset[str]], ...] = (
    ("person", WHO | word_set("person people tribe nation dynasty family ethnic-group biologist bank-robber clan")),
    ("place", WHERE | word_set("place area zone territory location site")),
    ("time", WHEN | word_set("period age epoch date")),
    ("work", WORK | word_set("book text report article play opera")),
    ("process", word_set("process reaction movement change shift growth method procedure technique erosion")),
    ("weather", word_set("climate weather temperature rainfall drought")),
    ("living", word_set("animal plant organism species bird fish insect fungus bacterium virus tree flower")),
    ("body", word_set("organ bone muscle gland nerve tissue joint tooth")),
    ("substance", word_set("substance chemical gas liquid metal acid salt mineral drug hormone enzyme alloy rock")),
    ("device", word_set("tool device instrument machine weapon vehicle engine computer")),
    ("illness", word_set("disease illness infection injury symptom disorder")),
    ("body-of-people", word_set("party company institution organisation organization union bank committee ministry")),
    ("rule", word_set("rule right tax fee duty penalty crime offence")),
    ("idea", word_set("theory belief idea emotion feeling religion philosophy ideology")),
)
"""Head nouns that say what something is, by what they say."""
PLACES = word_set(
    """
    africa america asia europe australia antarctica england scotland wales ireland britain france germany italy
    spain portugal greece russia poland austria hungary sweden norway denmark finland iceland netherlands
    belgium switzerland turkey egypt israel iran iraq india china japan korea vietnam mexico canada brazil
    argentina chile peru cuba kenya nigeria ethiopia london paris berlin rome madrid vienna athens moscow warsaw
    prague budapest amsterdam brussels lisbon dublin edinburgh oslo stockholm copenhagen venice milan naples
    munich hamburg leipzig salzburg geneva istanbul jerusalem cairo delhi mumbai beijing shanghai tokyo kyoto
    sydney melbourne york boston chicago philadelphia california texas florida thames rhine danube nile amazon
    mississippi volga seine alps andes himalayas sahara pacific atlantic mediterranean baltic versailles
    normandy bavaria prussia sicily sardinia crete bologna oxford cambridge
    """
)
PEOPLE = word_set(
    """
    johann wolfgang ludwig franz joseph george georg william john james charles henry louis napoleon albert
    isaac marie charlotte jane emily mary elizabeth anne catherine leonardo michelangelo raphael galileo
    copernicus darwin newton einstein curie mozart beethoven bach haydn handel vivaldi chopin verdi wagner
    brahms schubert shakespeare dickens goethe schiller dante homer plato aristotle socrates kant marx lenin
    stalin hitler churchill roosevelt jefferson bismarck caesar augustus cleopatra columbus magellan gandhi
    mandela pasteur mendel freud thomas robert richard edward peter paul alexander frederick friedrich karl
    martin luther adam ada alan grace tim bill antonio giuseppe claude camille pablo vincent rembrandt vermeer
    hippocrates
    """
)
"""A few names, for telling persons from places."""
