// An unfriendly register: a workbook as towns keep them, with everything that makes an import hard. All of it is invented.
import { type SheetCell, workbook } from './workbooks.ts'

/** What the workbook holds on purpose, so that a test knows what to look for. */
export type Unfriendly = {
  readonly bytes: Buffer
  readonly sheet: string
  readonly headingRow: number
  /** Numbers that stand on two rows. */
  readonly duplicates: readonly string[]
  /** Names, as they would be read, of every row. */
  readonly names: readonly string[]
}

/**
 * A sheet “Register ” between an explanation and a hidden scrap sheet: a title and a remark above the headings, departments merged over
 * their rows, dates in seven notations, terms in twelve, lists by comma, semicolon, line and bullet, typos, spaces at the edges, double numbers,
 * formulas, text that looks like a formula, and rows with a hole where the law wants a value. Made the same way each time.
 */
export function unfriendlyRegister(rows = 500): Unfriendly {
  const names: string[] = []
  const numbers: string[] = []
  const duplicates: string[] = []
  const body: SheetCell[][] = []
  const merges = ['A1:F1']
  const hiddenRows: number[] = []
  const headingRow = 4
  let department = 0
  let top = 0
  for (let index = 0; index < rows; index++) {
    const isFirst = index === top
    if (isFirst) {
      const size = Math.min(3 + (department * 5) % 9, rows - index)
      if (size > 1) merges.push(`A${headingRow + 1 + index}:A${headingRow + index + size}`)
      top = index + size
    }
    const task = pick(tasks, index)
    const name = `${task.name}${index < tasks.length ? '' : ` ${pick(areas, Math.floor(index / tasks.length) - 1)}${index < tasks.length * (areas.length + 1) ? '' : ` ${Math.floor(index / tasks.length)}`}`}`
    const isDouble = index > 0 && index % 97 === 0
    const number = isDouble ? numbers[index - 1]! : `V-${String(index + 1).padStart(3, '0')}`
    if (isDouble) duplicates.push(number)
    names.push(name)
    numbers.push(number)
    if (index % 83 === 40) hiddenRows.push(headingRow + 1 + index)
    body.push([
      isFirst ? pick(departments, department++) : null,
      index % 41 === 7 ? { t: 's', v: number, f: `"${number.slice(0, 2)}"&"${number.slice(2)}"` } : number,
      spaced(name, index),
      index % 59 === 11 ? `=${task.purpose}` : index % 29 === 3 ? '' : task.purpose,
      index % 31 === 5 ? '' : list(task.subjects, index),
      list(task.data, index + 1),
      index % 37 === 9 ? 'nvt' : spell(task.basis, index),
      index % 23 === 4 ? '' : task.law,
      index % 19 === 6 ? 'n.v.t.' : list(task.recipients, index + 2),
      pick(['geen', 'nee', 'Nee', 'n.v.t.', '-', 'nee', 'VS (leverancier)', ''], index * 3),
      pick(terms, index),
      pick(['ja', 'Ja ', 'J', 'x', 'nee', 'N', '', 'onbekend', 'Nee, nog doen'], index),
      day(index),
      index % 53 === 12 ? 'misschien' : pick(['Ja', 'nee', 'NEE', 'x', ''], index * 2),
    ])
    // A blank line between blocks, as people leave them, would break the merged cells, so it stands at the very end only.
  }
  const bytes = workbook([
    { name: 'Toelichting', rows: [['Lees dit eerst'], ['Vul per verwerking één regel in. Vragen? Loop even langs.'], ['Afdeling', 'Aanspreekpunt'], ['Burgerzaken', 'balie 3']] },
    { name: sheet, rows: [
      ['Register van verwerkingsactiviteiten gemeente Zilverduin (concept, niet verspreiden)'],
      ['Laatst bijgewerkt: zie kolom M. Rood = nog doen.'],
      [],
      ['Afdeling ', 'Nr.', 'Naam verwerking', 'Doel(en) van de verwerking', 'Categorieën van\nbetrokkenen', 'Soort persoonsgegevns', 'Rechtmatige grondslag', 'Wettelijke bepaling', 'Ketenpartners / ontvangers', 'Doorgifte buiten EU?', 'Bewaartermijn', 'Gepubliceerd (openbaar)', 'Datum DPIA', 'DPIA verplicht?'],
      ...body, [], [null, 'Totaal', { t: 'n', v: rows, f: `COUNTA(C${headingRow + 1}:C${headingRow + rows})` }],
    ], merges, hiddenRows },
    { name: 'Kladblok', rows: [['oude lijst'], ['niet meer gebruiken']], isHidden: true },
  ])
  return { bytes, sheet, headingRow, duplicates, names }
}

/** The workbook alone. */
export async function makeUnfriendlyRegister(rows = 500): Promise<Buffer> {
  return unfriendlyRegister(rows).bytes
}

const sheet = 'Register '

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length]!
}

function spaced(text: string, index: number): string {
  return pick([text, `${text} `, `  ${text}`, text.replace(' ', '\u00a0'), text, `${text}\n`], index)
}

// One slip in so many cells: two letters changed places, or capitals everywhere.
function spell(text: string, index: number): string {
  if (index % 13 === 2 && text.length > 6) return `${text.slice(0, 4)}${text[5]}${text[4]}${text.slice(6)}`
  return index % 11 === 3 ? text.toUpperCase() : text
}

function list(terms: readonly string[], index: number): string {
  const spelled = terms.map((term, at) => spell(term, index + at))
  return pick([() => spelled.join(', '), () => spelled.join('; '), () => spelled.join('\n'), () => spelled.map((term) => `• ${term}`).join('\n'), () => `${spelled.join(';')};`, () => spelled.map((term) => `- ${term}`).join('\n')], index)()
}

// Seven notations, an impossible day, an American one, and nothing.
function day(index: number): SheetCell {
  const month = 1 + (index * 5) % 12
  const date = 1 + (index * 7) % 28
  const year = 2018 + index % 8
  const two = (value: number) => String(value).padStart(2, '0')
  const names = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december']
  return pick<() => SheetCell>([
    () => new Date(Date.UTC(year, month - 1, date)), () => `${date}-${month}-${year}`, () => `${two(date)}/${two(month)}/${year}`, () => `${year}-${two(month)}-${two(date)}`, () => `${two(date)}.${two(month)}.${String(year).slice(2)}`,
    () => `${date} ${names[month - 1]!} ${year}`, () => `${date} ${names[month - 1]!.slice(0, 3)}. ${year}`, () => Math.round(Date.UTC(year, month - 1, date) / 86_400_000) + 25_569,
    () => (index % 70 === 8 ? '31-02-2024' : null), () => (index % 70 === 9 ? '12/31/2024' : 'nvt'),
  ], index)()
}

const departments = ['Burgerzaken', 'Sociaal domein ', 'Belastingen', 'VTH', 'Personeel & Organisatie', 'burgerzaken', 'Openbare orde en veiligheid', 'Informatievoorziening', 'Juridische Zaken', 'Onbekend']
const areas = ['noord', 'zuid', 'oost', 'west', 'centrum', 'buitengebied', 'haven', 'dorpskern', 'strand', 'duinrand', 'polder', 'bedrijventerrein', 'jeugd', 'ouderen', 'digitaal', 'balie', 'archief', 'nazorg']
const terms = ['5 jaar', '5 jaar na beëindiging', '7 jr', '6 mnd', 'P1Y', 'V 10 jaar', 'Blijvend bewaren', 'zo lang als nodig', '20 (twintig) jaar na afloop van de maatregel', 'vijf jaar', '4 weken', '', 'conform Selectielijst 2020', '7 jaar (financieel), 2 jaar (overig)']

type Task = { name: string; purpose: string; subjects: string[]; data: string[]; basis: string; law: string; recipients: string[] }
const duty = 'wettelijke verplichting'
const publicTask = 'taak van algemeen belang'
const tasks: readonly Task[] = [
  { name: 'Aanvragen paspoort en identiteitskaart', purpose: 'Reisdocumenten verstrekken aan inwoners die daar recht op hebben.', subjects: ['inwoners'], data: ['NAW-gegevens', 'BSN', 'pasfoto', 'vingerafdrukken'], basis: duty, law: 'Paspoortwet, art. 26', recipients: ['RvIG'] },
  { name: 'Bijhouden basisregistratie personen', purpose: 'De gegevens van inwoners actueel houden.', subjects: ['inwoners', 'oud-inwoners'], data: ['NAW-gegevens', 'geboortedatum', 'BSN', 'nationaliteit'], basis: duty, law: 'Wet BRP', recipients: ['Belastingdienst', 'RDW', 'SVB'] },
  { name: 'Maatwerk Wmo', purpose: 'Beoordelen welke ondersteuning iemand nodig heeft, en die regelen.', subjects: ['cliënten', 'mantelzorgers'], data: ['NAW-gegevens', 'BSN', 'gezondheidsgegevens'], basis: publicTask, law: 'Wmo 2015, art. 5.1.1', recipients: ['zorgaanbieders', 'CAK'] },
  { name: 'Jeugdhulp', purpose: 'Jeugdhulp toewijzen en volgen.', subjects: ['jeugdigen', 'ouders'], data: ['NAW-gegevens', 'BSN', 'gezondheidsgegevens', 'gezinssituatie'], basis: publicTask, law: 'Jeugdwet, art. 7.4.0', recipients: ['jeugdhulpaanbieders'] },
  { name: 'Bijstand', purpose: 'Het recht op bijstand vaststellen en uitbetalen.', subjects: ['aanvragers', 'partners'], data: ['NAW-gegevens', 'BSN', 'financiële gegevens'], basis: duty, law: 'Participatiewet, art. 17', recipients: ['UWV', 'SVB', 'Inlichtingenbureau'] },
  { name: 'Schuldhulpverlening', purpose: 'Inwoners helpen om uit de schulden te komen.', subjects: ['inwoners met schulden'], data: ['NAW-gegevens', 'financiële gegevens', 'BSN'], basis: publicTask, law: 'Wgs, art. 8', recipients: ['schuldeisers'] },
  { name: 'Heffen onroerendezaakbelasting', purpose: 'Aanslagen opleggen en innen.', subjects: ['eigenaren', 'gebruikers'], data: ['NAW-gegevens', 'BSN', 'WOZ-waarde'], basis: publicTask, law: 'Gemeentewet, art. 220', recipients: ['Kadaster', 'deurwaarder'] },
  { name: 'Omgevingsvergunning', purpose: 'Aanvragen behandelen en besluiten bekendmaken.', subjects: ['aanvragers', 'belanghebbenden'], data: ['NAW-gegevens', 'e-mailadres', 'telefoonnummer'], basis: publicTask, law: 'Omgevingswet', recipients: ['omgevingsdienst'] },
  { name: 'Cameratoezicht uitgaansgebied', purpose: 'De openbare orde handhaven.', subjects: ['bezoekers', 'inwoners'], data: ['camerabeelden'], basis: publicTask, law: 'Gemeentewet, art. 151c', recipients: ['politie'] },
  { name: 'Salarisadministratie', purpose: 'Medewerkers betalen.', subjects: ['medewerkers'], data: ['NAW-gegevens', 'BSN', 'bankrekeningnummer', 'salarisgegevens'], basis: 'uitvoering van een overeenkomst', law: '', recipients: ['Belastingdienst', 'ABP'] },
  { name: 'Werving en selectie', purpose: 'Geschikte kandidaten vinden.', subjects: ['sollicitanten'], data: ['NAW-gegevens', 'cv', 'e-mailadres'], basis: 'toestemming', law: '', recipients: [] },
  { name: 'Nieuwsbrief', purpose: 'Inwoners op de hoogte houden.', subjects: ['abonnees'], data: ['e-mailadres'], basis: 'toestemming', law: '', recipients: ['verzendbureau'] },
  { name: 'Afvalpas', purpose: 'Afval inzamelen en de kosten eerlijk verdelen.', subjects: ['huishoudens'], data: ['adres', 'pasnummer', 'aantal stortingen'], basis: publicTask, law: 'Wet milieubeheer, art. 10.21', recipients: ['afvalinzamelaar'] },
  { name: 'Klachtbehandeling', purpose: 'Klachten zorgvuldig afhandelen.', subjects: ['klagers', 'medewerkers'], data: ['NAW-gegevens', 'inhoud van de klacht'], basis: duty, law: 'Awb, hoofdstuk 9', recipients: ['ombudsman'] },
  { name: 'Leerplicht', purpose: 'Toezien op schoolbezoek.', subjects: ['leerlingen', 'ouders'], data: ['NAW-gegevens', 'BSN', 'verzuimgegevens'], basis: duty, law: 'Leerplichtwet 1969', recipients: ['scholen', 'Openbaar Ministerie'] },
  { name: 'Parkeervergunning', purpose: 'Vergunningen verlenen en controleren.', subjects: ['inwoners', 'ondernemers'], data: ['NAW-gegevens', 'kenteken'], basis: publicTask, law: 'Gemeentewet, art. 225', recipients: ['RDW'] },
  { name: 'Bibob-onderzoek', purpose: 'Voorkomen dat de overheid criminaliteit helpt.', subjects: ['aanvragers', 'zakenpartners'], data: ['NAW-gegevens', 'strafrechtelijke gegevens', 'financiële gegevens'], basis: publicTask, law: 'Wet Bibob', recipients: ['Landelijk Bureau Bibob'] },
  { name: 'Toegangspassen stadhuis', purpose: 'Het gebouw beveiligen.', subjects: ['medewerkers', 'bezoekers'], data: ['naam', 'pasfoto', 'toegangstijden'], basis: 'gerechtvaardigd belang', law: '', recipients: ['beveiligingsbedrijf'] },
  { name: 'Huwelijk en partnerschap', purpose: 'Huwelijken voltrekken en registreren.', subjects: ['partners', 'getuigen'], data: ['NAW-gegevens', 'geboortedatum', 'BSN'], basis: duty, law: 'BW boek 1', recipients: [] },
  { name: 'Websitebezoek', purpose: 'De website verbeteren.', subjects: ['bezoekers'], data: ['IP-adres', 'bezochte pagina’s'], basis: 'gerechtvaardigd belang', law: '', recipients: ['leverancier van statistieken'] },
]
