"""Each phrase of the lexicons is found in the example that stands beside it."""

import pytest

from events.extraction.phrases import lexicon
from gazetteer.folding import fold


@pytest.mark.parametrize("language", ["ar", "en"])
def test_each_phrase_of_the_lexicon_is_found_in_its_example(language):
    words = lexicon(language)
    patterns = {phrase.id: phrase.pattern for phrase in words.triggers}
    lacking = [
        name for name, example in words.examples if name in patterns and not patterns[name].search(fold(example).text)
    ]
    assert not lacking
