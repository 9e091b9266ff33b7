from pathlib import Path

from acts_of import Coder

QUIET = (Path(__file__).parents[1] / "data" / "quiet.txt").read_text(encoding="utf-8").splitlines()
MOST = 0.03


def test_news_of_sport_crime_business_weather_and_culture_is_left_alone(coder: Coder) -> None:
    coded = [text for text in QUIET if coder.acts_of(text)]

    assert len(coded) <= MOST * len(QUIET), coded
