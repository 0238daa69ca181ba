// Questions asked: what colleagues of the demo world wanted to know, and what the triangle answered. All of it is invented; what it says of the law is true.
import type { OrganisationKind } from '../ground/scope.ts'
import type { fields } from '../registers/questions/declaration.ts'
import type { InputOf } from '../register-kit/field-types.ts'

/** `asked` and `answered`: days ago; not answered: still open. `shared` unless it stays with who asked. */
export type QuestionSketch = {
  readonly title: string
  readonly subject: NonNullable<InputOf<typeof fields>['subject']>
  readonly question: string
  readonly asked: number
  readonly reply?: { readonly by: 'dpo' | 'officer' | 'ciso'; readonly answered: number; readonly answer: string; readonly sources: string; readonly isShared: boolean }
}

export function questionsOf(kind: OrganisationKind): readonly QuestionSketch[] {
  if (kind === 'municipality') return [...everywhere, ...inTownHall]
  return kind === 'firm' ? [...everywhere, ...inFirm] : [...everywhere, ...forOthers]
}

const everywhere: readonly QuestionSketch[] = [
  {
    title: 'Is een brief in de verkeerde envelop een datalek?', subject: 'breaches', question: 'Een brief voor de een zat in de envelop van een ander. Die ander belde en stuurt hem terug. Moet ik dit melden?', asked: 330,
    reply: { by: 'officer', answered: 329, isShared: true, sources: 'art. 4 onder 12 en art. 33 AVG', answer: '**Ja, meld het altijd intern.** Persoonsgegevens zijn bij de verkeerde terechtgekomen; dat is een datalek, ook als de brief terugkomt. Of het naar de Autoriteit Persoonsgegevens moet, hangt af van het risico. Dat wegen wij. Elk datalek komt in ons register.' },
  },
  {
    title: 'Hoe lang bewaar ik brieven van sollicitanten?', subject: 'retention', question: 'De vacature is vervuld. Mag ik de brieven houden voor een volgende keer?', asked: 210,
    reply: { by: 'officer', answered: 208, isShared: true, sources: 'art. 5 lid 1 onder e en art. 6 lid 1 onder a AVG', answer: 'Wis ze **uiterlijk vier weken** na het einde van de procedure. Wilt u iemand later benaderen? Vraag toestemming; dan mag het tot een jaar. De Autoriteit Persoonsgegevens noemt deze termijnen redelijk.' },
  },
  {
    title: 'Mag een groepsfoto van het personeelsfeest op intranet?', subject: 'images', question: 'Iedereen staat er vrolijk op, maar ik heb niemand iets gevraagd.', asked: 150,
    reply: { by: 'dpo', answered: 148, isShared: true, sources: 'art. 4 onder 11, art. 6 lid 1 onder a en art. 7 AVG', answer: 'Alleen van collega’s die **ja** zeiden. Toestemming aan een werkgever is niet vanzelf vrij: maak duidelijk dat nee zeggen geen gevolgen heeft, en haal een foto meteen weg als iemand van gedachten verandert.' },
  },
  {
    title: 'Moet ik mijn leidinggevende vertellen wat ik mankeer?', subject: 'special', question: 'Ik heb mij ziek gemeld en krijg vragen over de oorzaak.', asked: 60,
    reply: { by: 'dpo', answered: 59, isShared: false, sources: 'art. 9 lid 1 AVG en art. 30 lid 1 UAVG', answer: 'Nee. Uw leidinggevende mag vragen hoe lang u denkt weg te zijn, hoe u te bereiken bent en welk werk moet worden overgenomen. Naar aard en oorzaak mag alleen de bedrijfsarts vragen.' },
  },
  { title: 'Mag ik een AI-hulp een verslag laten samenvatten?', subject: 'security', question: 'In het verslag staan namen. De dienst staat op internet en is gratis.', asked: 2 },
]

const inTownHall: readonly QuestionSketch[] = [
  {
    title: 'Mag ik aan de balie een kopie van een paspoort maken?', subject: 'special', question: 'Voor het dossier zou het handig zijn.', asked: 280,
    reply: { by: 'dpo', answered: 279, isShared: true, sources: 'art. 5 lid 1 onder c AVG en art. 46 UAVG', answer: '**Nee.** Kijken mag, een kopie is bijna nooit nodig. Op het paspoort staan een foto en het BSN. Noteer zo nodig soort en nummer van het document. Zie de werkinstructie.' },
  },
  {
    title: 'De politie belt voor een adres. Mag ik het geven?', subject: 'sharing', question: 'De agent zegt dat het haast heeft.', asked: 120,
    reply: { by: 'officer', answered: 119, isShared: true, sources: 'art. 6 lid 1 onder c en d AVG en art. 126nc Wetboek van Strafvordering', answer: 'Niet aan de telefoon. Vraag om een **schriftelijke vordering** en bel ons; dan is er een wettelijke plicht. Is er acuut gevaar voor een leven, dan mag u meteen helpen; schrijf op wie, wat en waarom.' },
  },
  {
    title: 'Mag een BSN in een mail aan de zorgaanbieder?', subject: 'special', question: 'De aanbieder vraagt erom voor de declaratie.', asked: 45,
    reply: { by: 'ciso', answered: 44, isShared: true, sources: 'art. 32 AVG en art. 46 UAVG', answer: 'Voor de declaratie van jeugdhulp en Wmo regelt de wet dat het BSN wordt gebruikt. Stuur het dan via het berichtenverkeer of met beveiligde mail, nooit in het onderwerp.' },
  },
  { title: 'Kan een wijkteam zien dat iemand schulden heeft?', subject: 'sharing', question: 'De hulpverlener zegt dat het helpt om het hele plaatje te kennen.', asked: 16 },
]

const forOthers: readonly QuestionSketch[] = [
  {
    title: 'Een gemeente vraagt logging van één medewerker. Mag ik die geven?', subject: 'sharing', question: 'De teamleider mailde mij rechtstreeks.', asked: 190,
    reply: { by: 'officer', answered: 188, isShared: true, sources: 'art. 28 lid 3 onder a en art. 29 AVG', answer: 'Alleen op **schriftelijke opdracht** van de deelnemer, via de afgesproken contactpersoon. Wij zijn verwerker en handelen naar instructie; leg die vast bij de melding. Of het onderzoek mag, weegt de gemeente zelf.' },
  },
  {
    title: 'Mag ik productiegegevens gebruiken om te testen?', subject: 'security', question: 'De leverancier zegt dat de fout alleen daarmee te vinden is.', asked: 95,
    reply: { by: 'ciso', answered: 93, isShared: true, sources: 'art. 5 lid 1 onder b en c, art. 25 en art. 28 lid 3 onder a AVG', answer: 'In beginsel **niet**. Test met verzonnen gegevens. Kan de fout echt niet anders worden gevonden, dan vraagt u de deelnemer om een schriftelijke opdracht, werkt u in een afgeschermde omgeving en wist u na afloop.' },
  },
  { title: 'Mag ik meekijken op het scherm als er een dossier openstaat?', subject: 'allowed', question: 'De gebruiker vindt het goed, maar ik zie dan ook gegevens van inwoners.', asked: 14 },
]

const inFirm: readonly QuestionSketch[] = [
  {
    title: 'Mag ik klanten mailen over een nieuw product?', subject: 'allowed', question: 'Zij hebben eerder bij ons gekocht.', asked: 170,
    reply: { by: 'officer', answered: 169, isShared: true, sources: 'art. 11.7 lid 3 Tw en art. 21 lid 2 AVG', answer: '**Ja**, over eigen en soortgelijke producten, als de klant het adres bij een aankoop gaf en zich toen én in elke mail gratis kan afmelden. Controleer eerst de lijst “geen reclame”.' },
  },
  {
    title: 'Mogen wij telefoongesprekken opnemen om van te leren?', subject: 'images', question: 'Mijn team wil oefenen met echte gesprekken.', asked: 85,
    reply: { by: 'dpo', answered: 84, isShared: true, sources: 'art. 6 lid 1 onder f en art. 13 AVG', answer: 'Dat kan op gerechtvaardigd belang, als u het belang van de klant meeweegt en vastlegt: zeg het vooraf, laat de klant weigeren, neem er weinig op en wis ze snel. Met een verzonnen gesprek leert u vaak evenveel.' },
  },
  { title: 'Mag een opdrachtgever de lijst met afmeldingen krijgen?', subject: 'sharing', question: 'Hij wil zelf weten wie niet meer wil.', asked: 6 },
]
