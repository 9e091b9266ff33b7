"""Three reports of one happening each, with a second one beside it."""

EXPULSION = (
    """Colombia said on Thursday it would expel five Venezuelan diplomats over the raid on its consulate in Maracaibo.

Venezuela denied any role in the raid on the consulate.""",
    """Colombia has expelled five Venezuelan envoys. Ecuador expelled two Venezuelan diplomats as well.

“This is a slap in the face of our nation,” Venezuela's foreign minister said.

Caracas denied involvement in the raid on the Colombian consulate.""",
    """Colombia expelled five Venezuelan officials on Thursday.

Venezuelan officials have repeatedly denied a role in the raid on the consulate.""",
)
SUMMIT = (
    (
        "Armenian Prime Minister Nikol Pashinyan met Azerbaijani President Ilham Aliyev in Geneva on Thursday. "
        "They agreed to open the border crossing at Margara."
    ),
    (
        "The leaders of Armenia and Azerbaijan held talks in Geneva on Thursday. "
        "At the talks Armenia and Azerbaijan agreed to open a border crossing at Margara."
    ),
    (
        "Armenia and Azerbaijan agreed to open the border crossing at Margara. Armenian Foreign Minister "
        "Ararat Mirzoyan met Azerbaijani Foreign Minister Jeyhun Bayramov in Geneva on Thursday."
    ),
)
TARIFF = (
    """India imposed a tariff of 40% on Chinese steel in April.

India threatened China with a tariff of 60% on Thursday.""",
    "India imposed a 40% duty on steel from China.",
    "On Thursday India threatened a 60% tariff on China.",
)
FLIGHT = (
    """Greece shot down a Turkish drone over Samos on Thursday.

Turkey's president called it “an act of plain piracy”.""",
    """A Turkish drone was shot down by Greece on Thursday near Samos.

Greece shot down a Turkish drone near Rhodes on Friday.""",
    "Turkey's president called the downing of its drone by Greece on Thursday “an act of plain piracy”.",
)

ALL = tuple(text for story in (EXPULSION, SUMMIT, TARIFF, FLIGHT) for text in story)
