"""The rule about options that are jokes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from deckmaker.checks.item import Item
from deckmaker.checks.wording.option_words import WHO
from deckmaker.checks.wording.reading import CHOICES, in_options, tokens
from deckmaker.checks.wording.references import is_free_of_labels
from deckmaker.checks.wording.rules import rule
from deckmaker.checks.wording.tables import STOPWORDS
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.patterns import regex
from deckmaker.model.pieces import folded, pieces, word_set

PHRASES = (
    "silly", "fancies", "stupid", "crazy", "wacky", "goofy", "naughty", "cheeky", "dumb", "grumpy old", "weirdo",
    "stinky", "smelly", "poo", "fart", "farts", "burp", "burps", "snore", "snoring", "snores", "teach them a lesson",
    "lol", "haha", "ha ha", "your mum", "your mom", "your mother", "your grandma", "my grandmother", "grandma",
    "batman", "superman", "spider-man", "spiderman", "homer simpson", "bart simpson", "mickey mouse", "donald duck",
    "harry potter", "voldemort", "hogwarts", "darth vader", "gandalf", "santa", "father christmas", "easter bunny",
    "tooth fairy", "unicorn", "unicorns", "fairy dust", "pixie dust", "magic wand", "by magic", "martians", "zombies",
    "zombie", "chuck norris", "elvis", "spongebob", "shrek", "pikachu", "godzilla", "king kong", "barbie", "kanye",
    "beyoncé", "taylor swift", "the kardashians", "selfies", "pizza", "ice cream", "a cup of tea", "cup of coffee",
    "coffee break", "tea break", "a nap", "partying", "disco", "karaoke", "who cares", "no idea", "google it",
    "ask google", "ask your", "ask siri", "ask chatgpt", "the teacher said so", "because i said so", "just because",
    "just for fun", "for the fun", "for a laugh", "for the lulz", "because it is cool", "because it's cool",
    "awesome", "dude", "yummy", "yum", "oops", "ouch", "duh", "bored", "the dog ate", "wishful thinking",
    "crossing your fingers", "cross your fingers", "fingers crossed", "hoping for the best", "hope for the best",
    "crystal ball", "horoscope", "tarot", "run away screaming", "go back to bed", "go to sleep", "falls asleep",
    "fall asleep", "sleepy", "take a selfie", "looks nice", "looked nice", "look pretty", "looks pretty",
    "pretty colours", "grumpy", "jealous", "feels sad", "is sad", "feel sad", "homesick", "got lost on the way",
    "had nothing better", "nothing better to do", "tickle", "tickling", "giggle", "sing to it", "sings to it",
    "talking nicely", "asks nicely", "ask nicely", "asking nicely", "say please", "flying pigs", "rubber duck",
    "bubble gum", "glitter", "confetti", "my cat", "kittens", "puppies", "cute", "popcorn", "doughnut", "doughnuts",
    "donuts", "time machine", "teleport", "teleportation", "laser beams", "superpowers", "superhero", "superheroes",
    "secret agent", "james bond", "nobody cares", "beats me", "search me", "dunno", "couldn't be bothered",
    "could not be bothered", "too lazy", "wi-fi", "wifi password", "turn it off and on again", "call your mum",
    "sue everyone", "throw it out of the window", "throwing it out of the window", "kick it", "hit it with a hammer",
    "with a hammer", "party hat", "hide under", "under the bed", "hide and seek", "a big hug", "high five",
    "grow wings", "fly to the moon", "to the moon", "magic spell", "a magic", "magic tricks", "magic powers",
    "his homework", "the homework", "eat my homework", "a birthday party", "throw a party", "have a party",
    "dance party", "space aliens", "aliens from", "green aliens", "sleeping in", "wearing pyjamas", "her pyjamas",
    "his pyjamas", "out of boredom", "from boredom", "chocolate cake", "free chocolate", "bring chocolate",
    "offer chocolate", "get a hug", "give it a hug", "asking the cat", "eat a banana", "a banana", "felt like it",
    "feels like it", "feel like it", "was bored", "were bored", "were hungry", "was hungry", "got hungry",
    "is hungry", "had a bad day", "bad hair day", "were tired", "get tired", "gets tired", "are tired", "is lonely",
    "feels lonely", "because it is shy", "too shy", "is shy", "likes the colour", "likes the color",
    "favourite colour", "favorite color", "bad hair", "good vibes", "vibes", "weekend off", "day off", "the pub",
    "sing a song", "sing karaoke", "sings a lullaby", "lullaby", "wave goodbye", "nobody likes", "no friends",
    "wants attention", "afraid of the dark", "scared of the dark", "gone shopping", "go shopping", "went shopping",
    "gone fishing", "went fishing", "lost their keys", "lost his keys", "lost the keys", "with ketchup", "ketchup",
    "a cookie", "give them a cookie", "his friends at", "the dentist's", "summer holidays", "lie on the beach",
    "take a holiday", "went on holiday", "go on holiday", "throw tomatoes", "throw a tantrum", "tantrum",
    "make coffee", "makes coffee", "making coffee", "brews coffee", "makes tea", "make tea", "the best coffee",
    "air miles", "watch tv", "watches tv", "watching tv", "watch a film", "on the sofa", "in the bath", "at the gym",
    "to the gym", "the hairdresser", "the hairdresser's", "a haircut", "a new haircut", "a tan", "a suntan",
    "do the dishes", "does the dishes", "the washing-up", "go dancing", "goes dancing", "dances to", "plays hide",
    "order a pizza", "bake a cake", "bakes a cake", "bakes cakes", "a hot bath", "until crispy", "extra cheese",
    "autographs", "an autograph", "good luck charm", "lucky charm", "lucky socks", "shouting at it",
    "shout at it", "shouts at it", "yell at it", "yelling at it", "begs it", "bribe it", "bribing it",
    "tells jokes", "tell jokes", "telling jokes", "tells bad jokes", "a good joke",
    "look cool", "looks cool", "looking cool", "look good in", "looks good in",
)  # fmt: skip
"""What jokes are made of; never a joke where the stem, the key or two options speak of it."""

EVERYDAY = word_set(
    """
    netflix tiktok instagram facebook youtube snapchat whatsapp playstation xbox selfie emoji emojis meme memes
    hashtag ringtone playlist pyjamas pajamas hamster goldfish teddy grandma grandpa granny auntie mum mummy
    daddy cupcake cupcakes cookies burger burgers hotdog hotdogs lollipop lollipops spaghetti pancakes
    cheesecake sunbathing sunglasses hairdo lipstick slippers hammock trampoline disco karaoke sauna barbecue
    leprechaun leprechauns elf elves fairy fairies wizard wizards goblin goblins mermaid mermaids tickles yodel
    yodelling midlife sneeze sneezes moustache mondays kermit muppet muppets yoda minions smurf smurfs popeye garfield
    hobbit hobbits dumbledore frankenstein's rapper rappers influencer influencers youtuber gamer gamers nerd nerds
    geek geeks nope yep yeah gonna wanna kinda hooray yikes wow meh lads bloke dudes
    giggles chuckle chuckles tickled snuggle snuggles cuddle cuddles cuddly
    """
)
"""Words of homes, screens and tales, which a serious answer hardly takes where nothing else does."""

_EVERYDAY_PIECES = frozenset(word.removesuffix("'s") for word in EVERYDAY)
_MINE = frozenset(("my", "me", "our", "ours"))
_MOODS = regex(
    r"^(?:because )?(?:it|the (?P<subject>[\w-]+)|its \w+) (?:(?:is|was|feels?|felt|gets?|got|grows?|becomes?|became) "
    r"(?:\w+ )?(?:lonely|bored|jealous|in love|moody|grumpy|in a (?:bad|good) mood|fed up"
    r"|embarrassed|homesick|on a diet"
    r"|on holiday|on vacation|drunk|ticklish|sulking|proud|shy|vain)"
    r"|(?:is having|has|had) (?:a|an|its) (?:midlife crisis|bad day|crush|party|nap|hangover|day off|identity crisis"
    r"|nervous breakdown|meltdown|picnic|barbecue|good cry|sweet tooth)"
    r"|f[ae]ll(?:s)? (?:in love|out with)|bursts? into (?:tears|song|laughter))\b",
    re.IGNORECASE,
    needs="lonely bored jealous love moody grumpy mood fed embarrassed homesick diet holiday vacation drunk "
    "ticklish sulking proud shy vain crisis day crush party nap hangover off breakdown meltdown picnic "
    "barbecue cry tooth out tears song laughter",
)
"""Feelings said of things."""
_ANTICS = regex(
    r"\b(?:cheer(?:s|ing|ed)? (?:\w+ ){0,2}up|hav(?:e|ing) a midlife crisis"
    r"|d(?:oes|o|id|oing) (?:a|an|the) (?:\w+ )?(?:handstand|cartwheel|somersault|backflip|tango"
    r"|moonwalk|dishes|laundry)"
    r"|t(?:akes?|ook|aking) (?:a|an|the) (?:nap|selfie|day off|week off|coffee break)|th?r(?:ows?"
    r"|ew|owing) a (?:\w+ )?tantrum"
    r"|go(?:es|ing)? (?:clubbing|bowling|on (?:holiday|vacation|a date)|for a (?:pint|beer)"
    r"|to the (?:pub|cinema|disco|movies))"
    r"|went (?:bowling|on a date|on holiday|for a beer|to the (?:pub|cinema))"
    r"|mak(?:es?|ing) (?:a |the |some )?(?:toast|pancakes|pizza|smoothies?|funny faces)"
    r"|pla(?:ys?|yed|ying) (?:poker|video games|hide[- ]and[- ]seek|bingo|ping-?pong|pranks|frisbee|the drums in)"
    r"|free (?:wi-?fi|pizza|beer|ice cream|cake|doughnuts)|lost socks?|for social media|mugs? of cocoa"
    r"|(?:painted|coloured|made|sent|done) by (?:the council|elves|fairies|aliens|pixies|gnomes|santa|wizards)"
    r"|(?:this|our|your) (?:quiz|exam|homework|pop quiz)|the bell rings|needs? a (?:hug|holiday|haircut)"
    r"|secret handshake|hates? (?:mondays|mornings|physicists|maths|homework|broccoli|spinach)"
    r"|keeps? dragons|breakdance\w*)\b",
    re.IGNORECASE,
)
"""What people do at home and at parties, said of things and of the mighty."""
_WINKS = regex(
    r"[\U0001F300-\U0001FAFF☺☹]|[:;]-?[)D(P](?:\s|$)|\((?:obviously|yawn|not|just kidding|kidding"
    r"|joke|really|honestly|of"
    r" course|sigh|ha+|wink)[!.]?\)|, (?:obviously|of course|duh|silly|dude|mate|honest|right\?)[.!]?$|\?!|!{2,}"
)
"""What a writer winks with."""
_FIRST_FACE = "☹"
"""No face among them comes before it."""
_WINK_WORDS = word_set("obviously course duh silly dude mate honest right")
"""One of these pieces follows the comma of a wink."""


_ANTIC_WORDS = word_set(
    """
    up midlife handstand cartwheel somersault backflip tango moonwalk dishes laundry nap selfie off break tantrum
    clubbing bowling holiday vacation date pint beer pub cinema disco movies toast pancakes pizza smoothie smoothies
    faces poker games hide bingo pong pingpong pranks frisbee drums wi wifi cream cake doughnuts sock socks media cocoa
    council elves fairies aliens pixies gnomes santa wizards quiz exam homework bell hug haircut handshake mondays
    mornings physicists maths broccoli spinach dragons
    """
)
"""One of these pieces stands in `_ANTICS`, if "breakdance" does not."""
_MOOD_WORDS = word_set(
    """
    lonely bored jealous love moody grumpy mood fed embarrassed homesick diet holiday vacation drunk ticklish sulking
    proud shy vain crisis day crush party nap hangover off breakdown meltdown picnic barbecue cry tooth out tears song
    laughter
    """
)
"""One of these pieces stands in `_MOODS`."""


@cache
def _funny() -> frozenset[str]:
    """One of these pieces stands in a joke that is told by its words."""
    return _ANTIC_WORDS | _MOOD_WORDS | _WINK_WORDS | _EVERYDAY_PIECES | _MINE | _phrases().keys()


@cache
def _phrases() -> dict[str, list[str]]:
    """The phrases by the longest of their pieces, no usual one where there is another."""
    found: dict[str, list[str]] = {}
    for phrase in PHRASES:
        parts = re.findall(r"\w+", phrase)
        found.setdefault(max(parts, key=lambda part: (part not in STOPWORDS, len(part))), []).append(phrase)
    return found


def _may_be_funny(text: str, found: frozenset[str]) -> bool:
    """Whether a text with these pieces has a word of jokes, or a sign to wink with."""
    if not _funny().isdisjoint(found) or "(" in text or ":" in text or ";" in text or "!" in text:
        return True
    return "breakdance" in folded(text) or (not text.isascii() and max(text) >= _FIRST_FACE)


@rule(*CHOICES)
def joke_option(item: Item) -> Iterator[Diagnostic]:
    """W216. Haladyna et al. 2002, 28f and 31: nobody takes it, so it only makes guessing easier."""
    if not item.is_english or not is_free_of_labels(item) or not _may_be_funny(item.joined, item.option_pieces):
        return
    for option in item.distractors:
        if not _may_be_funny(option, pieces(option)):
            continue
        others = " . ".join((item.stem, *(other for other in item.options if other != option)))
        if _is_joke(option, others) and not _among_names(option, item.keys):
            message = f'"{option}" is a joke, no answer that anyone would take'
            hint = "give an answer that someone who half knows would take"
            yield diagnose("W216", in_options(item, option), message, hint=hint)
            return


def _is_joke(option: str, others: str) -> bool:
    if _has_phrase(option, others) or _has_moods(option):
        return True
    if _may_be_antic(option) and _ANTICS.search(option) and not _ANTICS.search(others):
        return True
    if _WINKS.search(option) and not _WINKS.search(others):
        return True
    words = tokens(option)
    shouts = option.rstrip().endswith("!") and len(words) > 2 and "!" not in others
    return shouts or any(not kind.isdisjoint(words) and kind.isdisjoint(tokens(others)) for kind in (EVERYDAY, _MINE))


def _has_phrase(option: str, others: str) -> bool:
    known = _phrases()
    phrases = [phrase for piece in known.keys() & pieces(option) for phrase in known[piece]]
    if not phrases:
        return False
    said, told = (f" {' '.join(tokens(text))} ".replace("'s ", " ") for text in (option, others))
    return any(f" {phrase} " in said and f" {phrase} " not in told for phrase in phrases)


def _may_be_antic(option: str) -> bool:
    return not _ANTIC_WORDS.isdisjoint(pieces(option)) or "breakdance" in folded(option)


def _has_moods(option: str) -> bool:
    found = _MOODS.match(option)
    return bool(found and (found["subject"] or "it").casefold() not in WHO | _PERSONS)


_PERSONS = word_set(
    "boy girl people public poet narrator patient child children crowd knight nation dog cat hero heroine"
)


def _among_names(option: str, keys: tuple[str, ...]) -> bool:
    """Whether both are names or titles: a film may be called anything."""
    return not any(re.search(r"(?:^| )[a-z]", words) for words in (option, *keys[:1]))
