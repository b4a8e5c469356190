from pathlib import Path

import msgspec
import pytest

from sumber import Record
from sumber.desk import Correction, Desk
from sumber.errors import DeskError

from .conftest import ANTARA, report


def title(record: Record) -> str:
    return record.article.title or ""


def test_the_same_reports_are_added_once(desk: Desk, reports: list[Record]) -> None:
    assert {added.what for added in desk.add(reports)} == {"known"}
    assert desk.about().articles == len(reports)
    assert desk.examine() == []


def test_the_same_text_of_another_outlet_is_another_article(desk: Desk) -> None:
    (added,) = desk.add([report(ANTARA, "Suara Lombok", "2025-06-10T15:00")])
    assert added.what == "new"


def test_a_record_comes_back_as_it_went_in(desk: Desk, reports: list[Record]) -> None:
    for record in reports:
        assert desk.record(record.article.id) == record


def test_a_second_version_of_an_address_is_kept_with_its_difference(tmp_path: Path) -> None:
    url = "https://contoh.example/banjir"
    first = report("Banjir di Demak\n\nLima orang tewas akibat banjir di Demak.", "Contoh", "2025-06-10", url)
    second = report(
        "Banjir di Demak\n\nTujuh orang tewas akibat banjir di Demak.", "Contoh", "2025-06-10", url
    )
    with Desk.open(tmp_path / "d") as desk:
        (one,) = desk.add([first])
        (two,) = desk.add([second])
        assert (two.what, two.previous) == ("version", one.id)
        view = desk.article(two.id)
        assert [(change.old_text, change.new_text) for change in view.changes] == [("Lima", "Tujuh")]
        assert [version.is_current for version in view.versions] == [False, True]
        assert desk.search("lima").total == 0
        assert desk.search("tujuh").total == 1
        assert desk.about().versions == 1
        assert desk.stories().total == 1


def test_what_another_thing_than_a_desk_is_says_so(tmp_path: Path) -> None:
    import sqlite3

    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE t (x)")
    other.close()
    (tmp_path / "notes.txt").write_text("not a database at all, but long enough to look at " * 40)
    with pytest.raises(DeskError, match="no desk of Sumber"):
        Desk.open(tmp_path / "other.db")
    with pytest.raises(DeskError, match="cannot be opened"):
        Desk.open(tmp_path / "notes.txt")
    with pytest.raises(DeskError, match="no desk at"):
        Desk.open(tmp_path / "none", create=False)


def test_a_desk_of_a_newer_sumber_is_not_touched(tmp_path: Path) -> None:
    with Desk.open(tmp_path / "d") as desk:
        desk._database.read.execute("PRAGMA user_version = 999")
    with pytest.raises(DeskError, match="upgrade"):
        Desk.open(tmp_path / "d")


def test_the_story_counts_origins_not_articles(desk: Desk) -> None:
    page = desk.stories(order="biggest")
    story = page.stories[0]
    assert story.articles == 4
    assert story.title == title(desk.record(desk.story(story.id).articles[-1].id))
    derives = {line.outlet: (line.derives, line.origin) for line in desk.story(story.id).articles}
    assert derives["Antara"] == (None, "antara")
    assert derives["Kabar Timur"] == ("states-source", "antara")
    assert derives["Harian Bima"] == ("copies", "antara")
    assert story.origins == len({origin for _, origin in derives.values()})
    assert story.copies == sum(how is not None for how, _ in derives.values())


def test_edges_carry_the_words_they_rest_on(desk: Desk) -> None:
    story = desk.story(desk.stories(order="biggest").stories[0].id)
    kinds = {edge.kind for edge in story.edges}
    assert {"states-source", "copies", "shares-quote"} <= kinds
    for edge in story.edges:
        source = desk.record(edge.source).article.text
        for passage in edge.passages:
            assert passage.source.of(source) == passage.source_text or edge.kind == "states-source"
            if passage.target is not None:
                assert edge.target is not None
                assert passage.target.of(desk.record(edge.target).article.text) == passage.target_text


def test_stories_are_the_same_one_by_one_and_at_once(tmp_path: Path, reports: list[Record]) -> None:
    with Desk.open(tmp_path / "once") as desk:
        desk.add(reports)
        at_once = [(line.id, line.story, line.origin, line.derives) for line in desk.articles()]
    for record in reports:
        with Desk.open(tmp_path / "single") as desk:
            desk.add([record])
    with Desk.open(tmp_path / "single") as desk:
        assert [(line.id, line.story, line.origin, line.derives) for line in desk.articles()] == at_once


def test_names_over_articles(desk: Desk) -> None:
    (person,) = desk.entities(kind="person", name="Hariyadi")
    view = desk.entity(person.id)
    assert len(view.articles) >= 3
    assert any("dua kapal" in said.text for said in view.said)
    with pytest.raises(DeskError):
        desk.entity(99_999)


def test_outlets_show_own_reporting_against_copies(desk: Desk) -> None:
    by_name = {outlet.name: outlet for outlet in desk.outlets()}
    assert (by_name["Antara"].own, by_name["Antara"].copies) == (1, 0)
    assert (by_name["Kabar Timur"].own, by_name["Kabar Timur"].copies) == (1, 1)
    assert by_name["Antara"].relayed_by == 1
    view = desk.outlet(by_name["Kabar Timur"].id)
    assert [count.outlet for count in view.takes_from] == ["Antara"]


def test_a_rejected_statement_is_gone_from_every_view(desk: Desk) -> None:
    article = desk.search("speaker:Hariyadi outlet:Antara").hits[0].article.id
    record = desk.record(article)
    for statement in record.statements:
        desk.correct(Correction(article=article, layer="statement", verdict="reject", item=statement.id))
    assert desk.record(article).statements == ()
    assert desk.record(article, corrected=False) == record
    assert article not in {hit.article.id for hit in desk.search("speaker:Hariyadi").hits}
    assert desk.examine() == []
    for correction in desk.corrections(article):
        desk.uncorrect(correction.id or 0)
    assert desk.record(article) == record
    assert desk.search("speaker:Hariyadi outlet:Antara").total == 1


def test_a_speaker_can_be_changed(desk: Desk) -> None:
    article = desk.search("cabai").hits[0].article.id
    statement = desk.record(article).statements[0]
    desk.correct(
        Correction(
            article=article,
            layer="statement",
            verdict="change",
            item=statement.id,
            field="speaker",
            value="Ngatinem",
        )
    )
    assert desk.search("speaker:Ngatinem").total == 1
    assert desk.search("speaker:Sumarni").total == 0


def test_corrections_go_from_desk_to_desk(desk: Desk, tmp_path: Path, reports: list[Record]) -> None:
    article = desk.search("cabai").hits[0].article.id
    event = next(iter(desk.record(article).events), None)
    layer, item = ("event", event.id) if event else ("statement", "s1")
    desk.correct(Correction(article=article, layer=layer, verdict="reject", item=item))  # type: ignore[arg-type]
    shared = msgspec.json.decode(msgspec.json.encode(desk.corrections()), type=list[Correction])
    with Desk.open(tmp_path / "other") as other:
        assert other.apply_corrections(shared) == (0, 1)
        other.add(reports)
        assert other.apply_corrections(shared) == (1, 0)
        assert other.apply_corrections(shared) == (0, 0)
        assert other.record(article) == desk.record(article)


def test_names_of_one_person_can_be_merged_and_split(desk: Desk) -> None:
    one = desk.entities(kind="person", name="Hariyadi")[0]
    two = desk.entities(kind="person", name="Sumarni")[0]
    kept = desk.correct(Correction(layer="name", verdict="merge", words=f"#{one.id}", value=f"#{two.id}"))
    assert desk.entity(two.id).line.id == one.id
    assert len(desk.entity(one.id).articles) == one.articles + two.articles
    desk.uncorrect(kept.id or 0)
    assert desk.entity(two.id).line.id == two.id


def test_saved_searches(desk: Desk) -> None:
    desk.save_search("laut", "nelayan hilang")
    assert [(each.name, each.query) for each in desk.saved_searches()] == [("laut", "nelayan hilang")]
    desk.drop_search("laut")
    assert desk.saved_searches() == ()


def test_two_desks_on_one_file_see_each_other(desk: Desk) -> None:
    with Desk.open(desk.path) as other:
        (added,) = other.add([report(ANTARA, "Suara Lombok", "2025-06-10T15:00")])
    (again,) = desk.add([report(ANTARA, "Suara Flores", "2025-06-10T16:00")])
    assert added.story == again.story
    assert desk.examine() == []


def test_earlier_versions_are_counted(tmp_path: Path) -> None:
    url = "https://kabar.example/1"
    with Desk.open(tmp_path / "a.sumber") as desk:
        desk.add([report("Banjir merendam Demak. Dua orang hilang.", "Kabar", "2025-06-10", url)])
        longer = "Banjir merendam Demak. Tiga orang hilang sejak Senin."
        (added,) = desk.add([report(longer, "Kabar", "2025-06-10", url)])
        assert added.what == "version"
        assert desk.edited(desk.articles()[0].story or 0) == {added.id: 1}
