"""Who speaks in short reports of invented people, read by the shipped reader: a case for each manner of telling it."""

import pytest

from service.extraction.reader import load_reader

MANNER = [
    (
        "The harbour commission met on Monday to vote on the new ferry.\n\n“I was told we would have a "
        "boat by spring,” Admiral Teodor Halvorsen told the commission. He paused. “Which spring, "
        "nobody said,” the admiral chuckled.",
        "Which spring, nobody said",
        "Teodor Halvorsen",
    ),
    (
        "Wanjiru Kamau has sold maize at the Gikomba market for thirty years. “Nobody asked us,” Kamau "
        "sighed as the bulldozers moved in. “They never do.”",
        "Nobody asked us",
        "Wanjiru Kamau",
    ),
    (
        "“You call that a bridge?” snorted Ifeanyi Okonjo, a boatman, when the minister had left.",
        "You call that a bridge?",
        "Ifeanyi Okonjo",
    ),
    (
        "The children waited an hour for the bus. “It always comes late on Fridays,” the driver, Pavel "
        "Hruška, shrugged.",
        "It always comes late on Fridays",
        "Pavel Hruška",
    ),
    (
        "“Not on my watch,” growled the mine’s manager, Desh Ramlogan, and shut the gate.",
        "Not on my watch",
        "Desh Ramlogan",
    ),
    (
        "“We have our keys again,” Lucía Ferreyra beamed outside the flat that she had lost in the flood.",
        "We have our keys again",
        "Lucía Ferreyra",
    ),
    (
        "“I may have eaten the evidence,” the baker, Youssef Haddad, grinned.",
        "I may have eaten the evidence",
        "Youssef Haddad",
    ),
    (
        "Nguyen Thi Hoa looked at the empty field. “My father planted this,” she whispered.",
        "My father planted this",
        "Nguyen Thi Hoa",
    ),
    (
        "“Eleven years,” Rashida Mbeki wept. “Eleven years, and they send a letter.”",
        "Eleven years, and they send a letter",
        "Rashida Mbeki",
    ),
    (
        "“Then build it somewhere else,” the mayor, Ingrid Solheim, shot back.",
        "Then build it somewhere else",
        "Ingrid Solheim",
    ),
    (
        "Prof. Anahit Petrosyan has studied the lake for decades. “I could be wrong,” the professor "
        "winked, “but I have the mud to prove it.”",
        "I could be wrong",
        "Anahit Petrosyan",
    ),
    (
        "“Ask me in the spring,” the general laughed when reporters asked Gen. Mateus Quintela about the front.",
        "Ask me in the spring",
        "Mateus Quintela",
    ),
    (
        "Colonel Asel Nurlanova and the engineer Bakyt Orozbekov inspected the dam. “It leaks like my "
        "kettle,” the engineer chuckled.",
        "It leaks like my kettle",
        "Bakyt Orozbekov",
    ),
    (
        "“No comment, and that is my comment,” deadpanned Chief Constable Fergus Baird.",
        "No comment, and that is my comment",
        "Fergus Baird",
    ),
    (
        "“We paid for two,” the widow, Ilse Hartog, wheezed into the phone.",
        "We paid for two",
        "Ilse Hartog",
    ),
    (
        "“Move the bus!” bellowed Sgt. Ronan Keogh.",
        "Move the bus!",
        "Ronan Keogh",
    ),
    (
        "Captain Lupe Faleolo tapped the chart. “There is no reef here,” the captain insisted, “and there never was.”",
        "There is no reef here",
        "Lupe Faleolo",
    ),
    (
        "“Good night, all,” rasped the old tenor, Vito Carbone, at the end.",
        "Good night, all",
        "Vito Carbone",
    ),
    (
        "Dina Petrovna waved from the tram. “Too late!” she called out.",
        "Too late!",
        "Dina Petrovna",
    ),
]
SHOWN = [
    (
        "“It goes in here and comes out there,” Olav Rystad said, pointing to one ear and then the "
        "other. Berit Rystad shook her head. “He hears what he wants.”",
        "He hears what he wants",
        "Berit Rystad",
    ),
    (
        "“We were robbed,” said the coach, Amadou Cissé, and threw his cap. The referee, Lena Vogt, "
        "smiled. “I counted twice.”",
        "I counted twice",
        "Lena Vogt",
    ),
    (
        "“Nobody will sign this,” Dolores Ibarra told the council. Her lawyer, Iker Zubiri, nodded. “And nobody has.”",
        "And nobody has",
        "Iker Zubiri",
    ),
    (
        "“I never touched it,” the clerk, Bashir Noor, told the court. The judge, Amina Warsame, raised "
        "an eyebrow. “Then who did?”",
        "Then who did?",
        "Amina Warsame",
    ),
    (
        "Petra Novotná laughed. “We built it upside down.” Her partner, Luca Ferri, did not. “It was my drawing.”",
        "It was my drawing",
        "Luca Ferri",
    ),
]
FRAGMENTS = [
    (
        "When the bishop, Anselm Oduya, called the strikers “children of the parish,” the pickets booed.",
        "children of the parish",
        "Anselm Oduya",
    ),
    (
        "Although the mayor, Kirsten Dahl, spoke of “a fresh start for the quays,” the traders have heard it before.",
        "a fresh start for the quays",
        "Kirsten Dahl",
    ),
    (
        "In what the coroner called “a chain of small mistakes,” the crew left the valve open.",
        "a chain of small mistakes",
        "the coroner",
    ),
    (
        "As critics dismissed the plan as “a bridge to nowhere,” Governor Tala Reyes flew to Seoul.",
        "a bridge to nowhere",
        "critics",
    ),
]
INCLUDED = [
    (
        "Dignitaries, including Bishop Kwame Asare, who said a prayer for the miners, gathered at the "
        "shaft. Union leaders, including Esi Quaye, who said the company had ignored warnings, stayed "
        "away.",
        "the company had ignored warnings",
        "Esi Quaye",
    ),
    (
        "Guests included Alan Whitcombe, the former envoy, and Joyce Adeyemi of the Lagos Chamber, who "
        "said trade had doubled.",
        "trade had doubled",
        "Joyce Adeyemi",
    ),
    (
        "The band, led by singer Nia Okpara, said it would not tour.",
        "it would not tour",
        "The band",
    ),
]
KIN = [
    (
        "Marta Ilić left Novi Pazar in 1992 with her husband, Tom, and two suitcases. They opened a "
        "bakery in Leeds. “I could not even boil an egg,” Tom said.",
        "I could not even boil an egg",
        "Tom",
    ),
    (
        "Grace Achieng was asleep when the wall fell. Her son, Brian, pulled her out. “I heard her "
        "tapping,” Brian said.",
        "I heard her tapping",
        "Brian",
    ),
    (
        "Sione Fifita drove the lorry for a decade. His wife, Ana, kept the books. “He never once asked "
        "for a receipt,” Ana recalled.",
        "He never once asked for a receipt",
        "Ana",
    ),
    (
        "Farid Rahmani’s daughter, Leila, 9, drew the winning flag. “Green is for the tea,” said Leila.",
        "Green is for the tea",
        "Leila",
    ),
    (
        "Jonas Lindqvist and his twin brother, Erik, ran the ferry together. “We fought every day,” "
        "Lindqvist said. “And we were never late,” Erik added.",
        "And we were never late",
        "Erik",
    ),
    (
        "Denise Okafor said her husband, Tom, had never been ill. Tom Baptiste, a neighbour, called the "
        "ambulance. “I saw him on the steps,” Baptiste said.",
        "I saw him on the steps",
        "Tom Baptiste",
    ),
    (
        "Helene Brandvold, 71, and her daughter, Siri, have kept the lighthouse since the keeper died. "
        "“We count the ships,” Siri said. “Mother counts them twice.”",
        "We count the ships",
        "Siri",
    ),
    (
        "Omar Benhaddou lost his shop. His brother Karim lent him a van. “He paid me back in oranges,” Karim said.",
        "He paid me back in oranges",
        "Karim",
    ),
    (
        "Ruth Mwale’s sister, Joyce, waited outside. “They would not let me hold her hand,” said Joyce, "
        "who flew in from Ndola.",
        "They would not let me hold her hand",
        "Joyce",
    ),
    (
        "Piet van Wyk and his wife Annelie farm goats. “I name them,” Annelie van Wyk said. “Piet eats them.”",
        "I name them",
        "Annelie van Wyk",
    ),
    (
        "The twins, Ada and Obi, turned ten on Sunday. “We want a goat,” Ada said. “Two goats,” Obi said.",
        "Two goats",
        "Obi",
    ),
    (
        "Mira Dhaliwal’s husband, Tom, died in the fire. “He went back for the dog,” she said.",
        "He went back for the dog",
        "Mira Dhaliwal",
    ),
]
PRONOUNS = [
    (
        "Judge Noura Sabbagh questioned the driver, Elias Khoury. She asked why he had not stopped. He "
        "said the brakes had failed.",
        "the brakes had failed",
        "Elias Khoury",
    ),
    (
        "Tomasz Wrona praised his predecessor, Jan Kos. He said the debts were paid.",
        "the debts were paid",
        "Tomasz Wrona",
    ),
    (
        "Ministers met in Lomé. Afande Koku, who chairs the group, told reporters he was tired. “Next "
        "time by boat,” he joked.",
        "Next time by boat",
        "Afande Koku",
    ),
]
BODIES = [
    (
        "Brennoil said on Tuesday that the spill had been contained. The provincial government "
        "disagreed. It said the slick was growing.",
        "the slick was growing",
        "The provincial government",
    ),
    (
        "The port authority fined Maraflot, a shipping line, last year. The company said it would appeal.",
        "it would appeal",
        "Maraflot",
    ),
    (
        "The unions met the railway on Friday. They said the offer was an insult.",
        "the offer was an insult",
        "The unions",
    ),
    (
        "Mongolia closed two crossings on Sunday. It said the closure would last a week.",
        "the closure would last a week",
        "Mongolia",
    ),
    (
        "The bank refused the loan. The farmers went to court. They said they had been promised the money.",
        "they had been promised the money",
        "The farmers",
    ),
    (
        "Rangers counted 40 elephants. The park’s owners doubted it. They said the herd had gone.",
        "the herd had gone",
        "park’s owners",
    ),
    (
        "Kestrel Air cancelled nine flights on Friday. The airline blamed fog. It said passengers would "
        "be flown on Saturday.",
        "passengers would be flown on Saturday",
        "The airline",
    ),
    (
        "The union rejected Kestrel Air’s offer. The company said it was final.",
        "it was final",
        "The company",
    ),
    (
        "The Danish firm Havblik hired the consultant Mads Juul. He told the board that turbines kill. "
        "The company said he was wrong.",
        "he was wrong",
        "Havblik",
    ),
]
INTERVIEWS = [
    (
        "Meera Vaidyanathan and Stellan Brodd run the oldest puppet theatre in Gothenburg. They spoke "
        "to The Quay Review.\n\nQ: Who carves the heads?\n\nMeera Vaidyanathan: I do, with my "
        "grandfather’s knives.\n\nStellan Brodd: And I paint them, badly.\n\nQ: Do you "
        "quarrel?\n\nBrodd: Only about the wolves.",
        "And I paint them, badly",
        "Stellan Brodd",
    ),
    (
        "The beekeeper Tamar Gelashvili lost forty hives to the flood. She spoke to our reporter Hugo "
        "Prins.\n\nPrins: What will you do now?\n\nGelashvili: Catch a swarm. They are in every "
        "chimney.\n\nPrins: And the honey?\n\nGelashvili: Ask me in June.",
        "Catch a swarm. They are in every chimney.",
        "Tamar Gelashvili",
    ),
    (
        "The beekeeper Tamar Gelashvili lost forty hives to the flood.\n\nThe Quay Review: What will "
        "you do now?\n\nTamar Gelashvili: Catch a swarm. They are in every chimney.\n\nThe Quay Review: "
        "And the honey?\n\nTamar Gelashvili: Ask me in June.",
        "Ask me in June",
        "Tamar Gelashvili",
    ),
    (
        "The potter Ayumi Terasaki and her brother, the chemist Ken Terasaki, have copied a glaze of "
        "the twelfth century. Both spoke to The Kiln.\n\nQ: How long did it take?\n\nAT: Nine years, "
        "and one kitchen.\n\nQ: Whose kitchen?\n\nKT: Mine. My wife has forgiven us.\n\nQ: Will you "
        "sell the recipe?\n\nAT: It is written on the wall of the kiln. Anybody may read it.\n\nKT: If "
        "they can read her writing.",
        "Nine years, and one kitchen",
        "Ayumi Terasaki",
    ),
    (
        "The potter Ayumi Terasaki and her brother, the chemist Ken Terasaki, have copied a glaze of "
        "the twelfth century. Both spoke to The Kiln.\n\nQ: How long did it take?\n\nAT: Nine years, "
        "and one kitchen.\n\nQ: Whose kitchen?\n\nKT: Mine. My wife has forgiven us.\n\nQ: Will you "
        "sell the recipe?\n\nAT: It is written on the wall of the kiln. Anybody may read it.\n\nKT: If "
        "they can read her writing.",
        "Mine. My wife has forgiven us",
        "Ken Terasaki",
    ),
    (
        "The potter Ayumi Terasaki and her brother, the chemist Ken Terasaki, have copied a glaze of "
        "the twelfth century. Both spoke to The Kiln.\n\nQ: How long did it take?\n\nAT: Nine years, "
        "and one kitchen.\n\nQ: Whose kitchen?\n\nKT: Mine. My wife has forgiven us.\n\nQ: Will you "
        "sell the recipe?\n\nAT: It is written on the wall of the kiln. Anybody may read it.\n\nKT: If "
        "they can read her writing.",
        "If they can read her writing",
        "Ken Terasaki",
    ),
    (
        "Radio Tarn sat down with the skipper Eamon Doyle and the harbour master Saoirse "
        "Quill.\n\nRadio Tarn: Why did you sail?\n\nDoyle: The forecast was for the next day.\n\nQuill: "
        "It was not.\n\nRadio Tarn: Did you warn him?\n\nQuill: Twice, on channel 16.\n\nDoyle: I had "
        "it turned down.",
        "The forecast was for the next day",
        "Eamon Doyle",
    ),
    (
        "Radio Tarn sat down with the skipper Eamon Doyle and the harbour master Saoirse "
        "Quill.\n\nRadio Tarn: Why did you sail?\n\nDoyle: The forecast was for the next day.\n\nQuill: "
        "It was not.\n\nRadio Tarn: Did you warn him?\n\nQuill: Twice, on channel 16.\n\nDoyle: I had "
        "it turned down.",
        "Twice, on channel 16",
        "Saoirse Quill",
    ),
    (
        "Radio Tarn sat down with the skipper Eamon Doyle and the harbour master Saoirse "
        "Quill.\n\nRadio Tarn: Why did you sail?\n\nDoyle: The forecast was for the next day.\n\nQuill: "
        "It was not.\n\nRadio Tarn: Did you warn him?\n\nQuill: Twice, on channel 16.\n\nDoyle: I had "
        "it turned down.",
        "I had it turned down",
        "Eamon Doyle",
    ),
    (
        "INTERVIEWER: Do you regret it?\n\nCOL. DANSO: Every day.\n\nINTERVIEWER: Would you do it "
        "again?\n\nCOL. DANSO: I was ordered to. Kwaku Danso does not disobey.\n\nINTERVIEWER: Thank "
        "you, Colonel.",
        "I was ordered to. Kwaku Danso does not disobey",
        "Kwaku Danso",
    ),
]
NEVER = [
    (
        "Several ministers, including Tarek Mansour, said the dam would not be built this year.",
        "the dam would not be built this year",
        "Mansour",
    ),
    (
        "Dozens of growers, among them Hana Kovářová, said the frost had taken the whole crop.",
        "the frost had taken the whole crop",
        "Kovářová",
    ),
    (
        "Critics of the plan, including the economist Rui Tavora, say it would cost the town its market.",
        "it would cost the town its market",
        "Tavora",
    ),
    (
        "The coach praised her players, including Mele Tonga, who scored twice. “They ran until the "
        "lights went out,” she said.",
        "They ran until the lights went out",
        "Tonga",
    ),
    (
        "Zentrix bought its rival Ludavia in March. The company said 400 jobs would go.",
        "400 jobs would go",
        "Ludavia",
    ),
    (
        "Amara Diallo met Fatou Sarr in court. She said the land was hers.",
        "the land was hers",
        "Sarr",
    ),
    (
        "Four witnesses, including the nurse Carla Soto, told the inquiry that the alarm was off.",
        "the alarm was off",
        "Soto",
    ),
]
NOBODYS = [
    (
        "Meera Vaidyanathan and Stellan Brodd run the oldest puppet theatre in Gothenburg.\n\nQ: Who "
        "carves the heads?\n\nA: I do, with my grandfather’s knives.\n\nQ: And who paints them?\n\nA: "
        "My colleague, badly.",
        "I do, with my grandfather’s knives",
    ),
    (
        "His friends cheered him with “Do zobaczenia!,” Polish for “until we meet again.” Marek Wilk "
        "waved from the train.",
        "until we meet again",
    ),
    (
        "Supporters of Dina Rasoanaivo wore caps reading “Make the Valley Green Again” and waved at the cars.",
        "Make the Valley Green Again",
    ),
    (
        "Lotta Virtanen, who played a nurse in the film “The Long Way Down to Oulu,” opened the fair on Sunday.",
        "The Long Way Down to Oulu",
    ),
    (
        "Piotr Zieliński was named “Baker of the Whole Region” by a jury in Gdynia.",
        "Baker of the Whole Region",
    ),
    (
        "The law, known locally as “the Sunday fish act,” was signed by Governor Nils Aakre in May.",
        "the Sunday fish act",
    ),
]


@pytest.fixture(scope="module")
def reader():
    return load_reader()


def speakers_of(reader, text, words):
    """The names given to the quotes that hold most of these words, a list for each quote."""
    start = text.index(words)
    end = start + len(words)
    held = (
        (sum(max(0, min(e, end) - max(s, start)) for s, e in quote.content), quote)
        for quote in reader.read(text).quotes
    )
    return [[speaker.name for speaker in quote.speakers] for size, quote in held if 2 * size >= len(words)]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [*MANNER, *SHOWN, *FRAGMENTS, *INCLUDED, *KIN, *PRONOUNS, *BODIES, *INTERVIEWS],
    ids=lambda value: value[:30] if len(value) < 60 else "",
)
def test_who_speaks(reader, text, words, name):
    assert speakers_of(reader, text, words)[:1] == [[name]]


@pytest.mark.parametrize(("text", "words", "name"), NEVER)
def test_who_is_only_named_does_not_speak(reader, text, words, name):
    found = speakers_of(reader, text, words)
    assert found
    assert all(name not in speaker for speakers in found for speaker in speakers)


@pytest.mark.parametrize(("text", "words"), NOBODYS)
def test_what_nobody_said_is_given_to_nobody(reader, text, words):
    assert not any(speakers_of(reader, text, words))
