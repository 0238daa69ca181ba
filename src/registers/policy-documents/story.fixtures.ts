// Two versions of an invented policy, with something hostile in them. For tests.
export const parts = {
  first: '# Doel\n\nWij gaan zorgvuldig om met persoonsgegevens. <script>alert(1)</script> [klik](javascript:alert(1)) ![spoor](https://elders.example/p.png)\n\n# Bewaren\n\nNiet langer dan nodig.\n\n## Termijnen\n\nBeelden blijven acht weken bewaard.\n\n# Slot\n\nDit beleid geldt voor iedereen.',
  second: '# Doel\n\nWij gaan zorgvuldig om met persoonsgegevens. <script>alert(1)</script> [klik](javascript:alert(1)) ![spoor](https://elders.example/p.png)\n\n# Bewaren\n\nNiet langer dan nodig.\n\n## Termijnen\n\nBeelden blijven vier weken bewaard.\n\n# Toezicht\n\nDe functionaris ziet toe.',
}
