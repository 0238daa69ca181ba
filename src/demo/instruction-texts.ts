// Instruction texts: the work instructions of the demo world, by subject and kind of organisation. All of it is invented; what it says of the law is true.
import type { RequiredSubject } from '../registers/work-instructions/declaration.ts'
import type { OrganisationKind } from '../ground/scope.ts'

export type InstructionText = { readonly name: string; readonly summary: string; readonly audience: string; readonly citation: string; readonly body: string }

/** `desk`: where colleagues ring. Nothing where this kind of organisation has no such work. */
export function instructionOn(subject: RequiredSubject, kind: OrganisationKind, desk: string): InstructionText | undefined {
  const isPublic = kind === 'municipality'
  if (kind === 'service_organisation' || kind === 'joint_body') return forOthers(desk)[subject]
  return isPublic ? inTownHall(desk)[subject] : inFirm(desk)[subject]
}

type Texts = Partial<Readonly<Record<RequiredSubject, InstructionText>>>

const inTownHall = (desk: string): Texts => ({
  rights: {
    name: 'Een inwoner vraagt om zijn gegevens', summary: 'Stuur het verzoek dezelfde dag door; wij hebben een maand om te antwoorden.', audience: 'Iedereen die post, mail of bezoek krijgt', citation: 'art. 12 en 15 tot en met 22 AVG',
    body: `## Herkennen

Iemand vraagt welke gegevens wij hebben, of wil iets laten verbeteren, wissen of stoppen. Een formulier is niet nodig; het mag in een mail of aan de balie.

## Doen

1. Schrijf op wanneer het verzoek binnenkwam. De maand begint op die dag (art. 12 lid 3 AVG).
2. Stuur het dezelfde dag naar ${desk}.
3. Twijfelt u wie het is? Zeg dat erbij. Vraag zelf geen kopie van een paspoort.
4. Verander of wis niets in het dossier zolang het verzoek loopt.

## Niet doen

- Zelf een dossier meegeven. Er kunnen gegevens van anderen in staan (art. 15 lid 4 AVG).
- Geld vragen. Een verzoek is gratis.`,
  },
  objections: {
    name: 'Bezwaar: tegen een besluit of tegen het gebruik van gegevens', summary: 'Er zijn twee soorten bezwaar, met elk een eigen weg.', audience: 'Medewerkers post en juridische zaken', citation: 'art. 21 AVG en art. 6:7 Awb',
    body: `## Twee soorten

- **Tegen een besluit**: iemand is het niet eens met wat wij besloten. De termijn is zes weken na bekendmaking (art. 6:7 Awb). Ook een besluit op een privacyverzoek is een besluit (art. 34 UAVG).
- **Tegen het gebruik van gegevens**: iemand wil vanwege zijn situatie dat wij stoppen met een verwerking (art. 21 AVG).

## Doen

1. Lees wat iemand bedoelt. Twijfelt u? Behandel het als beide.
2. Een bezwaar tegen een besluit gaat naar Juridische Zaken.
3. Een bezwaar tegen gebruik gaat dezelfde dag naar ${desk}. Gebruik de gegevens zolang niet, tenzij ${desk} iets anders zegt.`,
  },
  archives: {
    name: 'Bewaren, overbrengen en vernietigen', summary: 'De selectielijst zegt hoe lang; vernietigen gaat alleen met een verklaring.', audience: 'Iedereen die dossiers sluit', citation: 'art. 5 lid 1 onder e AVG en art. 8 Archiefbesluit 1995',
    body: `## Bij het sluiten van een zaak

1. Kies het resultaat in het zaaksysteem. De bewaartermijn volgt uit de selectielijst.
2. Haal losse kopieën weg: uit uw mail, van uw eigen map, uit de la.

## Vernietigen

- Vernietig geen archiefstukken zelf. Het team Informatie maakt een lijst, laat die goedkeuren en maakt een verklaring van vernietiging (art. 8 Archiefbesluit 1995).
- Wat blijvend wordt bewaard, gaat naar de archiefbewaarplaats. Daar gelden eigen regels voor inzage.`,
  },
  cameras: {
    name: 'Camerabeelden bekijken en uitgeven', summary: 'Alleen wie is aangewezen kijkt; de politie krijgt beelden na een vordering.', audience: 'Openbare orde en gebouwbeheer', citation: 'art. 151c Gemeentewet en art. 5 lid 1 onder c AVG',
    body: `## Waar een camera hangt

- In een openbare plaats alleen na een besluit van de burgemeester, en zichtbaar aangekondigd (art. 151c Gemeentewet).
- In ons gebouw alleen voor veiligheid, nooit in kleedruimten of om medewerkers te volgen.

## Beelden

1. Bekijk beelden alleen bij een voorval, en schrijf op wie keek en waarom.
2. Beelden van openbare plaatsen blijven hooguit vier weken staan.
3. Vraagt de politie om beelden? Vraag om een schriftelijke vordering en bel ${desk}.
4. Vraagt een inwoner om beelden van zichzelf? Dat is een verzoek om inzage. Maak anderen onherkenbaar.`,
  },
  bsn: {
    name: 'Werken met het burgerservicenummer', summary: 'Alleen voor uw taak, nooit in het onderwerp van een mail.', audience: 'Iedereen die met het BSN werkt', citation: 'art. 46 UAVG, art. 10 en 12 Wabb',
    body: `## Mag het?

Wij gebruiken het BSN voor onze publieke taken (art. 10 Wabb). Voor de rest niet: een inschrijving voor een nieuwsbrief of een feest gaat zonder.

## Doen

1. Ga na of het nummer bij de persoon hoort voordat u het vastlegt (art. 12 Wabb).
2. Mail een BSN alleen met beveiligde mail, en nooit in het onderwerp.
3. Zet geen BSN in een bestandsnaam of in een agenda-afspraak.`,
  },
  breaches: {
    name: 'Een datalek melden', summary: 'Bel meteen, ook bij twijfel. Wij hebben 72 uur.', audience: 'Iedereen', citation: 'art. 33 en 34 AVG',
    body: `## Wat is het?

Gegevens zijn weg, gewijzigd of bij de verkeerde: een brief in de verkeerde envelop, een gestolen laptop, een mail met alle adressen in beeld.

## Doen

1. **Bel meteen ${desk}.** Wacht niet tot u alles weet; 72 uur na ontdekking moet het bij de Autoriteit Persoonsgegevens zijn, tenzij een risico onwaarschijnlijk is.
2. Beperk de schade: haal de mail terug, vraag de ontvanger te wissen, laat een toestel blokkeren.
3. Schrijf op: wat er gebeurde, wanneer, waar, hoe, om welke gegevens en om hoeveel mensen het gaat, en wat u al deed. Noem geen namen van betrokkenen.
4. Zet uw leidinggevende in kopie.

## Daarna

De privacy officer en de FG wegen het risico. Is het hoog, dan hoort u hoe wij het de mensen zelf vertellen (art. 34 AVG).`,
  },
  identity_documents: {
    name: 'Paspoort en rijbewijs: kijken, niet kopiëren', summary: 'Kijken mag, noteren soms, kopiëren bijna nooit.', audience: 'Balies en HR', citation: 'art. 5 lid 1 onder c AVG en art. 28 lid 1 onder f Wet LB 1964',
    body: `## Aan de balie

1. Kijk of de persoon en het document bij elkaar horen.
2. Noteer alleen soort en nummer, en alleen als de taak dat vraagt.
3. Maak geen kopie. Heeft iemand er zelf een meegestuurd? Wis die nadat u keek.

## Bij HR

Van een nieuwe medewerker bewaart de werkgever wel een kopie bij de loonadministratie (art. 28 lid 1 onder f Wet LB 1964). Van een sollicitant of inhuurkracht niet.`,
  },
  devices: {
    name: 'Laptop en telefoon van het werk', summary: 'Vergrendelen, niets op eigen apparaten, en verlies meteen melden.', audience: 'Iedereen met een apparaat van het werk', citation: 'art. 32 AVG',
    body: `1. Vergrendel uw scherm als u wegloopt.
2. Bewaar werk alleen op de plekken die ICT u gaf. Geen eigen cloud, geen usb-stick.
3. Laat een apparaat niet in de auto liggen.
4. Kwijt of gestolen? Bel meteen ${desk}. ICT wist het op afstand; het kan een datalek zijn.
5. Gaat u uit dienst? Lever alles op uw laatste dag in.`,
  },
})

const forOthers = (desk: string): Texts => ({
  rights: {
    name: 'Een inwoner van een deelnemer vraagt om zijn gegevens', summary: 'Wij antwoorden niet zelf; de deelnemer wel, en wij helpen.', audience: 'Servicedesk en applicatiebeheer', citation: 'art. 28 lid 3 onder e AVG',
    body: `Wij werken voor gemeenten. Die zijn zelf verantwoordelijk en antwoorden hun inwoners.

1. Zeg dat u het verzoek doorstuurt, en naar wie.
2. Stuur het dezelfde dag naar de contactpersoon van de deelnemer, met ${desk} in kopie. Hun maand loopt al vanaf ontvangst.
3. Zoek of wis alleen iets als de deelnemer daar schriftelijk om vraagt.

Gaat het om gegevens van een eigen medewerker? Dan zijn wij wel verantwoordelijk: stuur het naar ${desk}.`,
  },
  breaches: {
    name: 'Een datalek in een systeem van een deelnemer', summary: 'De deelnemer hoort het meteen van ons; die meldt.', audience: 'Iedereen', citation: 'art. 33 lid 2 AVG',
    body: `1. **Bel meteen ${desk}**, dag en nacht.
2. Beperk de schade en bewaar de logging.
3. ${desk} informeert de deelnemer zonder onredelijke vertraging, en binnen wat de overeenkomst zegt (art. 33 lid 2 AVG). De deelnemer beslist over melden bij de toezichthouder.
4. Schrijf op wat u zag en deed, met tijden. Noem geen namen van inwoners.

Een datalek met gegevens van onze eigen medewerkers melden wij zelf, binnen 72 uur (art. 33 lid 1 AVG).`,
  },
  bsn: {
    name: 'Het BSN in systemen die wij beheren', summary: 'Wij zien het, maar gebruiken het niet.', audience: 'Applicatie- en databasebeheer', citation: 'art. 29 AVG en art. 46 UAVG',
    body: `- Zoek nooit op BSN zonder melding van de deelnemer; noteer het meldingsnummer.
- Zet geen BSN in een melding, schermafdruk of testgegevens.
- Geef nooit een lijst met BSN's aan een leverancier zonder schriftelijke opdracht van de deelnemer (art. 28 lid 3 onder a AVG).`,
  },
  devices: {
    name: 'Apparaten uitgeven, beheren en innemen', summary: 'Versleuteld uit, gewist terug.', audience: 'Servicedesk en technisch beheer', citation: 'art. 32 lid 1 onder a AVG',
    body: `1. Elk apparaat gaat versleuteld en ingeschreven de deur uit.
2. Bij verlies: blokkeer binnen een uur, wis op afstand en bel ${desk}.
3. Een apparaat dat terugkomt, wordt gewist volgens de procedure; leg datum en serienummer vast.
4. Een kapotte schijf gaat met bewijs naar de vernietiger.`,
  },
  archives: {
    name: 'Logging en back-ups bewaren', summary: 'Niet langer dan afgesproken met de deelnemer.', audience: 'Technisch beheer', citation: 'art. 5 lid 1 onder e en art. 28 lid 3 onder g AVG',
    body: `- Bewaar logging zo lang als in de overeenkomst staat, en wis haar daarna.
- Zet een back-up alleen terug op verzoek van de deelnemer. Wat intussen gewist was, wist u opnieuw.
- Stopt een deelnemer met een dienst? Geef de gegevens terug of wis ze, en leg het bewijs vast (art. 28 lid 3 onder g AVG).`,
  },
})

const inFirm = (desk: string): Texts => ({
  rights: {
    name: 'Een klant vraagt om zijn gegevens', summary: 'Dezelfde dag doorsturen; een maand om te antwoorden.', audience: 'Klantenservice', citation: 'art. 12 en 15 tot en met 20 AVG',
    body: `1. Herken het: een klant wil weten, verbeteren, wissen of meenemen wat wij hebben.
2. Noteer de datum en stuur het dezelfde dag naar ${desk}.
3. Controleer met gegevens die wij al hebben of het echt de klant is. Vraag geen paspoort.
4. Wis nog niets: een factuur bewaren wij zeven jaar (art. 52 AWR).`,
  },
  objections: {
    name: 'Een klant wil geen reclame meer', summary: 'Meteen stoppen, zonder vragen.', audience: 'Klantenservice en campagnes', citation: 'art. 21 lid 2 en 3 AVG en art. 11.7 Tw',
    body: `1. Zet de klant **meteen** op de lijst “geen reclame”. Er is geen weging: tegen reclame mag iemand altijd bezwaar maken (art. 21 lid 2 en 3 AVG).
2. Controleer die lijst voor elke verzending.
3. Wis het adres niet van de lijst: dan weten wij niet meer dat wij niet mogen mailen.
4. In elke mail staat een werkende afmeldlink (art. 11.7 Tw).`,
  },
  breaches: {
    name: 'Een datalek melden', summary: 'Bel meteen, ook bij twijfel.', audience: 'Iedereen', citation: 'art. 33 en 34 AVG',
    body: `1. **Bel meteen ${desk}.** Uiterlijk 72 uur na ontdekking moet het bij de Autoriteit Persoonsgegevens zijn, tenzij een risico onwaarschijnlijk is.
2. Beantwoord zeven vragen: wie ontdekte het, wat is er gebeurd, waar kwam het vandaan, om welke gegevens gaat het, hoe kon het, wanneer, en wat is er gedaan?
3. Zijn klanten, processen, geld of onze naam in gevaar? Dan belt ${desk} ook de directie.`,
  },
  devices: {
    name: 'Veilig werken onderweg en thuis', summary: 'Alleen via onze verbinding, nooit op een eigen apparaat.', audience: 'Iedereen', citation: 'art. 32 AVG',
    body: `- Log alleen in vanaf een apparaat van het bedrijf.
- Werk niet met klantgegevens op een open netwerk.
- Kwijt? Bel meteen ${desk}.`,
  },
})
