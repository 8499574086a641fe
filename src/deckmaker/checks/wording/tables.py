"""Words that several rules about wording read by: function words, endings, forms. English; data, not rules."""

from __future__ import annotations

from deckmaker.model.pieces import word_set

STOPWORDS = word_set(
    """
    a about above according across after again against all along also although always am among an and another
    any are aren't around as at away back be because been before behind being below between both but by came can
    can't cannot come comes could couldn't did didn't do does doesn't doing don't done down during each either
    else ever every few first following for from further gave get gets give given gives go goes going gone got
    had has have having he her here hers him his how however i if in instead into is isn't it its itself just
    kind last least less let like made main make makes making many may me means might mine more most much must
    my name named near neither next no nor not of off often on once one ones only onto or other others our out
    over own part per put same second see seen set she should since so some such take taken takes than that the
    their them themselves then there these they thing things this those three through thus to together too
    toward towards true two type under until up upon us use used uses using very via was wasn't way we were
    weren't what when where whether which while who whom whose why will with within without won't would yet you
    your called call term word correct right answer option statement best example s t new old great north south
    east west city
    """
)
"""Words that carry no meaning of their own in a question."""

ENDINGS = (
    "atories", "izations", "isations", "ization", "isation", "ational", "fulness", "ousness", "iveness", "ations",
    "ibility", "ability", "ically", "ation", "ition", "itions", "ments", "ingly", "ement", "ances", "ences", "ities",
    "iness", "ators", "atory", "ator", "ment", "ance", "ence", "able", "ible", "ical", "ings", "ions", "ness", "ists",
    "isms", "ated", "ates", "ized", "ised", "izes", "ises", "ous", "ive", "ity", "ing", "ion", "ist", "ism", "ies",
    "ied", "ers", "ors", "ate", "ize", "ise", "ant", "ent", "ial", "ian", "ary", "ful", "est", "ed", "er", "or", "es",
    "al", "ic", "ly", "ar", "s", "y",
)  # fmt: skip
"""Endings that a root takes, the longest first as far as they begin alike."""

IRREGULAR: dict[str, str] = {
    "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "mice": "mouse",
    "geese": "goose", "lives": "life", "leaves": "leaf", "knives": "knife", "halves": "half", "wolves": "wolf",
    "bacteria": "bacterium", "phenomena": "phenomenon", "criteria": "criterion", "nuclei": "nucleus",
    "written": "write", "wrote": "write", "fell": "fall", "fallen": "fall", "grew": "grow", "grown": "grow",
    "growth": "grow", "froze": "freeze", "frozen": "freeze", "bought": "buy", "sold": "sell", "kept": "keep",
    "held": "hold", "lost": "lose", "loss": "lose", "paid": "pay", "spoke": "speak", "spoken": "speak",
    "thought": "think", "taught": "teach", "told": "tell", "built": "build", "broke": "break", "broken": "break",
    "choice": "choose", "chose": "choose", "chosen": "choose", "sung": "sing", "sang": "sing", "song": "sing",
    "bled": "bleed", "blood": "bleed", "bred": "breed", "fed": "feed", "food": "feed", "stolen": "steal",
    "stole": "steal", "sought": "seek", "length": "long", "width": "wide", "depth": "deep", "strength": "strong",
    "heated": "heat", "won": "win", "sent": "send", "spent": "spend", "flew": "fly", "flown": "fly", "flight": "fly",
    "hidden": "hide", "ridden": "ride", "risen": "rise", "rose": "rise", "shot": "shoot", "death": "die", "died": "die",
    "dying": "die", "dead": "die", "birth": "bear", "born": "bear", "weight": "weigh", "height": "high",
}  # fmt: skip
"""Forms that no ending explains."""

FINITE = word_set(
    """
    is are was were has have had can could may might must will would shall should does do did isn't aren't
    wasn't weren't hasn't haven't can't cannot won't doesn't don't didn't became becomes began begins came comes
    fell falls fought gave gives goes went got grew grows held holds kept keeps knew knows led leads left leaves
    lost loses made makes met means paid ran runs rose rises said says sat sees saw sent sold spent stood stands
    swam took takes taught told thought won wins wrote writes died dies lies lay lives lived forms formed uses
    used causes caused contains contained consists belongs exists occurs produces produced requires required
    needs needed remains remained sank sang ended ends started starts
    """
)
"""Verbs that make a clause."""

BASES = word_set(
    """
    abolish absorb adopt affect allow appoint approve attract become begin believe belong bend bind bite blow
    boil bounce break breathe bring build burn buy carry catch circulate combine compose conduct connect conquer consist
    consume contain control convert corrode create cross cure decay declare decompose define deliver denote depend
    describe destroy determine develop die differ digest discover dissolve divide draw eat elect emit encourage
    enforce enter erode evaporate excrete exist expand expel explain express fall filter float flow fly follow forbid
    freeze generate get give govern grow hang hatch hear help hibernate hold include infect inhabit inhibit inject
    introduce invade invent invest join jump keep kill know lack lay lead learn leave lend lie live lose lower
    maintain make mean melt migrate mix move multiply need neutralise obey occupy occur orbit oxidise paint pass pay
    permit precede prevent prey produce prohibit protect prove provide pump punish purify raise reach react read
    receive reduce reflect refract regulate reject release remain remove repel replace represent reproduce require
    rotate rule run save say secrete see sell send separate serve settle share shed show sing sink sleep slow
    solve speak spin spread stand stem stimulate stop store strengthen suck swim take tax teach tell tend think
    transfer transmit transport treat unite use wear weaken weigh win write yield
    """
)
VERBS = frozenset(
    form
    for base in BASES
    for form in (
        f"{base[:-1]}ies"
        if base.endswith("y") and base[-2] not in "aeou"
        else base + ("es" if base[-2:] in ("ch", "sh", "ss") else "s"),
        f"{base}d" if base.endswith("e") else f"{base}ed",
    )
) - {"uses", "needs", "lives", "leaves", "taxes", "means", "sleeps", "stems", "shares", "rules", "controls", "orbits"}
"""Verbs that school sentences are made of, as "it" and the past take them; nouns of the same form are left out."""

NAMED_SUBJECTS = frozenset(("it", "they", "he", "she", "we", "you", "i", "this", "these", "there"))
"""Words that begin a clause."""

RULE_WORDS = word_set(
    """
    rule rules law laws code act treaty constitution convention regulation regulations referee umpire player
    players driver drivers allowed permitted permit permits legal legally illegal required requirement licence
    license statute guideline guidelines standard article clause offence penalty goalkeeper
    goalkeepers pitcher batter batsman bowler server captain coach team teams rook king queen bishop knight pawn
    handball football basketball tennis hockey cricket citizen citizens court courts parliament president congress
    senate house voter voters officer police employer landlord tenant minister judge jury members mp pedestrian
    pedestrians
    """
)
"""Words that make "may" a permission and "must" a rule's own wording."""
