"""What the rules about stems look for. English; data, not rules."""

from __future__ import annotations

import re

from deckmaker.model.patterns import Table, regex
from deckmaker.model.pieces import word_set

STATEMENTS = (
    r"(?:statements?|assertions?|claims?|propositions?|answers?|options?|choices?|facts?|descriptions?|ones?"
    r"|things?|alternatives?|responses?|sentences?)"
)
"""What a stem calls its options where it does not say what they are."""
JUDGED = (
    r"(?:true|correct|right|accurate|valid|false|incorrect|untrue|wrong|inaccurate|correctly stated|best"
    r"|appropriate|apt|applicable|the case|a fact)"
)
"""What it asks of them where it does not say in what respect."""
ABOUT = (
    r"(?:about|of|for|regarding|concerning|on|as regards|with (?:regard|respect) to|in (?:relation|regard) to"
    r"|when it comes to|in the case of)"
)

RESPECTS = word_set(
    """
    advantage aim author basis capital cause causes colour color composer consequence consequences content
    contrast conversion currency date definition density difference discoverer discovery effect effects
    etymology feature features formula founder function functions goal height inventor language leader length
    location main mass meaning melting mechanism motive name nickname number opposite order origin output part
    period place plural population principle process product purpose reason relation relationship result results
    role rule shape sign significance size source speed stages steps structure symbol symptom synonym antonym
    temperature theme time title translation treatment unit units use uses value year abbreviation acronym age
    area atomic boiling charge chemical first largest last longest highest oldest past present smallest winner
    parts types kinds
    """
)
"""Nouns that say in what respect a topic is asked about."""

IMPERATIVES = word_set(
    """
    add arrange calculate change choose classify circle compare compute conjugate convert correct count decide
    define derive determine differentiate distinguish divide draw estimate evaluate explain express factor
    factorise fill find formulate give identify integrate label list mark match name order pick place point
    pronounce prove put quote rank read recall rewrite select show simplify sketch solve sort spell state
    subtract tick translate underline use work write
    """
)

LOOSE_TASKS = (
    "tell me about", "tell about", "tell what you know", "what do you know about", "what can you tell", "talk about",
    "everything about", "facts about", "key facts", "notes on", "write about", "what about", "how about",
    "information about", "info on", "some information", "think about", "what is important about",
    "what should you know about", "what should you remember about", "what do we know about",
    "what can be said about", "what is there to say about", "what is there to know about",
    "what have you learned about", "what have you learnt about", "things to know about", "important points",
)  # fmt: skip
"""Openings that set no task."""

UNITS = word_set(
    """
    % percent per cent degrees degree celsius fahrenheit kelvin metres meters metre meter km kilometres
    kilometers miles cm centimetres mm kg kilograms kilogram g grams gram mg tonnes tons litres liters litre ml
    l hours hour h minutes minute min seconds second s days day weeks months years year old m m/s km/h mph n
    newtons newton j joules joule w watts watt v volts volt a amperes ampere amps ohms ohm hz hertz pa pascals
    bar mol moles euros euro dollars dollar pounds pound pence cents people inhabitants times square cubic bits
    bytes bit byte k c f ω °c °f beats points bars semitones
    """
)
"""What may follow a blank at the end of a sentence."""

OFFICIALESE = (
    "in the event that", "pertaining to", "with regard to", "in regard to", "with reference to", "thereof", "therein",
    "thereto", "therewith", "herein", "hereof", "whereby", "wherein", "whereupon", "whereof", "aforementioned",
    "aforesaid", "abovementioned", "heretofore", "hitherto", "henceforth", "notwithstanding", "pursuant to",
    "subsequent to", "prior to", "antecedent to", "commences", "commence", "commenced", "commencement", "utilise",
    "utilised", "utilises", "utilisation", "utilize", "utilized", "utilizes", "utilization", "endeavour", "endeavor",
    "endeavours", "ascertain", "ascertained", "elucidate", "elucidates", "elucidation", "effectuate", "effectuated",
    "ensuing", "in order for", "for the purpose of", "for the purposes of", "in the vicinity of", "by virtue of",
    "inasmuch as", "insofar as", "subjected to", "is deemed", "be deemed", "are deemed", "deemed to",
    "incumbent upon", "albeit", "obviate", "ameliorate", "promulgate", "promulgated", "delineate", "necessitate",
    "necessitates", "necessitated", "denominated", "appellation", "bestow", "bestowed", "plethora", "multitudinous",
    "myriad", "quotidian", "perusal", "peruse", "cognisant", "cognizant", "erstwhile", "eschew", "the fact that",
    "on the part of", "in the capacity of", "to the extent that", "at the present time", "at that point in time",
    "at this point in time", "taking into consideration", "taking into account", "in such a manner", "in a manner",
    "the manifestation of", "the occurrence of", "the totality of", "may be said to", "can be said to",
    "could be said to", "be characterised as being", "be characterized as being", "undergo a process of",
    "a process of", "in respect of", "appertaining", "is constituted by", "constitutes", "constituted", "accrue",
    "accruing", "concomitant", "predicated upon", "render", "rendered", "vis-à-vis", "vis-a-vis", "as to whether",
    "with a view to", "in light of the fact", "due to the fact", "owing to the fact", "the aforestated",
    "in question", "for the duration of", "in the course of", "in the context of", "in conjunction with",
    "in consequence of", "be it", "what manner of", "in the absence of", "remuneration", "domicile", "cessation",
    "ingestion of", "attributable to", "ascribed to", "facilitate", "facilitates", "facilitated", "facilitation",
    "perpetuate", "modality", "paradigmatic", "exigencies", "exigency", "verily", "whence", "thence", "whilst",
    "upon which", "engendered", "engenders", "engender", "proffered", "adumbrated", "purported", "posited",
    "explicate", "adduce", "adduced", "efficacious", "conducive to", "consequent upon", "contingent upon",
    "in accordance with", "the totality", "it is the case that", "it being the case", "with the result that",
    "terminate", "terminated", "termination of", "procure", "procured", "expedite", "requisite", "requisites",
    "said to be indicative", "indicative of", "propensity", "salient", "pivotal", "quintessential", "manifold",
    "the ascertainment", "undertaking of", "enumerate", "enumerated", "denote the", "designated by the term",
    "designated as", "designation", "hereunder", "hereinafter", "aforestated", "whither", "personage", "personages",
    "sanguineous",
    "conflagration", "egress", "ingress", "possessed of", "on account of which", "levying of", "is undertaken",
    "employed to denote",
    "one to proceed", "hostilities", "in receipt of", "cognisance", "effectuates",
    "betwixt", "nomenclature", "augmentation", "diminution", "ensue", "ensues", "ensued", "transpire", "transpires",
    "held dominion", "accorded", "penned", "endowed with", "vested with", "municipality within", "accounted as",
    "customarily",
    "mitigation", "ramifications", "ramification", "monarchical", "vegetation by", "partake", "partakes", "ere",
    "beget", "begets", "assuage", "bereft", "cognition of", "disseminate", "emanate", "emanates", "endeavoured",
    "envisage", "hereby", "impart", "imparts", "inception", "nascent", "oftentimes", "pecuniary", "prodigious",
    "requisite to", "sans", "save for", "sundry", "surmise", "thusly", "unto", "upon whom", "wherefore", "yclept",
    "subsequently",
    "preside over", "possesses the capacity", "possess the capacity", "has the capacity to", "numerical magnitude",
    "comprise of", "situated within", "locality", "inhabitants thereof", "elevated quantity", "inadequate quantity",
    "appurtenant", "primarily responsible for the",
)  # fmt: skip
"""Words of offices and of people who want to sound learned (plain-language lists); none is a term of a subject."""

ARCHAIC = frozenset((
    "thereof", "therein", "thereto", "therewith", "herein", "hereof", "hereunder", "hereinafter", "heretofore",
    "whereupon",
    "whereof", "aforementioned", "aforesaid", "aforestated", "whence", "whither", "thence", "verily", "personage",
    "personages",
    "appellation", "appurtenant", "sanguineous", "denominated", "erstwhile", "henceforth", "inasmuch as", "betwixt",
    "heretofore",
))  # fmt: skip
"""Those of them that nobody says any more: one is enough."""

DATED = (
    "(?<!in )(?<!of )this (?:year|month|week|season)", "currently(?! (?:selected|running|executing|open|active"
    "|loaded))", "(?<!most )(?<!least )(?<!more )recently", "nowadays", "at present",
    r"at the moment(?=[?.,]|$)", "these days", "last year", "last week", "last month", "yesterday",
    "right now(?! from)", "in recent years", "in recent months", "in recent weeks", "present-day", "next year",
    "as of now", "up to now", "until now",
)  # fmt: skip
"""Words that mean something else when the card comes up again."""
DATED_TITLES = (
    r"\b(?:current|present|incumbent|newest|latest) (?:\w+ )?(?:president|prime minister|chancellor|king|queen"
    r"|monarch|pope|champion|holder|leader|population|version|government|director|secretary|mayor|minister|price"
    r"|record|world record)\b"
)

GREETINGS = tuple(
    regex(pattern, re.I, needs=needs)
    for pattern, needs in (
        (r"\b(?:as|like) (?:you|we|everyone|everybody|most people|many people|most of you|many of you)(?: (?:all"
         r"|surely|probably|may|might|will|should|well|of course|no doubt|certainly|already|both|have|can|now))* "
         r"(?:know|remember|recall|heard|learned|learnt|noticed|imagine|guess|guessed|realise|realize|expect|aware"
         r"|seen|see)s?\b", "you we everyone everybody people"),
        (r"\b(?:we all|you all|everyone|everybody|nobody|no one|most people|many of us|most of us|we) (?:already "
         r"|surely )?(?:knows?|loves?|likes?|enjoys?|remembers?|has heard|have heard|agrees?|wants?|hates?|dreams?)\b",
         "we you everyone everybody nobody no people us"),
        (r"\byou (?:may|might|probably|will|must|have|surely|certainly|perhaps)(?: (?:have|already|probably|also|well"
         r"|often|never))* (?:heard|know|seen|noticed|wondered|remember|recall|agree|read|been told|met)\b", "you"),
        (r"\b(?:did you know|have you ever|ever wondered|believe it or not|fun fact|needless to say|strange as it may"
         r"|funnily enough|luckily|happily|sadly|of course|by the way|incidentally|no wonder|who would have thought"
         r"|hopefully)\b", "you wondered believe fun needless strange funnily luckily happily sadly course way "
         "incidentally wonder thought hopefully"),
        (r"^(?:interestingly|surprisingly|amazingly|remarkably|curiously|fortunately|unfortunately|strangely"
         r"|naturally|obviously|clearly),", "interestingly surprisingly amazingly remarkably curiously fortunately "
         "unfortunately strangely naturally obviously clearly"),
        (r"\bit is (?:\w+ )?(?:interesting|fascinating|amazing|well known|widely known|common knowledge|important"
         r"|worth|no secret|no surprise|good|useful|vital|essential|crucial|remarkable|surprising|true)(?: for \w+)? "
         r"(?:to|that|knowing|noting|how|remembering)\b", "interesting fascinating amazing known knowledge important "
         "worth secret surprise good useful vital essential crucial remarkable surprising true"),
        (r"\b(?:think carefully|think hard|read carefully|read (?:the|this) question|good luck|take your time|do "
         r"?n['o]t worry|be careful|keep in mind|bear in mind|remember that|note that|remember:|here is an easy|this "
         r"is an easy|this one is|this question is|the next question|now that you|let us|let's|here comes|time for|a "
         r"classic question|an easy one|a tricky one)\b", "carefully hard question luck your worry careful mind "
         "remember note easy this you let comes time tricky"),
        (r"^(?:everyone|everybody) has (?:had|been|seen|met|felt)\b|^(?:nothing beats|who does not|who doesn['’]t)\b"
         r"|^my \w+\b|^our (?:\w+ ){1,2}\w+ us\b", "everyone everybody beats doesn not my our"),
        (r"\b(?:of us|us all|our lives|our daily|our world|our planet's|our ancestors|our everyday)\b", "us our"),
    )
)  # fmt: skip
"""Phrases that talk to the reader and tell nothing, each with the words that it needs."""
GREETS = Table(GREETINGS)
"""The same, to be looked for together."""

PRAISE = word_set(
    """
    amazing astonishing astounding awesome beautiful beloved breathtaking brilliant captivating celebrated
    charming colourful colorful cool crucial delightful delicious enchanting endlessly exciting extraordinary
    famous fantastic fascinated fascinates fascinating favourite favorite genius glorious gorgeous great
    greatest iconic immortal important impressive incredible indispensable inspiring interesting legendary love
    loved lovely magical magnificent majestic marvellous marvelous masterpiece memorable mysterious notorious
    outstanding popular powerful precious remarkable renowned rich spectacular splendid striking stunning superb
    timeless unforgettable unique useful versatile vital wonderful wonders world-famous enjoy enjoyed enjoys
    delight delights delighted dream dreamed fun admired admire thrilling beautifully essential everyday proud
    treasured revered dazzling cherished spectacles cute pretty sad lucky
    """
)
"""Words of praise and wonder."""

ASIDES = (
    "has come a long way", "have come a long way", "since ancient times", "for centuries", "for thousands of years",
    "throughout history", "throughout the ages", "through the ages", "since the dawn", "plays an important",
    "play an important", "plays a vital", "plays a key", "plays a crucial", "play a vital", "play a key",
    "play a crucial", "one of the most", "some of the most", "among the most", "is known for", "are known for",
    "is well known", "are well known", "all over the world", "around the world", "the world over",
    "in our daily lives", "in daily life", "in everyday life", "every day", "in modern society", "in today's world",
    "more and more", "for generations", "has always been", "have always been", "has long been", "have long been",
    "many people", "many students", "most students", "many of us", "millions of people", "people have",
    "humans have", "mankind", "humanity", "each year",
    "every year", "no one can", "nobody can", "it comes as no", "there is no doubt", "without a doubt", "visitors",
    "tourists", "a lot of", "over the years", "down the ages", "from time to time", "in recent years",
    "has a long history", "have a long history", "is a fascinating", "is an important", "are an important",
    "is an exciting", "are everywhere", "is everywhere", "all around us", "have fascinated", "has fascinated",
    "the history of", "many different", "all kinds of", "come in many", "it is said", "legend has it",
    "generations of", "to this day", "still today", "even today",
)  # fmt: skip
"""Phrases of general talk around a subject."""

VALUES = word_set(
    """
    beautiful ugly interesting boring exciting pleasant nice nicest wonderful tasty tastiest delicious elegant
    lovely fun enjoyable fascinating talented gifted admirable overrated underrated unfair unjust immoral
    disgraceful moving touching inspiring impressive brilliant genius tasteless ridiculous silly stupid evil
    prettiest prettier nicer tastier funniest funnier coolest cutest wisest noblest bravest heroic fairest
    cleverest smartest kindest loveliest ugliest dullest scariest saddest happiest stupidest sweetest grandest
    purest truest worthiest democratic humane civilised civilized just fair sensible reasonable satisfying
    cruel barbaric selfish greedy lazy wicked shameful outdated
    thrilling awful terrible horrible attractive charming memorable magnificent sublime graceful
    """
)
"""Words of judgement: what they say holds for whoever says it."""
VALUE_NOUNS = word_set(
    """
    album artist author band book building car cathedral century city civilisation civilization composer country
    culture dancer discovery dish emperor empire era film footballer form game general genre goalkeeper
    government hero idea invention job king language leader liar liberator library literature masterpiece match
    mathematician monarch movie music musician nation novel novelist opera opening painter painting party
    philosopher pianist piece place play player playwright poem poet politician presidency president programming
    profession queen ruler school scientist sculptor sculpture singer software song sonnet speech sport
    statesman story style subject symphony system team thing time tragedy violinist work works writer newspaper
    chess crime achievement contribution mistake catastrophe disaster villain teacher thinker soldier woman man
    people director actor actress dance festival holiday food wine subject
    """
)
"""What "best" and "greatest" cannot be measured of."""
POLICY = (
    r"\b(?:should|ought to|must) (?:not )?(?:\*?be |have |never )?(?:\w+ )?(?:allowed|banned|abolished|compulsory"
    r"|mandatory|legal|legalised|legalized|illegal|free|raised|lowered|increased|reduced|obligatory|taught|taxed"
    r"|forbidden|prohibited|replaced|celebrated|respected|proud|admired|forced|trusted|preferred|protected"
    r"|supported|the right to|a right to|vote|learn|read|stop|pay more|do more|spend)\b"
)
STANDARDS = (
    "according to", "in the view of", "in the opinion of", "in the judgement of", "recommend", "recommends",
    "recommended", "advise", "advises", "advised", "guideline", "guidelines", "code", "under the", "by the rules",
    "as defined", "as measured", "ranked", "ranking", "voted", "named by", "study", "survey", "poll", "critics",
    "called", "described", "credit", "credited", "considered by", "regarded by", "rules", "law", "laws", "say",
    "says", "said", "argued", "argues", "claimed", "claims", "prize", "award", "standard", "protocol", "policy",
    "fide", "nice guidance", "considered", "believed", "known as", "regarded as", "seen as", "hailed as",
    "counted as", "held that", "judged", "in terms of", "measured by",
    "by number", "criterion",
)  # fmt: skip
"""What names who or what decides a judgement."""
