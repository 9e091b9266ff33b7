import pytest
from time_stories import parsed

from detente.claims.time_reach import phrase_for
from detente.mentions.find_times import find_times

NONE = "-"


def dating(text: str) -> str:
    """The phrase that dates the word between bars."""
    start = text.index("|")
    sentences = parsed(text.replace("|", ""))
    sentence = next(s for s in sentences if s.span.start <= start < s.span.end)
    trigger = next(token.i for token in sentence.tokens if token.start <= start < token.end)
    found = phrase_for(sentence, trigger, find_times(sentences))
    return NONE if found is None else found.phrase.exact


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Tokyo |imposed| the curbs in 2019.", "2019"),
        ("Tokyo |lifted| the curbs, which had been suspended since 2018.", "-"),
        ("Tokyo lifted the channel |suspended| since 2018.", "since 2018"),
        ("The two sides |agreed| on Thursday to meet in May.", "Thursday"),
        ("The two sides agreed on Thursday to |meet| in May.", "May"),
        ("On Monday, the ministry |said| it had expelled two envoys.", "Monday"),
        ("On Monday, the ministry said it had |expelled| two envoys.", "-"),
        ("The ministry |said| Monday it would expel two envoys in June.", "Monday"),
        ("The ministry said Monday it would |expel| two envoys in June.", "June"),
        ("The ministry said it |expelled| two envoys on Sunday.", "Sunday"),
        ("Seoul and Tokyo |resumed| talks for the first time in 12 years.", "-"),
        ("The leaders |met| in Tokyo on Thursday for the first time in 12 years.", "Thursday"),
        ("The leaders held |talks| in Tokyo on Thursday.", "Thursday"),
        ("Thursday's |talks| between the leaders ended without a deal.", "Thursday"),
        ("The leaders hailed Thursday's |talks|.", "Thursday"),
        ("In an interview on Sunday, the minister |accused| Ankara.", "Sunday"),
        ("At Monday's talks, the minister |accused| Ankara.", "Monday"),
        ("The minister |accused| Ankara, in a letter sent on Friday, of theft.", "Friday"),
        ("In a house sold on Friday, the minister |accused| Ankara.", "-"),
        ("The jets |struck| a camp, in the first raid since the war of 1971.", "-"),
        ("Ankara began on Thursday to |deliver| drones.", "Thursday"),
        ("Ankara lodged a |protest| with Athens on Monday.", "Monday"),
        ("The ministry on Friday |summoned| the envoy.", "Friday"),
        ("The attack on Friday |angered| Athens.", "-"),
        ("Ankara |denounced| the 2018 ruling.", "-"),
        ("Ankara denounced the 2018 |ruling|.", "2018"),
        ("Ankara |denounced| the ruling on Friday.", "Friday"),
        ("Berlin, which had |frozen| the accounts in March, released them on Tuesday.", "March"),
        ("Berlin, which had frozen the accounts in March, |released| them on Tuesday.", "Tuesday"),
        ("Moscow on Wednesday |condemned| the strike and recalled its envoy.", "Wednesday"),
        ("Moscow on Wednesday condemned the strike and |recalled| its envoy.", "Wednesday"),
        ("Moscow |condemned| the strike on Monday and recalled its envoy on Friday.", "Monday"),
        ("Moscow condemned the strike on Monday and |recalled| its envoy on Friday.", "Friday"),
        ("India is expected to |sign| the pact next month.", "next month"),
        ("The foreign minister will |visit| Cairo from 14 to 16 May.", "14 to 16 May"),
        ("The envoys |met| on 16 March 2023 and agreed to resume the dialogue suspended since 2018.", "16 March 2023"),
        ("The envoys met on 16 March 2023 and agreed to |resume| the dialogue suspended since 2018.", "-"),
        ("Two days after the vote, Paris |recognised| the government.", "-"),
        ("The army |shelled| the town before dawn on Saturday, killing six.", "before dawn on Saturday"),
        ("The army shelled the town before dawn on Saturday, |killing| six.", "before dawn on Saturday"),
        ("The |expulsion| of two diplomats last week angered Moscow.", "last week"),
        ("Hanoi |protested| after a Chinese ship rammed a trawler on Sunday.", "-"),
        ("Hanoi protested after a Chinese ship |rammed| a trawler on Sunday.", "Sunday"),
        ("Hanoi |protested| on Tuesday after a Chinese ship rammed a trawler on Sunday.", "Tuesday"),
        ("Japan ruled Korea from 1910 to 1945, and Seoul |demanded| an apology in 1990.", "1990"),
        ("Japan |ruled| Korea from 1910 to 1945, and Seoul demanded an apology in 1990.", "from 1910 to 1945"),
        ("The two leaders are scheduled to |hold| a summit on Tuesday.", "Tuesday"),
        ("Relations soured in 2018 when a court |ordered| two firms to pay.", "2018"),
        ("In 2018, a court |ordered| two firms to pay damages.", "2018"),
        ("The president |arrived| in Washington on Wednesday for a three-day visit.", "Wednesday"),
        ("The president arrived in Washington on Wednesday for a three-day |visit|.", "Wednesday"),
        ("The sanctions, |imposed| in 2014 and tightened last year, remain.", "2014"),
        ("The sanctions, imposed in 2014 and |tightened| last year, remain.", "last year"),
        ("Earlier this month, Kyiv |rejected| the offer.", "Earlier this month"),
        ('"We will retaliate," the spokesman |said| on Friday.', "Friday"),
        ('"We will |retaliate|," the spokesman said on Friday.', "-"),
        ("According to a statement released Thursday, the two |agreed| to a truce.", "-"),
        ("The |meeting|, the first since 2011, ended in discord.", "-"),
        ("Talks |broke| down overnight.", "overnight"),
        ("Beijing on Friday |said| Washington had violated the accord last month.", "Friday"),
        ("Beijing on Friday said Washington had |violated| the accord last month.", "last month"),
        ("The parliament |voted| late Thursday to expel the ambassador.", "late Thursday"),
        ("The parliament voted late Thursday to |expel| the ambassador.", "-"),
        ("The deal |signed| in Geneva last November has collapsed.", "last November"),
        ("The deal signed in Geneva last November has |collapsed|.", "-"),
        ("Turkey said it had |shot| down a Russian jet on Tuesday.", "Tuesday"),
        ("Turkey |said| it had shot down a Russian jet on Tuesday.", "-"),
        ("The tariffs |took| effect at midnight on Friday.", "midnight on Friday"),
        ("Police |detained| 12 protesters in Minsk on Sunday, and released them a day later.", "Sunday"),
        ("Police detained 12 protesters in Minsk on Sunday, and |released| them a day later.", "a day later"),
        ("Athens |summoned| the ambassador of Turkey Tuesday.", "Tuesday"),
        ("Athens |praised| the ambassador who left on Monday.", "-"),
        ("The |talks| ended.", "-"),
        ("Oslo hailed the |talks| that began on Monday.", "-"),
        ("Oslo |said| talks in May had failed.", "-"),
        ("|Talks| on Monday in Oslo.", "Monday"),
        ("They praised |attacks| on the base by the rebels on Monday.", "-"),
        ("The |attack| angered Moscow on Monday.", "Monday"),
        ("The |visit|'s cost rose on Monday.", "-"),
        ("Athens |praised| Rome, which summoned the ambassador of Turkey Tuesday.", "-"),
        ("A visit on Monday for |talks|.", "-"),
        ("Rome |expelled| the head of the talks on Monday.", "-"),
        ("Rome |expelled| the head of the mission of the union on Monday.", "Monday"),
        ("The leaders |held| the second round of talks in Tokyo on Thursday.", "Thursday"),
    ],
)
def test_an_act_is_dated_by_the_phrase_that_hangs_on_it(text: str, phrase: str) -> None:
    assert dating(text) == phrase
