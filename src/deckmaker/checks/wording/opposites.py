"""Words that are opposites of each other, and what completes their scale. English; data, not rules."""

from __future__ import annotations

from deckmaker.model.pieces import word_set

ANTONYMS: frozenset[frozenset[str]] = frozenset(
    frozenset(pair.split("/"))
    for pair in word_set(
        """
        increases/decreases rises/falls rises/drops rises/sinks goes-up/goes-down up/down higher/lower
        raises/lowers raised/lowered more/less more/fewer larger/smaller bigger/smaller greater/smaller
        greater/less grows/shrinks faster/slower quickly/slowly speeds/slows accelerates/slows
        accelerates/decelerates longer/shorter expands/contracts expands/shrinks widens/narrows
        lengthens/shortens stronger/weaker strengthens/weakens heavier/lighter heavy/light hotter/colder
        warmer/cooler warmer/colder heats/cools true/false right/wrong positive/negative positively/negatively
        attracts/repels absorbs/releases absorbs/emits gains/loses with/without before/after above/below
        over/under inside/outside into/out-of in/out left/right north/south east/west northern/southern
        eastern/western active/passive odd/even same/different similar/different inner/outer internal/external
        upper/lower top/bottom first/last early/late earlier/later open/closed on/off begins/ends starts/stops
        accepts/rejects allows/forbids allowed/forbidden permits/prohibits supports/opposes won/lost
        doubles/halves doubled/halved multiplies/divides adds/subtracts maximum/minimum improves/worsens
        better/worse dilates/constricts tightens/loosens tightens/relaxes contracts/relaxes concave/convex
        acidic/alkaline acidic/basic acid/alkali public/private major/minor convergent/divergent
        endothermic/exothermic oxidised/reduced oxidation/reduction present/absent dark/light wet/dry
        dense/sparse deeper/shallower softer/harder louder/softer louder/quieter clockwise/counterclockwise
        male/female alive/dead mandatory/optional compulsory/voluntary domestic/foreign import/export
        surplus/deficit inflation/deflation appreciates/depreciates rich/poor all/none always/never
        everyone/nobody everything/nothing yes/no thicker/thinner thickens/thins higher-pitched/lower-pitched
        sharp/flat consonant/dissonant ascending/descending upward/downward forward/backward towards/away
        elevates/depresses stimulates/inhibits promotes/inhibits activates/inhibits speeds-up/slows-down
        encourages/discourages attack/defend guilty/innocent earns/loses enlarges/reduces increases/reduces
        wider/narrower brighter/darker brighter/dimmer brightens/darkens hypertension/hypotension
        hyperglycaemia/hypoglycaemia hyperglycemia/hypoglycemia aerobic/anaerobic push/pull older/younger
        newer/older float/sink pass/fail bind/release give/take give-off/take-up lend/borrow buy/sell
        together/apart for/against approve/reject adopt/reject dissolve/precipitate melt/freeze melt/solidify
        evaporate/condense arrive/depart enter/leave remember/forget succeed/fail create/destroy build/destroy
        help/hinder help/harm aid/hinder protect/harm confirm/refute prove/refute support/contradict
        support/undermine back/oppose delay/hasten fill/empty abolish/introduce ban/allow hire/fire
        advance/retreat friend/enemy ally/enemy victory/defeat join/leave praise/criticise widen/constrict
        shut/open clot/thin gain/give-up add/remove attach/detach strengthen/undermine pro/contra legalise/ban
        unite/divide unify/divide save/spend credit/debit hot/cool dry/moisten climb/fall soar/plunge
        grow/wither boost/cut raise/cut cheaper/dearer cheap/expensive cheaper/costlier near/far closer/farther
        nearer/farther attracted/repelled present/missing healthy/ill optimist/pessimist minor/adult
        begin/finish start/finish crowded/empty full/empty sweet/bitter simple/complex simple/complicated
        profit/loss growth/decline ascent/descent gains/losses
        """
    )
)
"""Words that turn a statement into its opposite."""
SAME_SCALE = word_set(
    """
    same unchanged constant unaffected stays stay remains remain equal equally steady stable neutral doubles
    halves quadruples unaltered middle during between halfway both varies normal average moderate medium
    """
)
"""Words of an option that completes the scale of a pair of opposites."""
