"""What the rules about options look for. English; data, not rules."""

from __future__ import annotations

from deckmaker.checks.wording.tables import word_set

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
    r"|\b(?:the|these) (?:above|options|answers|three|four)? ?(?:are )?all (?:correct|true|right|apply)\b|^they "
    r"are all|^everything (?:above|mentioned|listed)|\ball of the above\b|\ball the above\b"
)
_LISTED = r"(?:above|others?|options?|answers?|choices?|statements?|listed|preceding|previous|three|four|rest)"
NONE_OF_THEM = (
    rf"^none(?: of (?:these|those|them|the (?:\w+ )?{_LISTED})\b.*)?$|\bnone of (?:the above|these|them)\b"
    r"|^not (?:one|a single one) of (?:the|these|those|them)\b.*$|^none of (?:these|those|the) \w+(?: \w+)?$"
    r"|^none (?:is|are|apply|applies|fits?)\b|^neither(?: of .*)?(?: is (?:correct|true|right))?$"
    r"|^(?:no|not any of|nothing of) (?:(?:correct|right|true|of the) )?(?:answer|option|the above|these|statement"
    r"|choice)s?\b.*$|^nothing (?:above|of the above|listed)|^not any of"
)

ANTONYMS: frozenset[frozenset[str]] = frozenset(
    frozenset(pair.split("/"))
    for pair in word_set(
        """
        increases/decreases increase/decrease increased/decreased increasing/decreasing rises/falls rise/fall
        rising/falling rises/drops rises/sinks rise/drop goes-up/goes-down up/down higher/lower high/low
        raises/lowers raise/lower raised/lowered raising/lowering more/less more/fewer larger/smaller
        bigger/smaller large/small big/small greater/smaller greater/less grows/shrinks grow/shrink
        faster/slower fast/slow quickly/slowly quicker/slower speeds/slows accelerates/slows
        accelerates/decelerates longer/shorter long/short expands/contracts expand/contract expands/shrinks
        widens/narrows lengthens/shortens stronger/weaker strong/weak strengthens/weakens strengthen/weaken
        heavier/lighter heavy/light hotter/colder hot/cold warmer/cooler warmer/colder warm/cold warms/cools
        heats/cools true/false right/wrong correct/incorrect positive/negative positively/negatively
        attracts/repels attract/repel absorbs/releases absorbs/emits absorbed/released gains/loses gain/loss
        gained/lost with/without before/after above/below over/under inside/outside into/out-of in/out
        left/right north/south east/west northern/southern eastern/western active/passive legal/illegal
        lawful/unlawful possible/impossible odd/even same/different similar/different inner/outer
        internal/external upper/lower top/bottom first/last early/late earlier/later open/closed opens/closes
        open/close on/off begins/ends begin/end starts/stops start/stop accepts/rejects accepted/rejected
        accept/reject allows/forbids allowed/forbidden permits/prohibits permitted/prohibited supports/opposes
        supported/opposed support/oppose won/lost wins/loses win/lose doubles/halves doubled/halved
        multiplies/divides adds/subtracts maximum/minimum improves/worsens improve/worsen improved/worsened
        better/worse dilates/constricts dilate/constrict tightens/loosens tightens/relaxes contracts/relaxes
        contract/relax concave/convex acidic/alkaline acidic/basic acid/base acid/alkali soluble/insoluble
        reversible/irreversible public/private major/minor convergent/divergent converges/diverges
        endothermic/exothermic oxidised/reduced oxidized/reduced oxidation/reduction present/absent dark/light
        wet/dry dense/sparse deeper/shallower softer/harder soft/hard louder/softer louder/quieter loud/soft
        loud/quiet clockwise/anticlockwise clockwise/counterclockwise voluntary/involuntary male/female
        alive/dead mandatory/optional compulsory/voluntary domestic/foreign import/export imports/exports
        surplus/deficit inflation/deflation appreciates/depreciates elastic/inelastic rich/poor richer/poorer
        all/none always/never everyone/nobody everything/nothing yes/no thicker/thinner thick/thin
        thickens/thins higher-pitched/lower-pitched sharp/flat sharper/flatter consonant/dissonant
        ascending/descending ascends/descends upward/downward upwards/downwards forward/backward
        forwards/backwards towards/away elevates/depresses stimulates/inhibits stimulate/inhibit
        promotes/inhibits activates/inhibits activates/deactivates speeds-up/slows-down encourages/discourages
        attack/defend visible/invisible conscious/unconscious direct/indirect valid/invalid finite/infinite
        stable/unstable safe/unsafe guilty/innocent literate/illiterate gains/loses earns/loses enlarges/reduces
        increases/reduces increase/reduce increased/reduced widen/narrow wider/narrower brighter/darker
        brighter/dimmer brightens/darkens hypertension/hypotension hyperglycaemia/hypoglycaemia
        hyperglycemia/hypoglycemia aerobic/anaerobic vertebrate/invertebrate odd/even rational/irrational
        push/pull pushes/pulls older/younger newer/older
        """
    )
)
"""Words that turn a statement into its opposite."""
SAME_SCALE = word_set(
    """
    same unchanged constant unaffected stays stay remains remain equal equally steady stable neutral doubles
    halves quadruples unaltered
    """
)
"""Words of an option that completes the scale of a pair of opposites."""

SYNONYMS: tuple[str, ...] = (
    "big large great huge", "begins starts commences begin start",
    "ends finishes stops ceases terminates end finish stop",
    "rises increases grows climbs up higher rise increase raises",
    "falls decreases drops declines shrinks reduces down lower fall decrease drop lowers", "fast quick rapid speedy",
    "quickly rapidly fast swiftly speedily", "slowly gradually", "doctor physician medic", "car automobile",
    "illegal unlawful forbidden prohibited", "legal lawful allowed permitted", "autumn fall", "movie film",
    "buy purchase", "help assist aid", "show display", "get obtain receive acquire", "need require", "keep retain",
    "use utilise employ", "hard difficult tough", "easy simple", "wrong incorrect false", "right correct true",
    "rich wealthy affluent", "poor impoverished", "tiny minute", "sick ill unwell", "angry furious",
    "happy glad joyful", "sad unhappy sorrowful", "kill slay", "murder homicide", "brave courageous",
    "stubborn obstinate", "strange odd peculiar", "rare uncommon scarce", "common frequent widespread",
    "yearly annually annual", "daily everyday", "monthly", "weekly", "biannual half-yearly", "heart cardiac",
    "kidney renal", "liver hepatic", "lung pulmonary", "stomach gastric", "brain cerebral", "fever pyrexia",
    "bruise contusion haematoma hematoma", "clot thrombus", "stroke apoplexy", "itching pruritus", "vomiting emesis",
    "swelling oedema edema", "bleeding haemorrhage hemorrhage", "hypertension", "freedom liberty", "war warfare",
    "king monarch sovereign", "parliament legislature", "judge magistrate", "lawyer attorney solicitor",
    "vote ballot", "election poll", "speed velocity swiftness", "size magnitude", "heat warmth", "gas vapour vapor",
    "water h2o", "salt nacl", "warming heating", "stone rock", "forest wood woodland", "sea ocean", "river stream",
    "hill mount", "city town", "country nation state", "author writer", "poem verse", "story tale narrative",
    "song tune", "loud noisy forte", "quiet soft silent piano", "cost price", "money cash currency",
    "profit gain earnings", "tax levy duty", "job occupation profession", "worker employee labourer", "boss employer",
    "company firm business enterprise", "fee charge", "mistake error bug fault", "delete erase remove", "store save",
    "photo photograph picture image", "fake forged counterfeit", "rumour rumor gossip hearsay",
    "trustworthy reliable dependable", "advert advertisement commercial", "headline title heading", "kid child",
    "dad father", "mum mother", "dog hound canine", "pig swine", "fat lipid", "sugar saccharide",
    "whole entire complete total", "half 50%", "quarter 25%", "approve accept", "refuse reject decline",
    "copy duplicate", "join unite merge combine", "split divide separate", "maker producer manufacturer",
    "seller vendor", "customer buyer purchaser client", "fight battle combat", "peace-treaty peace-agreement",
    "foot pes", "speak talk", "shout yell", "answer reply respond response", "weep cry", "broad wide",
    "thin slim slender", "strong powerful", "force power", "weak feeble", "dangerous hazardous risky", "safe secure",
    "usual normal ordinary", "sunrise dawn", "sunset dusk",
)  # fmt: skip
"""Words that mean the same, for telling two options that say the same."""

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

CLASSES: dict[str, frozenset[str]] = {
    "bird": word_set("sparrow eagle penguin owl robin duck hen chicken ostrich crow pigeon swan parrot"),
    "mammal": word_set("dog cat whale dolphin bat horse cow human mouse elephant lion rodent primate bear"),
    "animal": word_set("dog cat bird fish mammal insect horse cow lion reptile snake frog"),
    "fish": word_set("shark salmon trout eel herring cod tuna ray"),
    "reptile": word_set("snake lizard crocodile turtle tortoise"),
    "insect": word_set("bee ant beetle fly butterfly wasp mosquito moth"),
    "plant": word_set("tree fern moss grass rose oak flower"),
    "tree": word_set("oak pine birch beech maple fir spruce"),
    "fruit": word_set("apple pear orange banana plum cherry grape"),
    "vegetable": word_set("carrot potato cabbage onion leek"),
    "metal": word_set("iron gold silver copper zinc sodium lead tin aluminium mercury"),
    "ga": word_set("oxygen hydrogen nitrogen helium neon argon"),
    "halogen": word_set("chlorine fluorine bromine iodine"),
    "carbohydrate": word_set("sugar starch glucose cellulose"),
    "sugar": word_set("glucose fructose sucrose lactose"),
    "protein": word_set("enzyme antibody collagen haemoglobin keratin insulin"),
    "hormone": word_set("insulin adrenaline oestrogen testosterone"),
    "antibiotic": word_set("penicillin amoxicillin tetracycline"),
    "analgesic": word_set("aspirin paracetamol ibuprofen morphine"),
    "painkiller": word_set("aspirin paracetamol ibuprofen morphine"),
    "microbe": word_set("bacterium virus bacteria fungus"),
    "pathogen": word_set("bacterium virus bacteria fungus"),
    "bone": word_set("femur tibia skull rib humerus"),
    "organ": word_set("heart liver lung kidney stomach skin"),
    "poem": word_set("sonnet ode haiku limerick ballad elegy"),
    "novel": word_set("novella"),
    "drama": word_set("tragedy comedy"),
    "play": word_set("tragedy comedy"),
    "instrument": word_set("violin flute drum trumpet piano oboe cello clarinet"),
    "tax": word_set("vat tariff duty excise"),
    "court": word_set("tribunal"),
    "polygon": word_set("triangle square rectangle hexagon pentagon"),
    "quadrilateral": word_set("square rectangle rhombus trapezium parallelogram kite"),
    "rectangle": word_set("square"),
    "parallelogram": word_set("rectangle rhombus square"),
    "rock": word_set("granite basalt limestone marble sandstone slate"),
    "fuel": word_set("coal petrol diesel gas oil"),
    "language": word_set("python java latin french english"),
    "browser": word_set("firefox chrome safari"),
    "software": word_set("browser compiler"),
    "hardware": word_set("keyboard mouse printer monitor"),
    "war": word_set("battle"),
    "monarchy": word_set("kingdom"),
}
"""Classes and members of them, in the singular ("ga": of "gas")."""
