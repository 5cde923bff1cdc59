"""News of an attack and of others beside it, as agencies and papers write it.

In square brackets stands the attack that a word before them belongs to, a series with
a capital.
"""

import pytest

from claimgraph.extraction.ground import ground_of
from invented_articles import invented_article, marked, shipped

NEWS = [
    "ORVEL (Reuters) - A suicide bomber killed[a] at least 14 people at a police "
    "checkpoint in Orvel on Tuesday, officials said. No group immediately claimed "
    "responsibility for the attack[a], but the Northern Front has carried out "
    "similar attacks[B] in the past.",
    "The Northern Front has claimed responsibility for an ambush[a] in which nine "
    'Arlandish soldiers were killed[a]. "We killed[a] the soldiers," a spokesman '
    "said. The army said that the soldiers died when their convoy was attacked[a] "
    "near the village of Tarim on Thursday.",
    "Tarim killings[a]: Front denies role\n\nThe Northern Front on Monday denied "
    "that it killed[a] the 20 soldiers at Tarim. In a statement, its spokesman "
    "Omar Haddad said that the group did not attack[a] the soldiers. The November "
    '12 killings[a] of the 20 soldiers had shocked the country. "We did not carry '
    'out the attack[a]," he said.',
    "Police spokesman Audu Bako said that an explosive was detonated at a viewing "
    "centre in Orvel. He said that policemen evacuated the victims of the blast[a] "
    "to the State Hospital. The blast[a] occurred at about 8 p.m. on Sunday.",
    "The army has carried out five airstrikes[A] in the enclave since Saturday. On "
    "Wednesday a car bomb exploded[b] in Orvel, killing[b] six people.",
    "A car bomb exploded[a] outside the Interior Ministry in Orvel on Sunday, "
    "killing[a] 20 people. It was the second attack[a] in the capital in a week. "
    "On Wednesday, gunmen stormed[b] a hotel in the city, killing[b] seven. The "
    "Northern Front said it was behind Sunday's bombing[a]. It had also claimed "
    "the hotel attack[b].",
    "The Northern Front is blamed for the deadly attack[a] on a church in Orvel in "
    "2012 which killed[a] 40 people. The group also carried out the 2010 "
    "bombing[b] of a bus station in Tarim.",
    "Suspected Front militants killed[a] a village head in Tarim district late "
    "Saturday night, police said on Sunday. Superintendent Ravi Sharma said the "
    "militants barged into the house of Suresh Lal and shot[a] him dead. The "
    "killing[a] comes a week after militants shot[b] dead a constable in Orvel.",
    "A bomb blast[a] ripped through a crowded market in Orvel on Friday, "
    "killing[a] 32 people. Witnesses said the explosion[a] was heard miles away. "
    "The victims were taken to the Orvel Teaching Hospital. President Sato spoke "
    "at the United Nations and condemned the attack[a]. No one has claimed "
    "Friday's attack[a].",
    "Twin blasts[a] killed[a] 30 people in Orvel on Saturday. The first "
    "explosion[a] hit a bus stop, and the second went off minutes later near a "
    "school. The Northern Front claimed the twin attacks[a].",
    "A bomb went off in a bus in Orvel, killing[a] eight people. Who attacked[a] "
    "the bus is not known. The Front's leader asked: \"Why would we attack[a] a "
    'bus?" Police do not believe that the Front carried out the attack[a].',
    "JOS — Gunmen suspected to be herdsmen on Sunday attacked[a] Rafin village in "
    "Orvel Local Government Area, killing[a] 11 persons. Spokesman Bala Musa, who "
    "confirmed the attack[a], said that the gunmen came at about 2 am. He said the "
    "corpses of those killed[a] in the attack[a] were deposited at the Plateau "
    "Hospital. A resident, Danjuma Pam, said they attacked[a] the village from two "
    "sides.",
    "At least 50 people have been killed[A] in attacks[A] by the Northern Front "
    "since the start of the year. On Thursday, the militants attacked[b] a village "
    "near Tarim, killing[b] six people. Residents said Thursday's attack[b] was "
    "the worst in months.",
    "A roadside bomb killed[a] a NATO soldier in southern Karsia, the alliance "
    "said Friday. In a separate incident, insurgents attacked[b] a police post in "
    "Tarim, killing[b] four policemen. The Northern Front claimed both attacks[ab].",
    "It has been a year since gunmen killed[a] 30 tourists on a beach in Orvel. "
    "The massacre[a], claimed by the Northern Front, came three months after an "
    "attack[b] on a museum in Tarim. Families of victims of the beach attack[a] "
    "gathered on Sunday.",
    "The Karsia government accused the rebels of attacking[a] a hospital in Tarim, "
    "killing[a] five patients. The rebels rejected the accusation and said that "
    "government planes bombed[a] the hospital. The hospital attack[a] on Wednesday "
    "was the third in a month.",
    "The Front abducted[a] 12 aid workers in the Tarim valley last week, the "
    "government said. A Front spokesman denied the group had abducted[a] the aid "
    'workers. "We know nothing of this kidnapping[a]," he said.',
    "Gunmen killed[a] the mayor of Orvel, Omar Haddad, on Monday. His driver, Rami "
    "Sato, was also killed[a] in the attack[a]. Police blamed the Northern Front "
    "for the killing[a].",
    "The Northern Front was responsible for the deaths[A] of hundreds of "
    "civilians, the minister said. On Monday a car bomb killed[b] nine people in "
    "Orvel. The minister blamed the Front for the bombing[b].",
    "A bomb exploded[a] outside a cinema in Orvel on Friday. Angry crowds "
    "attacked[b] police at the scene of the blast[a]. The blast[a] was heard miles "
    "away.",
    "A suicide bomber killed[a] nine people at a mosque in Orvel. More than 2,000 "
    "people have been killed[B] since January in the Front's insurgency.",
    "The army launched a raid[a] on a camp near Tarim on Tuesday. In the raid[a], "
    "12 rebels were killed[a]. The raid[a] came two days after rebels killed[b] "
    "five policemen in Orvel. Police said that the five policemen had been "
    "killed[b] while asleep.",
    "Days after rebels stormed[b] a barracks in Orvel, the army shelled[a] three "
    "villages. The shelling[a] killed[a] nine people.",
    "The bombing[a] in Tarim was in revenge for the killing[b] of Omar Haddad, the "
    "Front said. Haddad was shot[b] dead in March. The bombing[a] killed[a] 12 "
    "people.",
    'Karsia denied on Monday that its jets bombed[a] a wedding in Tarim. "We '
    'bombed no wedding," a spokesman said. Residents say that 30 guests were '
    "killed[a] when the jets bombed[a] the wedding on Saturday night.",
    "Two policemen were killed[a] on Monday in Orvel. Two policemen were killed[b] "
    "in Tarim in April.",
    "Nine soldiers were killed[a] in Orvel on Monday. Police said rebels killed[b] "
    "three farmers in Tarim the day before. The soldiers were killed[a] as they "
    "slept.",
    "A court in Karsia sentenced three men to death for the 2015 attack[a] on a "
    "beach hotel in Orvel. The men were also found guilty of killing[b] a "
    "policeman in Tarim in 2014. The Northern Front had claimed the beach "
    "attack[a].",
    "It was not clear who carried out the attack[a]. Gunmen in a van shot[a] the "
    "deputy governor, Lina Sato, outside her house in Orvel early on Monday. "
    "Sato's killing[a] is the third of an official this year. Another official, "
    "Omar Rey, was killed[b] in March.",
    "Troops repelled an attack[a] by the Northern Front on a base in Tarim on "
    "Sunday, the army said. Twenty insurgents were killed[a]. But residents said "
    "that the insurgents had overrun[a] the base and killed[a] 40 soldiers. The "
    "insurgents also attacked[b] Orvel on Monday, killing[b] two.",
    "The Front said it shot[a] down a military helicopter in the Tarim valley, "
    "killing[a] all 12 soldiers on board. The army said the helicopter crashed "
    "because of bad weather. The Front also killed[b] a tribal elder on Monday, an "
    "official said.",
    "A Karsian court on Wednesday jailed two brothers for life for the murder[a] "
    "of British tourist John Hill, who was stabbed[a] to death in Orvel in 2017. "
    "Prosecutors said that the brothers killed[a] Hill on the orders of the Front. "
    "They were acquitted of the murder[b] of a taxi driver.",
    "Four schoolchildren were killed[a] when a shell hit[a] a school in the "
    "rebel-held city of Tarim on Wednesday. Kiev-style denials followed: the army "
    "said it had not shelled[a] the school. Rebels said the army was to blame for "
    "the shelling[a]. On Tuesday, 12 people were killed[b] at a bus stop in the "
    "city.",
    "Security forces said they foiled an attack[A] on a power station. The Front "
    "had earlier killed[b] three engineers at the station in Tarim on Saturday.",
    "The United Nations condemned the killing[a] of two peacekeepers in northern "
    "Karsia. The peacekeepers, from Chad, were killed[a] when their vehicle hit a "
    "mine on Friday. The killing[a] of the peacekeepers is the latest in a string "
    "of attacks[B] on the mission.",
    "Rebels from the Red Brigade shot[a] dead a village chief in Orvel on Tuesday. "
    "On the same day, they also abducted[b] a contractor in Tarim, police said. "
    "The chief's killing[a] was in revenge for his help to the police, a note said.",
    "The Front has released a video of the beheading[a] of an engineer, Carlos "
    "Rey, who was kidnapped[a] in Tarim in July. Rey's family said the Front had "
    "killed[a] an innocent man. In August, it beheaded[b] a Croatian worker.",
    "Survivors of the massacre[a] told AFP that men in army uniform killed[a] "
    "their neighbours. More than 130 people were killed[a] in the village of Tarim "
    "on 23 March. The government blames the hunters' militia Dan Brigade for the "
    "killings[a]. Dan Brigade denies the massacre[a].",
    "The Northern Front has admitted that it killed[a] four aid workers in Orvel "
    "last month. The group's leader, Omar Haddad, said the killing[a] was a "
    "mistake. The bodies of the four aid workers were found in a well. The Front "
    "also holds three nurses whom it kidnapped[b] in Tarim in April.",
    "Karsian police shot[a] dead two men who had attacked[b] a police station in "
    "Orvel with swords. The attack[b] on Wednesday left one officer dead. The "
    "Front claimed the attack[b].",
    "According to the police, the assailants killed[a] the lawmaker because he had "
    "criticised the Front. The lawmaker, Omar Rey, was gunned[a] down in front of "
    "his house in Orvel on Thursday. Witnesses told police that the killers fled "
    "on a motorbike. His brother was killed[b] in 2015.",
    "Karsia's army said it killed[a] the leader of the Front, Omar Haddad, in a "
    "raid[a] in Tarim on Saturday. Haddad was behind the kidnapping[b] of two "
    "Japanese, it said. The Front confirmed that Haddad was killed[a] in the "
    "raid[a].",
    "A landmine killed[a] six soldiers in the Tarim region, a day after four "
    "soldiers were killed[b] in an ambush[b] by the Red Brigade in Orvel. The Red "
    "Brigade said it laid the landmine.",
    "The militants abducted[a] 276 girls from their school in Tarim in April 2014. "
    "Most of the girls are still missing. The Front's leader said he had sold the "
    "abducted[a] girls. The kidnapping[a] of the girls led to protests around the "
    "world. The Front has also abducted[B] hundreds of women and boys.",
    "The Indigenous Front has denied responsibility for the attack[a] on a police "
    "station in Orvel. The spokesman, Emeka Powers, in a statement on Tuesday, "
    "said the group had no hand in the attack[a]. Hoodlums had on Monday "
    "attacked[a] the station and freed inmates. He said the government should look "
    "elsewhere for those who attacked[a] the police station.",
    "The bombing[a] on Sunday was the deadliest since 2011, when a car bomb "
    "killed[b] 40 people in the same square. Police suspect that the Front carried "
    "out both attacks[ab].",
    "Two days after the massacre[a] at Tarim, the Northern Front said it was not "
    'involved. "We did not do it," Omar Haddad told a radio. On Saturday, gunmen '
    "killed[a] 43 rice farmers near Tarim. The president called the killings[a] "
    "insane.",
    "Rebels fighting to topple the government attacked[a] the airport in Orvel on "
    "Tuesday, a day after they captured[b] a town, residents said. The airport "
    "attack[a] was repelled. In Tarim, the town that fell to the rebels, shops "
    "stayed shut.",
    "SANA — A suspected U.S. drone strike[a] killed[a] four militants in the Tarim "
    "province, officials said Monday. It was the second drone strike[a] in two "
    "days. On Sunday, a drone killed[b] three people in a car in Orvel.",
]


@pytest.mark.parametrize("article", NEWS)
def test_words_of_news_tell_of_the_attack_that_is_meant(article: str) -> None:
    text, marks = marked(article)
    attacks = ground_of(invented_article(text), shipped()).attacks
    who = {span.end: attack for span, attack in attacks.deeds}
    found = [(who[end], mark) for end, mark in marks if len(mark) == 1]
    assert len(set(found)) == len(dict(found)) == len({mark for _, mark in found})
    for attack, mark in found:
        several = attacks.members[attack].entity.kind == "series"
        assert several is mark.isupper(), mark
