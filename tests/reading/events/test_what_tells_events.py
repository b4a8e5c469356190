"""Guides and offers tell no events; reports do, also those that address their reader in a quote."""

from sumber.api import read

_OFFER = (
    "You can choose a plan and your shop will grow. We support your team, and our firm attacks the problem. "
)
_REPORT = "Police arrested two men on Monday. The minister said that the court would hear the case. "
_QUOTE = '"You know your town and your people," he said. '


def test_a_page_that_speaks_to_its_reader_has_no_events() -> None:
    offer = "The company partnered with the university. " + _OFFER * 15
    assert read(offer[:300], language="en").events
    assert not read(offer, language="en").events


def test_a_report_has_events_however_often_somebody_quoted_says_you() -> None:
    assert read((_REPORT + _QUOTE) * 15, language="en").events


def test_a_short_text_may_tell_events_whatever_it_is_like() -> None:
    assert read("The company partnered with the university.", language="en").events
