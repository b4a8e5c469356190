import random

from sumber.stories.linker import Item, Linker, Moved, Placed
from sumber.stories.terms import Terms, terms_of

FERRY = (
    "Kapal Sinar Bahari tenggelam di Selayar. Kepala SAR Rahmat Ngalle mencari sebelas penumpang di Jampea."
)
FERRY_EN = (
    "The boat Sinar Bahari sank off Selayar. SAR chief Rahmat Ngalle is looking for passengers at Jampea."
)
FERRY_ZH = "印尼一艘渡轮沉没，警方说3人死亡，11人失踪。渡轮在印尼海域沉没后，救援人员搜救乘客。"
STRIKE = "Buruh smelter Labota di Morowali mogok. Samsul Ladjuni menuntut upah dan pemeriksaan tungku pabrik nikel."


def placed(*texts: tuple[str, str, int]) -> list[Placed]:
    linker = Linker()
    return [
        linker.place(Item(number, day, terms_of(text, None, language)))
        for number, (text, language, day) in enumerate(texts)
    ]


def test_the_same_story_in_two_languages_is_one() -> None:
    found = placed((FERRY, "id", 0), (STRIKE, "id", 0), (FERRY_EN, "en", 0))
    assert [each.story for each in found] == [1, 2, 1]


def test_a_story_ends_when_its_days_are_over() -> None:
    assert [each.story for each in placed((FERRY, "id", 0), (FERRY, "id", 3), (FERRY, "id", 20))] == [1, 1, 2]


def test_older_articles_that_come_late_find_their_story() -> None:
    assert [each.story for each in placed((FERRY, "id", 9), (STRIKE, "id", 9), (FERRY, "id", 7))] == [1, 2, 1]


def test_chinese_is_read_by_concepts_and_names() -> None:
    assert {"zh"} == {terms_of(FERRY_ZH, None, "zh").language}
    shared = terms_of(FERRY_ZH, None, "zh").shared
    assert (
        shared.keys()
        & terms_of("A ferry sank in Indonesia; 11 people are missing.", None, "en").shared.keys()
    )


def test_a_copy_goes_with_what_it_copies_while_the_story_lasts() -> None:
    linker = Linker()
    linker.place(Item(0, 0, terms_of(FERRY, None, "id")))
    assert linker.place(Item(1, 2, terms_of(STRIKE, None, "id")), near=1).story == 1
    assert linker.place(Item(2, 20, terms_of(STRIKE, None, "id")), near=1).story == 2


def test_forgetting_what_lies_behind_the_window_changes_nothing_if_articles_come_in_order() -> None:
    chance = random.Random(3)
    words = [f"kata{number}" for number in range(600)]
    items = []
    for number in range(200):
        topic = (number // 40 + chance.randrange(4)) * 30
        text = " ".join(chance.choices(words[topic : topic + 40], k=60))
        items.append(Item(number, number // 6, terms_of(text, None, "id")))
    keeping, forgetting = Linker(), Linker(in_order=True)
    assert [keeping.place(item) for item in items] == [forgetting.place(item) for item in items]


def test_forgetting_and_placing_again_changes_nothing() -> None:
    linker = Linker()
    items = [
        Item(n, 0, terms_of(text, None, "id"))
        for n, text in enumerate((FERRY, STRIKE, FERRY + " Ombak tinggi."))
    ]
    stories = [linker.place(item).story for item in items]
    linker.forget(2, stories[2])
    assert linker.place(items[2]).story == stories[2]


def told(number: int, **weights: float) -> Item:
    """Return an article with these weights of made-up words."""
    words = {int(word[1:]): weight for word, weight in weights.items()}
    return Item(number, 0, Terms(language="id", words=words, shared={}))


LONG_AGO, BETWEEN, NEWEST = told(0, w1=1.0), told(1, w1=0.45, w2=0.9), told(2, w2=1.0)


def test_what_was_put_together_too_early_is_told_apart_when_more_is_known() -> None:
    linker = Linker()
    assert [linker.place(each).story for each in (LONG_AGO, BETWEEN)] == [1, 1]
    last = linker.place(NEWEST)
    assert (last.story, last.opened, last.moved, last.merged) == (2, (2,), (Moved(1, 1, 2),), ())


def test_stories_that_an_article_brings_together_become_the_older_one() -> None:
    linker = Linker()
    apart = told(0, w1=0.65, w2=0.65, w5=0.4), told(1, w3=0.65, w4=0.65, w5=0.4)
    assert [linker.place(each).story for each in apart] == [1, 2]
    last = linker.place(told(2, w1=0.5, w2=0.5, w3=0.5, w4=0.5))
    assert (last.story, last.opened, last.moved, last.merged) == (1, (), (Moved(1, 2, 1),), ((2, 1),))


def test_the_order_of_articles_decides_nothing_where_stories_are_clear() -> None:
    chance = random.Random(11)
    words = [f"kata{number}" for number in range(400)]
    texts = [
        " ".join(chance.choices(words[topic * 30 : topic * 30 + 40], k=60))
        for topic in range(12)
        for _ in range(6)
    ]
    found = set()
    for seed in range(6):
        order = random.Random(seed).sample(range(len(texts)), len(texts))
        found.add(frozenset(stories_of([Item(at, 0, terms_of(texts[at], None, "id")) for at in order])))
    assert len(found) == 1
    assert len(next(iter(found))) == 12


def stories_of(items: list[Item]) -> set[frozenset[int]]:
    """Return the stories of articles that come in an order, as sets of numbers."""
    linker, home = Linker(), {}
    for item in items:
        result = linker.place(item)
        home[item.number] = result.story
        home.update((moved.article, moved.new) for moved in result.moved)
    return {frozenset(n for n, its in home.items() if its == story) for story in home.values()}


def test_a_pool_that_is_loaded_in_parts_links_as_one_in_memory() -> None:
    chance = random.Random(7)
    words = [f"kata{number}" for number in range(400)]
    kept: dict[int, list[tuple[int, Item]]] = {}
    items = []
    for number in range(120):
        topic = chance.randrange(12)
        text = " ".join(chance.choices(words[topic * 30 : topic * 30 + 40], k=60))
        items.append(Item(number, number // 8, terms_of(text, None, "id")))

    def load(day: int) -> list[tuple[int, Item]]:
        stories = {story for story, members in kept.items() if any(item.day == day for _, item in members)}
        found = [pair for story in stories for pair in kept[story]]
        return sorted(found, key=lambda pair: pair[1].number)

    in_parts: dict[int, int] = {}
    for item in items:
        linker = Linker(load=load, next_story=1 + max(kept, default=0))
        result = linker.place(item)
        for moved in result.moved:
            (found,) = [pair for pair in kept[moved.old] if pair[1].number == moved.article]
            kept[moved.old].remove(found)
            kept.setdefault(moved.new, []).append((moved.new, found[1]))
            in_parts[moved.article] = moved.new
        kept.setdefault(result.story, []).append((result.story, item))
        in_parts[item.number] = result.story
    at_once: dict[int, int] = {}
    whole = Linker()
    for item in items:
        result = whole.place(item)
        at_once[item.number] = result.story
        at_once.update((moved.article, moved.new) for moved in result.moved)
    assert in_parts == at_once
