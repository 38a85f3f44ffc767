"""What every answer of every item counts, every band and every cut-off: written by hand beside the data that is shipped."""

OFTEN = {"Not at all": 0, "Several days": 1, "More than half the days": 2, "Nearly every day": 3}
OFTEN_ES = {"Ningún día": 0, "Varios días": 1, "Más de la mitad de los días": 2, "Casi todos los días": 3}
TIME = {
    "All of the time": 5,
    "Most of the time": 4,
    "More than half of the time": 3,
    "Less than half of the time": 2,
    "Some of the time": 1,
    "At no time": 0,
}
TIME_ES = {
    "Todo el tiempo": 5,
    "La mayor parte del tiempo": 4,
    "Más de la mitad del tiempo": 3,
    "Menos de la mitad del tiempo": 2,
    "De vez en cuando": 1,
    "Nunca": 0,
}
KESSLER = {
    "All of the time": 4,
    "Most of the time": 3,
    "Some of the time": 2,
    "A little of the time": 1,
    "None of the time": 0,
}
AGREE = {"Strongly disagree": 1, "2": 2, "3": 3, "4": 4, "5": 5, "Strongly agree": 6}
HEALTH = {"Excellent": 0, "Very good": 1, "Good": 2, "Fair": 3, "Poor": 4}
MUCH = {"Not at all": 0, "Slightly": 1, "Moderately": 2, "Considerably": 3, "Extremely": 4}
DAYS_30 = {"0": 0, "1-3": 1, "4-8": 2, "9-15": 3, "16-30": 4}
DAYS_7 = {"None": 0, "One day": 1, "Two days": 2, "Three days": 3, "Four or more days": 4}
NIGHTS_7 = {"None": 0, "One night": 1, "Two nights": 2, "Three nights": 3, "Four or more nights": 4}
YES = {"No": 0, "Yes": 4}


def bam(days: dict[str, int], nights: dict[str, int]) -> list[dict[str, int]]:
    drugs = [days] * 7
    return [
        HEALTH,
        nights,
        days,
        days,
        days,
        days,
        *drugs,
        MUCH,
        MUCH,
        days,
        days,
        MUCH,
        days,
        YES,
        MUCH,
        days,
        MUCH,
    ]


PACS = [
    {
        "Never, that is, 0 times during this period of time.": 0,
        "Rarely, that is, 1 to 2 times during this period of time.": 1,
        "Occasionally, that is, 3 to 4 during this period of time.": 2,
        "Sometimes, that is, 5 to 10 times during this period or 1 to 2 times a day.": 3,
        "Often, that is, 11 to 20 times during this period or 2 to three times a day.": 4,
        "Most of the time, that is, 20 to 40 during this period or 3 to 6 times a day.": 5,
        "Nearly all of the time, that is, more than 40 times during this period or more than 6 times a day.": 6,
    },
    {
        "None at all.": 0,
        "Slight, that is a very mild urge.": 1,
        "Mild urge.": 2,
        "Moderate urge.": 3,
        "Strong urge, but easily controlled.": 4,
        "Strong urge and difficult to control.": 5,
        "Strong urge and would have drunk alcohol if it were available.": 6,
    },
    {
        "None at all": 0,
        "Less than 20 minutes.": 1,
        "21-45 minutes.": 2,
        "46-90 minutes.": 3,
        "90 minutes-3 hours.": 4,
        "Between 3 to 6 hours.": 5,
        "More than 6 hours.": 6,
    },
    {
        "Not difficult at all.": 0,
        "Very mildly difficult.": 1,
        "Mildly difficult.": 2,
        "Moderately difficult.": 3,
        "Very difficult.": 4,
        "Extremely difficult.": 5,
        "Would not be able to resist.": 6,
    },
    {
        "Never thought about drinking and never had the urge to drink.": 0,
        "Rarely thought about drinking and rarely had the urge to drink.": 1,
        "Occasionally thought about drinking and occasionally had the urge to drink.": 2,
        "Sometimes thought about drinking and sometimes had the urge to drink.": 3,
        "Often thought about drinking and often had the urge to drink.": 4,
        "Thought about drinking most of the time and had the urge to drink most of the time.": 5,
        "Thought about drinking nearly all of the time and had the urge to drink nearly all of the time.": 6,
    },
]

POINTS: dict[str, list[dict[str, int]]] = {
    "phq9_en": [OFTEN] * 9,
    "phq8_en": [OFTEN] * 8,
    "phq2_en": [OFTEN] * 2,
    "gad7_en": [OFTEN] * 7,
    "gad2_en": [OFTEN] * 2,
    "phq4_en": [OFTEN] * 4,
    "phq9_es": [OFTEN_ES] * 9,
    "phq8_es": [OFTEN_ES] * 8,
    "phq2_es": [OFTEN_ES] * 2,
    "gad7_es": [OFTEN_ES] * 7,
    "gad2_es": [OFTEN_ES] * 2,
    "who5_en": [TIME] * 5,
    "who5_es": [TIME_ES] * 5,
    "k6_en": [KESSLER] * 6,
    "barc10_en": [AGREE] * 10,
    "pacs_en": PACS,
    "bam_30day_en": bam(DAYS_30, DAYS_30),
    "bam_iop_7day_en": bam(DAYS_7, NIGHTS_7),
}
"""What each answer of each item counts, in the order of the form."""

TIMES = {"who5_en": 4, "who5_es": 4}
TOTALS = {
    "phq9_en": ("None-minimal 0-4", "Mild 5-9", "Moderate 10-14", "Moderately severe 15-19", "Severe 20-27"),
    "phq8_en": ("None-minimal 0-4", "Mild 5-9", "Moderate 10-14", "Moderately severe 15-19", "Severe 20-24"),
    "phq9_es": ("Mínima 0-4", "Leve 5-9", "Moderada 10-14", "Moderada-grave 15-19", "Grave 20-27"),
    "phq8_es": ("Mínima 0-4", "Leve 5-9", "Moderada 10-14", "Moderada-grave 15-19", "Grave 20-24"),
    "gad7_en": ("Minimal 0-4", "Mild 5-9", "Moderate 10-14", "Severe 15-21"),
    "gad7_es": ("Mínima 0-4", "Leve 5-9", "Moderada 10-14", "Grave 15-21"),
    "phq2_en": ("Negative screen 0-2", "Positive screen 3-6"),
    "gad2_en": ("Negative screen 0-2", "Positive screen 3-6"),
    "phq2_es": ("Negativo 0-2", "Positivo 3-6"),
    "gad2_es": ("Negativo 0-2", "Positivo 3-6"),
    "phq4_en": ("None (normal) 0-2", "Mild 3-5", "Moderate 6-8", "Severe 9-12"),
    "who5_en": ("Low 0-28", "Reduced 29-50", "Not reduced 51-100"),
    "who5_es": ("Bajo 0-28", "Reducido 29-50", "No reducido 51-100"),
    "k6_en": ("Low 0-4", "Moderate distress 5-12", "Serious distress 13-24"),
    "barc10_en": ("Below 47 10-46", "47 or more 47-60"),
    "pacs_en": (),
}
"""The bands of every version with a total, as "name from-to"."""

CUTOFFS = {
    "phq9_en": {10: ">="},
    "phq8_en": {10: ">="},
    "phq9_es": {10: ">="},
    "phq8_es": {10: ">="},
    "gad7_en": {10: ">=", 15: ">="},
    "gad7_es": {10: ">="},
    "phq2_en": {3: ">=", 2: ">="},
    "gad2_en": {3: ">="},
    "phq2_es": {3: ">="},
    "gad2_es": {3: ">="},
    "phq4_en": {},
    "who5_en": {50: "<=", 28: "<="},
    "who5_es": {50: "<=", 28: "<="},
    "k6_en": {13: ">=", 5: ">="},
    "barc10_en": {47: ">="},
    "pacs_en": {20: ">", 15: ">="},
}
PARTS = {
    "use": (("4", "5", "6"), 12),
    "risk": (("1", "2", "3", "8", "11", "15"), 24),
    "protective": (("9", "10", "12", "13", "14", "16"), 24),
}
