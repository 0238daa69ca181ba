// Improvement sketches: per demo organisation what it states on norms that no data measure, what it does to get better, and how its departments plan; all of it invented.
import type { Phase } from '../registers/measures/lifecycle.ts'

/** `ago`: days since it was stated. */
export type StatementSketch = { readonly norm: string; readonly stands: 'met' | 'attention' | 'not_met'; readonly by: 'dpo' | 'officer' | 'iso'; readonly ago: number; readonly text: string; readonly document?: string; readonly withdrawn?: { readonly ago: number; readonly reason: string } }
/** Days ago that it was made, and days until it is due (negative: late). `phase` is as far as it came; `closed` when it is done. */
export type MeasureSketch = { readonly name: string; readonly norms: readonly string[]; readonly department: string; readonly owner: string; readonly made: number; readonly due?: number; readonly phase: Phase | 'closed'; readonly kind?: 'once' | 'recurring'; readonly approach: string; readonly result?: string; readonly followUp?: string }
/** `judged`: by which body; left out: not yet. */
export type PlanSketch = { readonly department: string; readonly goals: string; readonly means: string; readonly budget?: number; readonly activities: readonly (readonly [activity: string, inDays: number, state: 'planned' | 'done' | 'dropped'])[]; readonly last?: string; readonly judged?: string }
export type Improvement = { readonly statements: readonly StatementSketch[]; readonly measures: readonly MeasureSketch[]; readonly plans: readonly PlanSketch[] }

export const improvements: Readonly<Record<string, Improvement>> = {
  duinrade: {
    statements: [
      { norm: 'H-06', stands: 'met', by: 'dpo', ago: 120, text: 'Alle verwerkingen van de griffie staan op naam van de raad; werk voor fracties staat er niet in.', document: 'Zaak 2025-11873' },
      { norm: 'H-10', stands: 'attention', by: 'dpo', ago: 64, text: 'De privacyverklaring is compleet. Op drie aanvraagformulieren staat nog geen verwijzing ernaar.' },
      { norm: 'H-14', stands: 'not_met', by: 'officer', ago: 41, text: 'Bij twee aankopen van dit jaar is vooraf geen onderzoek gedaan.', document: 'Inkooplijst tweede kwartaal' },
      { norm: 'H-38', stands: 'met', by: 'officer', ago: 200, text: 'Steekproef van twintig dossiers: eed of belofte zat in alle twintig.' },
      { norm: 'H-46', stands: 'met', by: 'officer', ago: 330, text: 'Het plan voor bewustwording is vastgesteld, met vier activiteiten.' },
      { norm: 'H-48', stands: 'met', by: 'dpo', ago: 400, text: 'Verslag over vorig jaar uitgebracht aan de drie organen.', document: 'Verslag FG' },
      { norm: 'H-17', stands: 'met', by: 'officer', ago: 30, text: 'Controle bij het invoeren is ingericht.', withdrawn: { ago: 12, reason: 'Het gold alleen voor burgerzaken, niet voor de hele gemeente.' } },
    ],
    measures: [
      { name: 'Vooronderzoek als vaste stap in het inkoopformulier', norms: ['H-14', 'H-60'], department: 'Bedrijfsvoering', owner: 'Dennis Manuhuwa', made: 35, due: 40, phase: 'do', approach: 'Inkoop vraagt bij elke aanvraag om de uitkomst van het vooronderzoek, of waarom dat niet nodig is.' },
      { name: 'Verwijzing naar de privacyverklaring op alle formulieren', norms: ['H-10'], department: 'Communicatie', owner: 'Chidi Okwuosa', made: 60, due: -8, phase: 'do', approach: 'Drie formulieren aanpassen en de sjablonen nalopen.' },
      { name: 'Bewaartermijnen vergelijken met de selectielijst', norms: ['H-18', 'H-07'], department: 'Informatie en Archief', owner: 'Joost van Eikenrode', made: 150, due: 25, phase: 'check', kind: 'recurring', approach: 'Per zaaktype de termijn naast de selectielijst leggen.', result: 'Van 84 zaaktypen zijn er 71 nagelopen; 6 termijnen waren te lang.' },
      { name: 'Uitleg over geheimhouding in het inwerkprogramma', norms: ['H-38'], department: 'HR', owner: 'Dennis Manuhuwa', made: 240, due: 60, phase: 'act', kind: 'recurring', approach: 'Een half uur op de eerste werkdag.', result: 'Alle nieuwe collega’s van het voorjaar waren erbij.', followUp: 'Ook voor mensen die tussentijds van functie wisselen.' },
      { name: 'Oefening met een datalek', norms: ['H-37'], department: 'ICT', owner: 'Bart Hoogeveldt', made: 12, due: 75, phase: 'plan', approach: 'Een ochtend met burgerzaken, communicatie en de FG.' },
      { name: 'Camerabeelden na vier weken wissen', norms: ['H-18'], department: 'Openbare Orde en Veiligheid', owner: 'Liesbeth Odenkamp', made: 300, phase: 'closed', approach: 'Instelling van de opslag wijzigen en nagaan.', result: 'De opslag wist na 28 dagen; twee maanden nagekeken.' },
    ],
    plans: [
      { department: 'Burgerzaken', goals: 'De balie vraagt niet meer dan nodig, en elke vernietiging staat in het dossier.', means: 'Vier uur per week van de contactpersoon privacy.', budget: 2500, activities: [['Training voor de balie', -150, 'done'], ['Oude dossiers nalopen', 20, 'planned']], last: 'Acht van de negen processen nagelopen; identiteitsbewijzen worden niet meer gekopieerd.', judged: 'Het college' },
      { department: 'Werk en Inkomen', goals: 'Alleen de stukken die nodig zijn voor het besluit.', means: 'Zes uur per week en een halve dag ondersteuning van juridische zaken.', activities: [['Formulieren korter maken', -60, 'done'], ['Toegang tot dossiers nalopen', 35, 'planned']], last: 'Het eerste jaar met een plan; begonnen met het formulier voor bijzondere bijstand.', judged: 'Het college' },
      { department: 'Bedrijfsvoering', goals: 'Elke nieuwe leverancier heeft een overeenkomst voordat hij begint.', means: 'Inkoop en juridische zaken, binnen de vaste uren.', activities: [['Inkoopformulier aanpassen', 30, 'planned']], last: 'Van 21 verwerkers hebben er 19 een overeenkomst.' },
    ],
  },
  lekhoven: {
    statements: [
      { norm: 'N-10', stands: 'not_met', by: 'officer', ago: 20, text: 'Van drie mensen die worden ingehuurd, ontbreekt de getekende verklaring.' },
      { norm: 'N-58', stands: 'met', by: 'dpo', ago: 90, text: 'In alle dertig sjablonen van brieven staat waar iemand leest wat wij met gegevens doen en welke rechten er zijn.' },
      { norm: 'N-18', stands: 'attention', by: 'dpo', ago: 130, text: 'In twee van vijf bekeken dossiers stond niet wie had meegekeken bij het zoeken van de grens.' },
      { norm: 'N-37', stands: 'met', by: 'iso', ago: 45, text: 'Back-up elke dag; terugzetten is in september geoefend.' },
      { norm: 'N-35', stands: 'met', by: 'officer', ago: 410, text: 'Communicatieplan vastgesteld.' },
    ],
    measures: [
      { name: 'Jaarplan voor elke afdeling', norms: ['N-11'], department: 'Bedrijfsvoering', owner: 'Pieter-Jan Kuipershoek', made: 80, due: -14, phase: 'do', kind: 'recurring', approach: 'Een vast model van één bladzijde; de privacy officer helpt bij het invullen.' },
      { name: 'Vast formulier voor het zoeken van de grens', norms: ['N-18', 'N-29'], department: 'Sociale Zaken', owner: 'Ahmet Yildizhan', made: 110, due: 30, phase: 'check', approach: 'Wie kijkt mee, waarom, en wat is de uitkomst.', result: 'Sinds de zomer gebruikt in acht van de tien zaken.' },
      { name: 'Standaardbrieven voor elk recht', norms: ['N-21'], department: 'Publiekszaken', owner: 'Marloes Tiggelaar', made: 15, due: 90, phase: 'plan', approach: 'Begin met inzage en rectificatie.' },
      { name: 'Autorisaties na een andere functie intrekken', norms: ['N-53', 'N-27'], department: 'Personeel', owner: 'Pieter-Jan Kuipershoek', made: 220, due: 15, phase: 'act', kind: 'recurring', approach: 'Personeel meldt elke wijziging dezelfde dag aan ICT.', result: 'Van twaalf wijzigingen zijn er elf op tijd verwerkt.', followUp: 'De melding gaat voortaan vanzelf uit het personeelssysteem.' },
    ],
    plans: [
      { department: 'Publiekszaken', goals: 'Op elk formulier staat waarom wij iets vragen.', means: 'Vier uur per week.', activities: [['Formulieren nalopen', -40, 'done'], ['Instructie voor de balie', 45, 'planned']], last: 'Twee formulieren korter gemaakt.', judged: 'Het college' },
      { department: 'Sociale Zaken', goals: 'Afwegingen staan in het dossier, ook als het snel moet.', means: 'Een vaste aandachtsfunctionaris, acht uur per week.', budget: 6000, activities: [['Formulier invoeren', -95, 'done'], ['Dossiers bekijken', 50, 'planned']], last: 'Geen plan vorig jaar.' },
    ],
  },
  'ict-maasdal': {
    statements: [
      { norm: 'M-04', stands: 'attention', by: 'officer', ago: 55, text: 'Plannen en doen gaat goed; toetsen gebeurt nog niet bij elke maatregel.' },
      { norm: 'M-03', stands: 'met', by: 'officer', ago: 100, text: 'Alle nieuwe medewerkers van dit jaar hebben getekend en de uitleg gehad.' },
      { norm: 'M-20', stands: 'met', by: 'officer', ago: 25, text: 'De gedragscode is dit jaar met alle teams besproken.' },
      { norm: 'M-19', stands: 'attention', by: 'iso', ago: 160, text: 'Van de BIO zijn twee maatregelen nog in uitvoering.' },
    ],
    measures: [
      { name: 'Elke maatregel krijgt een datum waarop wij haar nagaan', norms: ['M-04'], department: 'Bedrijfsbureau', owner: 'Thea Lommerdal', made: 50, due: 20, phase: 'do', kind: 'recurring', approach: 'De datum staat vanaf nu in het verslag van het overleg.' },
      { name: 'Logboeken van beheerders elke maand bekijken', norms: ['M-10', 'M-19'], department: 'Beveiliging', owner: 'Harm Roerdink-Visch', made: 130, due: -3, phase: 'check', kind: 'recurring', approach: 'Steekproef van tien acties per maand, samen met een deelnemer.', result: 'Drie maanden gedaan; één actie zonder melding, die is besproken.' },
      { name: 'Instructies van deelnemers op één plek', norms: ['M-12'], department: 'Servicedesk', owner: 'Elske Donkervliet', made: 9, due: 60, phase: 'plan', approach: 'Van de postbus naar het register.' },
    ],
    plans: [
      { department: 'Servicedesk', goals: 'Niemand krijgt iets te horen voordat vaststaat wie belt.', means: 'Twee uur per week en een training.', activities: [['Training aan de telefoon', -70, 'done']], last: 'Belscript aangepast.', judged: 'Het dagelijks bestuur' },
      { department: 'Beveiliging', goals: 'Alle back-ups versleuteld en één keer teruggezet.', means: 'Binnen de vaste uren.', activities: [['Terugzetten oefenen', 25, 'planned']] },
    ],
  },
  'ict-westerwaard': {
    statements: [
      { norm: 'W-10', stands: 'met', by: 'officer', ago: 210, text: 'Alle medewerkers hebben getekend of de eed afgelegd.' },
      { norm: 'W-17', stands: 'attention', by: 'iso', ago: 110, text: 'Van de BIO zijn drie maatregelen nog in uitvoering; zij staan in het plan voor dit jaar.' },
    ],
    measures: [
      { name: 'Bewijs van vernietiging opvragen bij de verwerker', norms: ['W-06'], department: 'Technisch Beheer', owner: 'Ayşe Karabulut', made: 16, due: 12, phase: 'do', approach: 'Navragen, en voortaan pas betalen als het bewijs er is.' },
      { name: 'Oefening: een melding van een deelnemer op vrijdagmiddag', norms: ['W-11'], department: 'Servicedesk', owner: 'Marcel Dijkgraaf-Roos', made: 95, due: -20, phase: 'check', approach: 'Een melding om vier uur, met een deelnemer erbij.', result: 'Binnen twee uur bij de deelnemer; de wachtdienst stond niet in de lijst.' },
      { name: 'Wachtdienst in de belijst', norms: ['W-11'], department: 'Servicedesk', owner: 'Marcel Dijkgraaf-Roos', made: 5, due: 30, phase: 'plan', approach: 'Vervolg op de oefening.' },
    ],
    plans: [
      { department: 'Technisch Beheer', goals: 'Van elk apparaat is bekend waar het is en wat ermee gebeurde.', means: 'Vier uur per week.', activities: [['Apparaten tellen', -30, 'done'], ['Bewijzen opvragen', 15, 'planned']], last: 'Uitgifte staat in het register; inname nog niet altijd.', judged: 'Het dagelijks bestuur' },
    ],
  },
  postwijzer: {
    statements: [
      { norm: 'P-05', stands: 'met', by: 'iso', ago: 260, text: 'Audit gedaan in het voorjaar; het verslag is met de directie besproken.', document: 'Auditverslag' },
      { norm: 'P-09', stands: 'met', by: 'officer', ago: 140, text: 'Geheimhouding staat in alle contracten.' },
      { norm: 'P-11', stands: 'attention', by: 'iso', ago: 33, text: 'Back-ups lopen; de derde kopie buiten het pand ontbrak twee weken.' },
      { norm: 'P-26', stands: 'not_met', by: 'officer', ago: 27, text: 'De drukker ziet adressen. Daar is een overeenkomst mee, maar het beleid zegt: alleen eigen mensen.' },
    ],
    measures: [
      { name: 'Derde kopie van de back-up bewaken', norms: ['P-11'], department: 'Kantoor', owner: 'Stijn Kwakernaat', made: 30, due: 10, phase: 'check', kind: 'recurring', approach: 'Een bericht als de kopie een dag ontbreekt.', result: 'Sinds drie weken elke dag een kopie.' },
      { name: 'Beleid aanpassen: ook verwerkers met een overeenkomst', norms: ['P-26'], department: 'Kantoor', owner: 'Ingeborg Matena', made: 25, due: 45, phase: 'plan', approach: 'Voorstel voor de directie, met advies van de privacy officer.' },
      { name: 'Toestemming vastleggen met de verklaring die toen gold', norms: ['P-08'], department: 'Campagnes', owner: 'Floris Tielbeek', made: 75, due: -5, phase: 'do', approach: 'Bij elke inschrijving bewaren wij de versie van de verklaring.' },
    ],
    plans: [
      { department: 'Campagnes', goals: 'Van elke inschrijving is te zien waarvoor iemand toestemming gaf.', means: 'Eén dag per week van de beheerder.', budget: 4000, activities: [['Formulieren ombouwen', 20, 'planned']], last: 'Begonnen met de nieuwsbrief.', judged: 'De directie' },
    ],
  },
}
