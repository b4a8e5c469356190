"""What somebody is called over time: *regent* until June, *suspect* from July."""

from ..desk.desk import Desk
from ..desk.views import EntityView
from .views import RoleSpan

__all__ = ["roles_of"]

_READ = 30  # newest articles whose records are read


def roles_of(desk: Desk, view: EntityView) -> tuple[RoleSpan, ...]:
    """Return the descriptions of a name with when they were used, those used last first."""
    used: dict[str, tuple[str, list[str]]] = {}
    for line in view.articles[:_READ]:
        mine = {name for name, entity in desk.names_of(line.id).items() if entity == view.line.id}
        for name in desk.record(line.id).names:
            if name.id in mine:
                for text in dict.fromkeys(name.descriptions):
                    _, days = used.setdefault(text.casefold(), (text, []))
                    days.append((line.published or "")[:10])
    found = [
        RoleSpan(
            text=text,
            articles=len(days),
            first=min(filter(None, days), default=None),
            last=max(filter(None, days), default=None),
        )
        for text, days in used.values()
    ]
    return tuple(sorted(found, key=lambda role: (role.last or "", role.articles), reverse=True))
