"""What somebody is called, and from when to when."""

from pathlib import Path

import msgspec

from sumber import Record, read
from sumber.desk.desk import Desk
from sumber.page.document import Document
from sumber.record import Mention, Name, NameKind
from sumber.web.roles import roles_of


def told(number: int, day: str, role: str) -> Record:
    text = f"Kabar {number}\n\nHendra Wiratma, {role}, tiba di Kupang untuk acara nomor {number}."
    record = read(Document(id=f"a{number}", text=text, published=day, language="id"))
    start = text.index("Hendra")
    name = Name(
        id="n1", kind=NameKind.PERSON, name="Hendra Wiratma", descriptions=(role,),
        mentions=(Mention(start=start, end=start + 14),),
    )  # fmt: skip
    return msgspec.structs.replace(record, names=(name,), statements=(), events=())


def test_roles_have_their_time_latest_first(tmp_path: Path) -> None:
    with Desk.open(tmp_path / "a.sumber") as desk:
        desk.add(
            [
                told(1, "2025-01-02", "bupati"),
                told(2, "2025-03-04", "Bupati"),
                told(3, "2025-06-07", "tersangka"),
            ]
        )
        (line,) = desk.entities(kind="person")
        roles = roles_of(desk, desk.entity(line.id))
    assert [(role.text.casefold(), role.first, role.last, role.articles) for role in roles] == [
        ("tersangka", "2025-06-07", "2025-06-07", 1),
        ("bupati", "2025-01-02", "2025-03-04", 2),
    ]
