"""Tables of what people call things that have another name here."""

OTHER_NAMES = {
    "question": "stem", "prompt": "stem", "explanation": "feedback", "rationale": "feedback", "choices": "options",
    "wrong": "distractors", "incorrect": "distractors", "correct": "answer", "solution": "answer", "tag": "tags",
    "category": "tags", "score": "points", "mark": "points", "order": "items", "matches": "pairs", "kind": "type",
    "source": "speaker", "evidence": "quote", "place": "paragraph", "name": "title", "lang": "language",
    "author": "authors", "licence": "license", "quiz": "quizzes", "question_sets": "questions",
}  # fmt: skip
"""What other tools and people call some keys."""

LANGUAGES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es",
    "español": "es", "italian": "it", "italiano": "it", "portuguese": "pt", "português": "pt", "dutch": "nl",
    "nederlands": "nl", "polish": "pl", "polski": "pl", "russian": "ru", "русский": "ru", "arabic": "ar",
    "العربية": "ar", "hebrew": "he", "chinese": "zh", "中文": "zh", "japanese": "ja", "日本語": "ja", "korean": "ko",
    "turkish": "tr", "greek": "el", "ukrainian": "uk", "hindi": "hi", "persian": "fa",
}  # fmt: skip
"""What people call some languages, and their codes."""
