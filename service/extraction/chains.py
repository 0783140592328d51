"""Finds quotations that run over several paragraphs: opened again in each, closed in the last alone."""

from service.extraction.sharing import Attribution, Page


class Chains:
    """The running quotations of a page; what is known of the speaker of one paragraph holds for all."""

    def __init__(self, page: Page, found: list[Attribution]) -> None:
        """`found`: attributions whose words are settled already."""
        self._page = page
        self._of = _chained(page)
        self._owners: dict[int, list[Attribution]] = {}
        for one in found:
            if one.cue is None or not page.within(one.cue[0]):
                self._hold(one)

    def take_in(self, one: Attribution) -> bool:
        """Gives what nobody claims for sure to the attribution of the other paragraphs; whether there is just one.

        Where there is none, the paragraphs further on go with this one.
        """
        owners = {id(owner): owner for start in self._starts(one) for owner in self._owners.get(start, [])}
        if len(owners) != 1:
            self._hold(one)
            return False
        owner = next(iter(owners.values()))
        owner.content = sorted({*owner.content, *one.content})
        return True

    def _hold(self, one: Attribution) -> None:
        for start in self._starts(one):
            owners = self._owners.setdefault(start, [])
            owners += [] if one in owners else [one]

    def _starts(self, one: Attribution) -> list[int]:
        """Where the chains begin that an attribution has words of."""
        quotations = (self._page.within(start) for start, _ in one.content)
        return [self._of[quotation.start] for quotation in quotations if quotation and quotation.start in self._of]


def _chained(page: Page) -> dict[int, int]:
    """The start of the first quotation of its chain, for each quotation that is in one."""
    found: dict[int, int] = {}
    for before, after in zip(page.outer, page.outer[1:], strict=False):
        if before.continues and page.line(after.start) == page.line(before.start) + 1:
            found[after.start] = found.setdefault(before.start, before.start)
    return found
