"""The English words that report speech or thought: what each does (its stance), and whether it is saying at all."""

import re
from collections import defaultdict
from dataclasses import dataclass

from service.records import Stance
from service.regex import regex


@dataclass(frozen=True, slots=True)
class Sense:
    """What a cue word does. `speech`: True for saying, False for attitude, intention or perception, None for either."""

    stance: Stance
    speech: bool | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A known word or phrase at [start, end) of a list of words; `base` is its dictionary form, words joined by "_"."""

    base: str
    start: int
    end: int
    sense: Sense


# Dictionary forms; the first word of a phrase is inflected, the others stand as they are.
_LEXICON: dict[tuple[Stance, bool | None], str] = {
    ("assert", True): """
        say tell add note write report announce state declare explain describe remark observe comment mention tweet
        continue recount recall relate disclose inform notify advise brief testify reply respond answer retort
        conclude argue contend maintain insist assert aver stress emphasize emphasise underline underscore highlight
        point_out point_to reiterate restate predict forecast estimate joke quip chant shout yell scream mutter
        whisper murmur exclaim proclaim pronounce opine muse blog quote cite characterize characterise call dub label
        brand suggest indicate intimate assure reassure remind clarify elaborate specify speculate theorize theorise
        posit postulate boast brag gush rant fume thunder lament bemoan complain grumble grouse gripe moan interject
        chime_in shoot_back hit_back fire_back snap relay convey utter attest vouch reckon credit put_it go_on_to_say
        make_it_clear make_clear make_the_case according_to in_the_words_of statement testimony announcement assertion
        contention declaration claim_credit sum_up blurt proffer counter expound volunteer drawl sigh sneer lecture
        preach sermonize enthuse crow gloat rejoin interpose venture ad_lib write_off caption headline elucidate
        summarize summarise narrate recite recommend counsel prophesy profess warrant extol jest tease
        chuckle deadpan snort growl bark coo groan mumble shriek holler bellow roar hiss huff sob stammer stutter
        intone pipe_up cut_in confide divulge
        """,
    ("assert", None): """
        reveal express voice air propose offer continue_to read post publish release issue discuss address tout
        outline detail list include show_off compare praise hail laud commend applaud salute thank celebrate
        congratulate mock ridicule deride joke_about feature repeat focus_on refer_to refer allude touch_on weigh_in
        tip bill name signal stipulate teach present deliver speak talk go lay_out spell_out describe_as paint cast
        frame depict share answer_for defend justify rationalize apologize_for argument report_on remember debate
        suggestion proposal message comment_on criticism question_of nickname title entitle hold record document
        talk_about speak_about speak_of portray email hint imply retweet reference
        """,
    ("assert", False): """
        believe think know hope want wish expect worry doubt suspect understand realize realise feel consider plan
        intend aim seek try attempt decide choose determine resolve see hear learn watch notice find discover show
        seem appear look mean view regard deem judge perceive imagine dream forget assume presume guess suppose like
        love hate prefer need desire long envy admire trust distrust mistrust respect resent appreciate enjoy
        anticipate await contemplate ponder weigh mull recognize recognise identify interpret prove demonstrate
        reflect illustrate vote elect nominate project calculate hesitate hanker yearn crave covet strive vie prepare
        gear_up look_forward look_for willing eager ready poised inclined likely supposed confident optimistic hopeful
        certain sure convinced aware unaware unsure glad happy proud sorry afraid concerned worried surprised shocked
        angry upset disappointed frustrated interested reluctant unwilling determined keen worth belief opinion
        intention expectation decision idea notion feeling sense impression perception knowledge thinking strategy
        goal refuse fear dread push support_for concern conclusion conviction speculation speculations mind allow
        appoint hire ban block sign pass file cover provide display restrict contain sound ignore boycott
        """,
    ("allege", True): "allege claim purport insinuate allegation insinuation assertion_that",
    ("allege", None): """
        reportedly allegedly supposedly purportedly rumored rumoured rumor rumour so-called
        """,
    ("accuse", True): """
        accuse blame charge fault criticize criticise denounce condemn decry deplore castigate chide rebuke reprimand
        upbraid scold berate chastise admonish lambast lambaste excoriate accusation accuse_of blame_for level_charges
        point_the_finger lay_the_blame call_out
        """,
    ("accuse", None): """
        slam blast attack assail bash savage pillory skewer hammer rip knock trash slate lash_out rail_against
        tear_into go_after hit_out take_aim lay_into implicate impugn vilify malign disparage decry_as complaint
        """,
    ("accuse", False): "indict prosecute sue impeach",
    ("deny", True): """
        deny disavow disclaim denial plead_not_guilty plead_innocent protest_his_innocence
        """,
    ("reject", True): """
        refute rebut dispute contradict repudiate debunk disagree object scoff contest discount rule_out
        pour_cold_water brush_off brush_aside wave_away wave_off push_back take_issue pooh-pooh take_exception
        hit_back_at rejection rebuttal rubbish gainsay
        """,
    ("reject", None): """
        downplay play_down challenge shrug_off resist spurn belittle minimize minimise object_to protest reject
        dismiss rebuff
        """,
    ("reject", False): """
        oppose disapprove opposition opponent vote_against refuse_to_accept refuse_to_believe
        """,
    ("concede", True): """
        concede admit acknowledge confess apologize apologise own_up come_clean admission confession concession
        apology grant_that
        """,
    ("concede", None): "plead_guilty",
    ("confirm", True): "confirm affirm reaffirm verify corroborate confirmation stand_by double_down",
    ("confirm", None): "substantiate validate back_up certify bear_out",
    ("agree", True): "concur",
    ("agree", None): "agree echo accept welcome second consent assent agreement side_with go_along",
    ("agree", False): """
        support back endorse favor favour approve sympathize sympathise supporter backer endorsement backing
        """,
    ("promise", True): """
        promise pledge vow guarantee undertake swear commit_to give_his_word give_her_word commit_itself
        """,
    ("promise", None): "commit commitment",
    ("demand", True): """
        demand urge call_for call_on call_upon appeal implore exhort beseech beg plead order instruct command ask_for
        press_for agitate_for insist_on insist_upon lobby_for ask_that
        """,
    ("demand", None): """
        request advocate encourage press petition lobby dare invite challenge_to appeal_for
        """,
    ("demand", False): "push_for require compel force pressure pressurize",
    ("warn", True): """
        warn caution threaten alert raise_the_alarm sound_the_alarm raise_alarm forewarn warning threat
        """,
    ("ask", True): """
        ask inquire enquire query question_whether question_why question_how pose_the_question quiz
        """,
    ("ask", None): "question interrogate probe grill wonder",
    ("retract", True): """
        retract recant walk_back backtrack backpedal back-pedal take_back row_back climb_down back_away_from roll_back
        back_down eat_his_words eat_her_words retraction reverse_himself reverse_herself
        """,
    ("retract", None): "withdraw disown renounce rescind reverse",
    ("decline", True): """
        decline demur no_comment not_be_reached not_return not_available_for neither_confirm_nor_deny
        neither_confirmed_nor_denied not_confirm_or_deny refuse_to_comment refuse_to_say refuse_to_answer
        refuse_to_respond refuse_to_discuss refuse_to_elaborate refuse_to_disclose refuse_to_reveal refuse_to_specify
        refuse_to_confirm refuse_to_explain refuse_to_identify refuse_to_name refuse_to_speak refuse_to_talk
        not_immediately_respond not_immediately_return stay_silent remain_silent keep_silent stay_mum keep_mum dodge
        sidestep deflect evade
        """,
}
_IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "shot": "shoot", "made": "make",
    "makes": "make", "making": "make", "went": "go", "gone": "go", "goes": "go", "spoke": "speak", "spoken": "speak",
    "thought": "think", "knew": "know", "known": "know", "felt": "feel", "sought": "seek", "chose": "choose",
    "chosen": "choose", "saw": "see", "seen": "see", "heard": "hear", "learnt": "learn", "found": "find",
    "shown": "show", "meant": "mean", "dreamt": "dream", "forgot": "forget", "forgotten": "forget", "held": "hold",
    "laid": "lay", "took": "take", "taken": "take", "stood": "stand", "understood": "understand", "swore": "swear",
    "sworn": "swear", "undertook": "undertake", "pled": "plead", "gave": "give", "given": "give", "came": "come",
    "bore": "bear", "ate": "eat", "kept": "keep", "withdrew": "withdraw", "withdrawn": "withdraw", "tore": "tear",
    "torn": "tear", "spelt": "spell", "drew": "draw", "chid": "chide", "besought": "beseech", "taught": "teach",
    "strove": "strive",
}  # fmt: skip
_IRREGULAR_OF: dict[str, set[str]] = defaultdict(set)
for _form, _base in _IRREGULAR.items():
    _IRREGULAR_OF[_base].add(_form)
_VOWELS = "aeiou"
_WORD = regex(r"\w+(?:['’-]\w+)*", re.UNICODE)
_NOT = regex(r"n['’]t$|(?<=can)not$")

Forms = dict[str, list[tuple[tuple[str, ...], str, Sense]]]


def words_of(text: str) -> list[str]:
    """The words of a stretch of text in lower case, "didn't" as "did", "not"."""
    words: list[str] = []
    for word in _WORD.findall(text.lower()):
        stem = _NOT.sub("", word) if word[-1] == "t" else word
        words += [word] if stem == word else [stem, "not"]
    return words


def known_words(words: list[str]) -> list[Hit]:
    """The words and phrases of the lexicon in a list of words, from left to right; the longest phrase wins."""
    hits: list[Hit] = []
    at = 0
    while at < len(words):
        hit = _longest(words, at)
        if hit:
            hits.append(hit)
        at = hit.end if hit else at + 1
    return hits


def _longest(words: list[str], at: int) -> Hit | None:
    for rest, base, sense in _FORMS.get(words[at], ()):
        end = at + 1 + len(rest)
        if tuple(words[at + 1 : end]) == rest:
            return Hit(base, at, end, sense)
    return None


def _inflections(base: str) -> set[str]:
    """Every form a regular verb or noun may have, and some that none has: those never occur in text."""
    stem = base.removesuffix("e")
    forms = {base, base + "s", stem + "ed", stem + "ing", base + "es"}
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        forms |= {base[:-1] + "ies", base[:-1] + "ied", base + "ing"}
    if base[-1:] not in _VOWELS + "wxy" and base[-2:-1] in _VOWELS:
        forms |= {base + base[-1] + "ed", base + base[-1] + "ing"}
    if base.endswith("ee"):
        forms |= {base + "ing", base + "d"}
    return forms | _IRREGULAR_OF.get(base, set())


def _forms() -> Forms:
    """From each inflected first word to what may follow it, longest first."""
    forms: Forms = defaultdict(list)
    for (stance, speech), entries in _LEXICON.items():
        for entry in entries.split():
            first, *rest = entry.split("_")
            for form in _inflections(first):
                forms[form].append((tuple(rest), entry, Sense(stance, speech)))
    for senses in forms.values():
        senses.sort(key=lambda sense: -len(sense[0]))
    return dict(forms)


_FORMS = _forms()
