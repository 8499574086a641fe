"""Words that are opposites of each other, and what completes their scale. English; data, not rules."""

from __future__ import annotations

from deckmaker.checks.wording.tables import word_set

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
        push/pull pushes/pulls older/younger newer/older float/sink pass/fail bind/release give/take give-off/take-up
        lend/borrow buy/sell bought/sold together/apart for/against approve/reject adopt/reject dissolve/precipitate
        melt/freeze melt/solidify evaporate/condense arrive/depart enter/leave remember/forget succeed/fail
        create/destroy build/destroy help/hinder help/harm aid/hinder protect/harm confirm/refute prove/refute
        support/contradict support/undermine back/oppose delay/hasten fill/empty abolish/introduce ban/allow
        hire/fire advance/retreat friend/enemy ally/enemy victory/defeat succeed/fail double/halve join/leave
        praise/criticise widen/constrict shut/open clot/thin charge/discharge load/unload gain/give-up add/remove
        attach/detach lock/unlock win/lost strengthen/undermine pro/contra legalise/ban unite/divide unify/divide
        save/spend credit/debit hot/cool dry/moisten rise/sink ascend/descend climb/fall soar/plunge grow/wither
        boost/cut raise/cut cheaper/dearer cheap/expensive cheaper/costlier near/far closer/farther nearer/farther
        toward/away attracted/repelled present/missing healthy/ill optimist/pessimist minor/adult begin/finish
        start/finish starts/finishes crowded/empty full/empty sweet/bitter simple/complex simple/complicated
        presence/absence profit/loss strength/weakness growth/decline ascent/descent gains/losses
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
