"""The arrays of the pool hold what sets of stories would."""

import random

import numpy as np

from sumber.stories.pool import Bucket, Item, Member, Story, Table
from sumber.stories.terms import Terms


def member(table: Table, number: int, terms: set[int]) -> Member:
    weights = dict.fromkeys(sorted(terms), 0.1)
    return Member(Item(number, 0, Terms(language="id", words=weights, shared={})), table)


def leads(table: Table, bucket: Bucket, term: int) -> set[int]:
    columns = table.columns([term])
    found = table.leads(columns, np.full(1, bucket.slot)).tolist()
    assert len(found) == len(set(found)) == table.counts[columns[0], bucket.slot]
    return set(found)


def test_terms_lead_to_the_stories_that_have_them_while_columns_come_and_go() -> None:
    chance = random.Random(5)
    table = Table(rows=4)
    buckets = [Bucket(table) for _ in range(11)]
    stories: dict[int, Story] = {}
    model: list[dict[int, set[int]]] = [{} for _ in buckets]  # of each day: the terms of each story
    for number in range(400):
        story, day = chance.randrange(40), chance.randrange(11)
        low = chance.randrange(300)
        terms = set(range(low, low + chance.randrange(1, 30)))
        article = member(table, number, terms)
        stories.setdefault(story, Story(story)).take(article)
        buckets[day].put(story, article)
        model[day].setdefault(story, set()).update(terms)
        if chance.random() < 0.2:
            gone = chance.randrange(40)
            for bucket, has in zip(buckets, model, strict=True):
                bucket.drop(gone)
                has.pop(gone, None)
            stories.pop(gone, None)
        if number % 50 == 49:
            table.renumber(stories.values(), buckets)
    for bucket, has in zip(buckets, model, strict=True):
        assert bucket.stories.keys() == has.keys()
        for term in range(330):
            assert leads(table, bucket, term) == {story for story, terms in has.items() if term in terms}


def test_a_slot_that_was_given_back_is_empty() -> None:
    table = Table(rows=4)
    bucket = Bucket(table)
    bucket.put(1, member(table, 1, {7, 8, 9}))
    table.clear(bucket.slot)
    again = Bucket(table)
    assert again.slot == bucket.slot
    assert leads(table, again, 7) == set()


def test_only_terms_that_are_held_keep_columns() -> None:
    table = Table(rows=4)
    bucket = Bucket(table)
    story = Story(1)
    story.take(member(table, 1, {5, 6}))
    bucket.put(1, story.members[0])
    member(table, 2, set(range(100, 120)))
    assert table.is_sparse()
    table.renumber([story], [bucket])
    assert not table.is_sparse()
    assert sorted(table.terms[story.members[0].keys].tolist()) == [5, 6]
