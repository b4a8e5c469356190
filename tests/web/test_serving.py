"""``sumber serve`` and what a build of the package needs."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from sumber.cli import main
from sumber.desk.desk import Desk
from sumber.web import create_app

ROOT = Path(__file__).parents[2]


def test_other_machines_need_a_token() -> None:
    result = CliRunner().invoke(main, ["serve", "--host", "0.0.0.0"])
    assert result.exit_code == 2
    assert "--token" in result.output


def test_a_checkout_without_a_page_says_what_to_run(desk: Desk, tmp_path: Path) -> None:
    with TestClient(create_app(desk, static=tmp_path), base_url="http://127.0.0.1") as client:
        answer = client.get("/stories/1")
    assert answer.status_code == 503
    assert "python web/build.py" in answer.text


def test_packed_files_are_sent_packed_and_kept(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>the page</p>")
    assets = tmp_path / "assets"
    assets.mkdir()
    (assets / "a.js").write_text("1")
    (assets / "a.js.gz").write_bytes(b"packed")
    with TestClient(create_app(desk, static=tmp_path), base_url="http://127.0.0.1") as client:
        assert (
            "immutable"
            in client.get("/assets/a.js", headers={"accept-encoding": "identity"}).headers["cache-control"]
        )
        assert client.get("/stories/1").text == "<p>the page</p>"
        assert client.get("/assets/none.js").status_code == 404
        with client.stream("GET", "/assets/a.js", headers={"accept-encoding": "gzip"}) as answer:
            assert answer.headers["content-encoding"] == "gzip"
            assert b"".join(answer.iter_raw()) == b"packed"


def test_only_a_wheel_needs_node(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("hatchling")
    monkeypatch.chdir(ROOT)
    monkeypatch.syspath_prepend(str(ROOT))
    sys.modules.pop("hatch_build", None)
    import hatch_build

    monkeypatch.setattr(hatch_build, "is_wanted", lambda: True)
    assert hatch_build.NODE in hatch_build.get_requires_for_build_wheel()
    assert hatch_build.NODE not in hatch_build.get_requires_for_build_editable()
    monkeypatch.setattr(hatch_build, "is_wanted", lambda: False)
    assert hatch_build.NODE not in hatch_build.get_requires_for_build_wheel()


def test_the_list_of_packages_names_no_registry() -> None:
    text = (ROOT / "web/package-lock.json").read_text("utf-8")
    assert '"resolved"' not in text
