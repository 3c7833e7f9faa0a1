"""What signs, units and abbreviations of written English stand for when they are read aloud. Data only."""

import re

MONEY = {"$": ("dollar", "dollars"), "€": ("euro", "euros"), "£": ("pound", "pounds"), "¥": ("yuan", "yuan")}
MONEY |= {"₹": ("rupee", "rupees"), "₩": ("won", "won")}
CODES = {
    "usd": "US dollars",
    "eur": "euros",
    "gbp": "pounds",
    "cny": "yuan",
    "rmb": "yuan",
    "jpy": "yen",
    "inr": "rupees",
    "cad": "Canadian dollars",
    "aud": "Australian dollars",
    "chf": "Swiss francs",
}
"""Money written as a code behind its amount."""
SCALES = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "b": "billion", "t": "trillion"}
UNITS = {
    "%": "percent", "°c": "degrees Celsius", "°f": "degrees Fahrenheit", "°": "degrees", "℃": "degrees Celsius", "km": "kilometers",
    "m": "meters", "cm": "centimeters", "mm": "millimeters", "nm": "nanometers", "mi": "miles", "yd": "yards", "kg": "kilograms",
    "g": "grams", "mg": "milligrams", "l": "liters", "ml": "milliliters", "cl": "centiliters", "dl": "deciliters", "tsp": "teaspoons",
    "tbsp": "tablespoons", "km/h": "kilometers per hour", "kmh": "kilometers per hour", "mph": "miles per hour", "gb": "gigabytes",
    "mb": "megabytes", "tb": "terabytes", "kb": "kilobytes", "mbps": "megabits per second", "gbps": "gigabits per second",
    "ghz": "gigahertz", "mhz": "megahertz", "khz": "kilohertz", "hz": "hertz", "kw": "kilowatts", "mw": "megawatts",
    "gw": "gigawatts", "kwh": "kilowatt hours", "mwh": "megawatt hours", "wh": "watt hours", "mah": "milliamp hours", "w": "watts",
    "ms": "milliseconds", "min": "minutes", "mins": "minutes", "h": "hours", "hr": "hours", "hrs": "hours", "s": "seconds",
    "sec": "seconds", "secs": "seconds", "ft": "feet", "lb": "pounds", "lbs": "pounds", "oz": "ounces", "kcal": "kilocalories",
    "cal": "calories", "db": "decibels", "rpm": "R P M", "fps": "frames per second", "px": "pixels", "x": "times", "×": "times",
    "am": "AM", "pm": "PM", "a.m": "AM", "p.m": "PM", "sq": "square", "cu": "cubic", "pts": "points", "yrs": "years", "yr": "years",
}  # fmt: skip
LOUD = frozenset(["l", "w", "gb", "mb", "tb", "kb", "mw", "gw", "kw", "kg", "km", "cm", "mm", "ml", "db", "am", "pm"])
"""Units that stay units in capitals."""
PER = {
    "s": "second",
    "sec": "second",
    "min": "minute",
    "m": "minute",
    "h": "hour",
    "hr": "hour",
    "d": "day",
    "mo": "month",
}
PER |= {"yr": "year", "y": "year", "wk": "week", "kg": "kilogram", "km": "kilometer", "l": "liter", "ml": "milliliter"}
SHORT = {
    "vs": "versus", "v": "versus", "etc": "et cetera", "e.g": "for example", "i.e": "that is", "approx": "approximately",
    "jr": "junior", "sr": "senior", "inc": "incorporated", "ltd": "limited", "corp": "corporation", "co": "company",
    "dept": "department", "govt": "government", "est": "established", "ca": "circa", "tel": "telephone", "incl": "including",
    "excl": "excluding", "max": "maximum", "min": "minimum", "avg": "average", "ave": "avenue", "blvd": "boulevard", "rd": "road",
    "w/": "with", "w/o": "without", "ph.d": "P H D",
}  # fmt: skip
ALWAYS_SHORT = {"vs", "etc", "e.g", "i.e", "w/", "w/o", "ph.d"}
"""Abbreviations that are read out even where their full stop is missing."""
TITLES = {
    "dr": "doctor", "mr": "mister", "mrs": "missus", "ms": "miz", "prof": "professor", "gov": "governor", "sen": "senator",
    "rep": "representative", "gen": "general", "lt": "lieutenant", "capt": "captain", "col": "colonel", "sgt": "sergeant",
    "rev": "reverend", "hon": "honorable", "st": "saint", "mt": "mount", "pres": "president",
}  # fmt: skip
"""Abbreviations before a name."""
COUNTED = {
    "no": "number",
    "nos": "numbers",
    "p": "page",
    "pp": "pages",
    "ch": "chapter",
    "vol": "volume",
    "fig": "figure",
}
COUNTED |= {
    "figs": "figures",
    "sec": "section",
    "pt": "part",
    "art": "article",
    "ed": "edition",
    "ver": "version",
    "v": "version",
}
"""Abbreviations before a number."""
MONTHS: dict[str, str] = {
    name[:3].lower(): name
    for name in re.findall(
        r"\w+", "January February March April May June July August September October November December"
    )
}
MONTHS["sept"] = "September"
NAMES = frozenset(name.lower() for name in MONTHS.values())
DAYS = {"mon": "Monday", "tue": "Tuesday", "tues": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "thur": "Thursday"}
DAYS |= {"thurs": "Thursday", "fri": "Friday"}
SIGNS = {
    "&": "and",
    "+": "plus",
    "=": "equals",
    "@": "at",
    "%": "percent",
    "#": "number",
    "×": "times",
    "÷": "divided by",
}
SIGNS |= {"²": "squared", "³": "cubed", "§": "section", "°": "degrees"}
HEDGES = {
    "~": "about",
    "≈": "about",
    "<": "less than",
    ">": "more than",
    "≤": "at most",
    "≥": "at least",
    "±": "plus or minus",
}
"""Signs before a figure."""
PARTS = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}
VERSIONED = frozenset(
    re.findall(
        r"\w+",
        "version ver v release python ios ipados macos android ubuntu debian node java php django chrome firefox",
    )
)
"""Words after which 3.11 is three point eleven."""
RULERS = frozenset(
    re.findall(
        r"\w+",
        "henry louis charles george edward william richard james philip elizabeth catherine alexander nicholas frederick peter paul "
        "john pius benedict leo gregory clement innocent francis napoleon ramses rama otto leopold ferdinand felipe ivan mary",
    )
)
"""Names whose Roman number is an ordinal."""
ERAS = frozenset(["the", "early", "late", "mid", "my", "his", "her", "their", "our", "your", "since"])
"""Words after which 80s are years."""
NAMED = frozenset(["737", "747", "757", "767", "777", "787", "911", "401", "404"])
"""Numbers that are names and read figure by figure."""
