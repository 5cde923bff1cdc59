"""A made-up spreadsheet as somebody keeps it: titles above, odd heads, commas, gaps."""

HEAD = [
    *("lfd. Nr.", "Tag", "bis", "Was", "Ort", "Provinz", "Land", "Breite", "Länge"),
    *("Tätergruppe", "Bekannt?", "gesichert", "Ziel", "Tote", "Tote min.", "Tote max."),
    *("Verletzte", "Quelle", "Bemerkungen", "", "Bearbeiter", "Wetter", "Wetter"),
    *(
        "Akte",
        "gesehen am",
        "Uhrzeit",
        "Schaden (€)",
        "Foto?",
        "Karte",
        "Wv.",
        "x1",
        "",
    ),
]
WHAT = ("Autobombe", "Schüsse auf Posten", "Rakete", "Steinwurf", "Entführung")
TOWNS = ("Flusshausen", "Bergstadt", "Talheim")
GROUPS = ("Nordfront", "Flusszelle", "unbekannt", "Unbekannte Bewaffnete")


def odd_row(number: int) -> list[str]:
    """A row of it; every tenth has something amiss."""
    day = number % 28 + 1
    amiss = number % 10 == 9
    return [
        *(
            f"V-{number}",
            "31.2.2030" if amiss else f"{day:02}.{number % 12 + 1:02}.2030",
        ),
        *("", WHAT[number % 5], TOWNS[number % 3], "Nord", "Ruritanien"),
        *(f"34,{5000 + number}", "190,1" if amiss else f"69,{1000 + number}"),
        *(GROUPS[number % 4], "ja" if number % 4 == 0 else "nein"),
        *("ja" if number % 3 else "nein", "Polizeiposten" if number % 2 else ""),
        *(str(number % 7), "", "", "1.204" if number == 3 else str(number % 11)),
        *("Tagblatt; Radio Nord" if number % 2 else "Tagblatt", "", "", "kl", "", ""),
        *(f"A/{number}", "", "12:30", "", "", "", "", "", ""),
    ]


def odd_rows(number: int) -> list[list[str]]:
    """The sheet: a title, a blank row, a row of groups of columns, the head, rows."""
    return [
        ["Vorfälle im Norden, Stand Januar"],
        [],
        ["", "", "", "", "Wo", "", "", "", "", "Wer", "", "", "", "Wie viele"],
        HEAD,
        *(odd_row(one) for one in range(number)),
        [],
    ]
