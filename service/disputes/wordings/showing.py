"""The words by which somebody answers with a paper in hand: held up a receipt, published the footage, laid a log."""

_NUMBER = r"(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)"
_PAPER = (
    r"(?:receipts?|records?|logs?|logbooks?|log books?|registers?|ledgers?|certificates?|diplomas?|documents?|deeds?|"
    r"titles?|contracts?|invoices?|bills?|tickets?|stubs?|boarding pass(?:es)?|passports?|permits?|licen[cs]es?|"
    r"minutes|statements?|payslips?|pay slips?|timesheets?|time sheets?|rosters?|rotas?|letters?|e-?mails?|messages?|"
    r"screenshots?|photographs?|photos?|pictures?|images?|footage|videos?|film|clips?|recordings?|tapes?|"
    r"transcripts?|"
    r"x-rays?|scans?|maps?|plans?|drawings?|tables?|spreadsheets?|printouts?|data|results?|test results|samples?|"
    r"readings?|measurements?|reports?|notes?|diary|diaries|calendars?|stamps?|vouchers?|affidavits?|prescriptions?|"
    r"slips?|sheets?|files?|proof|evidence|(?:breath|blood|drug|urine|DNA|paternity) tests?|bank cards?|wristbands?|"
    r"copy|copies|correspondence|notebooks?|watch|tachographs?|meters?|odometers?|trackers?)"
)
# A portrait of the dead is held up in mourning, and answers nothing.
DOCUMENT = (
    rf"(?:{_NUMBER} (?:years|months|weeks|boxes|pages|folders|binders|bags|sets) of )?"
    rf"(?:(?:an?|the|its|his|her|their|all|both|some|several|dozens of|what \w+ said (?:was|were)|{_NUMBER}) )?"
    rf"(?:(?!(?:that|which|who|and|to|for|of)\b)[\w’'-]+ ){{0,4}}?{_PAPER}\b"
    r"(?! of (?:him|her|them|their|his|himself|herself|the (?:dead|missing|victims?|disappeared|leader|late))\b)"
)
SHOWING = (
    r"(?:holds? up|held up|hand(?:s|ed) (?:over|out|round|in|[^,.;:“”\"]{3,50}?)|laid(?: out)?|la(?:y|ys) (?:out|"
    r"down)|la(?:id|ys) before [^,.;:“”\"]{3,40}?|"
    r"produc(?:es|ed)(?! (?:an?|the|his|her|its|their) (?:\w+ )?films?\b)|present(?:s|ed)|show(?:s|"
    r"ed)(?: [^,.;:“”\"]{3,40}?)?|publish(?:es|ed)|post(?:s|ed)|"
    r"releas(?:es|ed)|wav(?:es|ed)|display(?:s|ed)|tabl(?:es|ed)|submit(?:s|ted)|brandish(?:es|ed)|point(?:s|ed)? to|"
    r"cit(?:es|ed)|circulat(?:es|ed)|distribut(?:es|ed)|passe[sd] (?:round|around)|disclos(?:es|ed)|pull(?:s|ed) out|"
    r"(?:put|puts|spread|spreads|laid|lays|set|sets)"
    r"(?= (?:[^.;:“”\"]|\.(?=\d)){3,120}? on (?:the|a|his|her|its|their) (?:\w+ )?table\b)|"
    r"put up|(?:answer|repli|respond|counter|retort)(?:s|es|ed) (?:with|by (?:showing|publishing|posting|releasing|"
    r"producing|presenting|holding up|tabling|handing (?:over|out))))"
)
STEMS = (
    "hold|held|hand|laid|lay|produc|present|show|publish|post|releas|wav|display|tabl|submit|brandish|point|cit|"
    "circulat|distribut|passe|disclos|pull|put|spread|set|answer|repli|respond|counter|retort"
)
