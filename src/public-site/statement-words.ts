// Statement words: the privacy statement as a whole, from what is told of each processing activity and what the organisation wrote itself (art. 13 en 14 AVG; H-08, H-10, H-11). Pure.
import { currentLanguage, t } from '../ground/words.ts'
import { sayCell } from '../register-kit/say-value.ts'
import { fields } from '../registers/processing-activities/declaration.ts'
import type { PublicText } from '../registers/public-texts/declaration.ts'
import { type NoticeSource, ownText } from './notice-words.ts'
import { link, list, own, type Piece, type Run, text } from './pieces.ts'
import { basesIn, complaintPiece, dpoPiece, objectionPiece, rightsPiece, sayContact, type SiteFacts } from './shared-words.ts'

export type StatementSource = {
  readonly notices: readonly NoticeSource[]
  /** In the order in which they stand. */
  readonly paragraphs: readonly PublicText[]
  /** There is processing that doesn't stand in the public register, or that is done for others. */
  readonly hasHidden: boolean
  readonly isForOthers: boolean
}

export function statementPieces({ notices, paragraphs, hasHidden, isForOthers }: StatementSource, site: SiteFacts): Piece[] {
  const gdpr = notices.filter(({ input }) => input.regime !== 'police')
  const inputs = gdpr.map(({ input }) => input)
  return [
    ...paragraphs.filter(({ place }) => place === 'introduction').map(paragraphPiece), whoPiece(site), dpoPiece(site), whatPiece(notices, hasHidden, isForOthers), ...(notices.length === 0 ? [] : [
      basesPiece(gdpr), categoriesPiece(notices), recipientsPiece(notices), transfersPiece(notices), retentionPiece(site), automatedPiece(notices),
    ]),
    ...objectionPiece(inputs, site), rightsPiece(inputs, site), complaintPiece(site), cookiesPiece(site), ...paragraphs.filter(({ place }) => place === 'section').map(paragraphPiece),
  ]
}

function paragraphPiece({ name, name_en, text: nl, text_en }: PublicText, index: number): Piece {
  const isEnglish = currentLanguage() === 'en' && name_en !== null
  return { key: `eigen-${index + 1}`, heading: (isEnglish ? name_en : name) ?? '', ...(isEnglish ? {} : { isOwn: true }), parts: nl === null ? [] : [ownText(nl, text_en)] }
}

function whoPiece(site: SiteFacts): Piece {
  const contact = sayContact(site)
  return {
    key: 'verantwoordelijke', heading: t('Wie wij zijn', 'Who we are'), tells: ['controller'], ...(contact.length === 0 ? { lacks: ['controller'] } : {}),
    parts: [text(t(`${site.name} gebruikt persoonsgegevens en is daarvoor verantwoordelijk. `, `${site.name} uses personal data and is responsible for that. `), ...contact), ...(site.kind === 'firm' ? [] : [text(t('Welk bestuursorgaan verantwoordelijk is, staat bij elke verwerking.', 'Which governing body is responsible is told with each processing activity.'))])],
  }
}

function whatPiece(notices: readonly NoticeSource[], hasHidden: boolean, isForOthers: boolean): Piece {
  return {
    key: 'waarvoor', heading: t('Waarvoor wij gegevens gebruiken', 'What we use data for'), tells: ['purposes'], ...(notices.length === 0 ? { lacks: ['purposes'] } : {}),
    parts: [
      text(notices.length === 0 ? t('In ons openbare register staat nog geen verwerking.', 'Our public register holds no processing activity yet.')
        : t(`${notices.length === 1 ? 'Hieronder staat de enige verwerking' : `Hieronder staan alle ${notices.length} verwerkingen`} uit ons openbare register. Bij elk leest u waarvoor wij gegevens gebruiken, welke gegevens dat zijn, van wie wij ze krijgen, met wie wij ze delen en hoe lang wij ze bewaren.`,
          `Below ${notices.length === 1 ? 'is the only processing activity' : `are all ${notices.length} processing activities`} of our public register. With each you read what we use data for, which data these are, whom we get them from, whom we share them with and how long we keep them.`)),
      ...(hasHidden ? [text(t('Niet alles staat hier: van een deel van ons werk maken wij de beschrijving niet openbaar. Gaat het om u, dan kunt u er wel naar vragen.', 'Not everything is here: of a part of our work we don’t make the description public. If it is about you, you may ask.'))] : []),
      ...(isForOthers ? [text(t('Wij gebruiken ook gegevens in opdracht van andere organisaties. Die zijn daar zelf verantwoordelijk voor; hun privacyverklaring geldt dan.', 'We also use data on behalf of other organisations. They are responsible for that themselves; their privacy statement holds then.'))] : []),
    ],
  }
}

function basesPiece(notices: readonly NoticeSource[]): Piece {
  const labels = counted(notices, ({ input, lookups }) => input.legal_bases.map(({ basis }) => sayCell(fields.legal_bases.columns.basis, basis, lookups)))
  const keys = basesIn(notices.map(({ input }) => input))
  const interested = notices.filter(({ input }) => input.legal_bases.some(({ basis }) => basis === 'legitimate-interest'))
  return {
    key: 'grondslagen', heading: t('Waarom dat mag', 'Why that is allowed'), tells: ['basis', ...(interested.length > 0 ? ['interests' as const] : []), ...(keys.has('consent') ? ['consent' as const] : [])], ...(labels.length === 0 ? { lacks: ['basis'] } : {}),
    parts: [
      text(t('Wij mogen gegevens alleen gebruiken als er een reden voor is die in de wet staat (art. 6 AVG). Dit zijn onze redenen, met in hoeveel verwerkingen ze gelden:', 'We may use data only for a reason that is in the law (art. 6 GDPR). These are our reasons, with in how many processing activities they hold:')), list(...labels.map((label) => [label])),
      ...(interested.length > 0 ? [text(t('Een eigen belang is de reden bij: ', 'An interest of our own is the reason for: '), ...names(interested), t('. Welk belang dat is, staat daar.', '. Which interest that is, is told there.'))] : []),
      ...(keys.has('consent') ? [text(t('Gaf u toestemming? Dan mag u die altijd weer intrekken.', 'Did you give consent? Then you may always withdraw it.'))] : []),
    ],
  }
}

function categoriesPiece(notices: readonly NoticeSource[]): Piece {
  const data = counted(notices, ({ input, lookups }) => input.data_categories.map((key) => lookups.terms.get(fields.data_categories.catalogue)?.get(key)?.label ?? key))
  const sources = counted(notices, ({ input, lookups }) => input.sources.filter((key) => key !== 'data-subject').map((key) => lookups.terms.get(fields.sources.catalogue)?.get(key)?.label ?? key))
  return {
    key: 'gegevens', heading: t('Welke gegevens, en van wie wij ze krijgen', 'Which data, and whom we get them from'), tells: ['categories', 'sources', 'provision'], ...(data.length === 0 ? { lacks: ['categories'] } : {}),
    parts: [
      text(t('Deze soorten gegevens gebruiken wij, met in hoeveel verwerkingen:', 'We use these kinds of data, with in how many processing activities:')), list(...data.map((one) => [one])),
      ...(sources.length === 0 ? [text(t('Wij krijgen ze volgens ons register van u zelf.', 'By our register we get them from you.'))] : [text(t('Krijgen wij ze niet van u zelf, dan krijgen wij ze van:', 'If we don’t get them from you, we get them from:')), list(...sources.map((one) => [one]))]),
      text(t('Of u de gegevens moet geven en wat er gebeurt als u dat niet doet, staat bij elke verwerking.', 'Whether you must give the data, and what happens if you don’t, is told with each processing activity.')),
    ],
  }
}

function recipientsPiece(notices: readonly NoticeSource[]): Piece {
  const kinds = counted(notices, ({ input, lookups }) => input.recipients.map(({ recipient, name }) => sayCell(fields.recipients.columns.recipient, recipient, lookups) || name || ''))
  const withProcessor = notices.filter(({ input }) => input.processors.length > 0).length
  return {
    key: 'ontvangers', heading: t('Met wie wij gegevens delen', 'Whom we share data with'), tells: ['recipients'],
    parts: [
      ...(kinds.length === 0 ? [text(t('Volgens ons register delen wij geen gegevens met anderen.', 'By our register we don’t share data with others.'))] : [text(t('Wij delen gegevens alleen als dat nodig is en mag. Dat doen wij met:', 'We share data only where needed and allowed. We do so with:')), list(...kinds.map((one) => [one]))]),
      ...(withProcessor > 0 ? [text(t(`Bij ${withProcessor} ${withProcessor === 1 ? 'verwerking' : 'verwerkingen'} werkt een bedrijf voor ons. Welk bedrijf dat is, staat bij de verwerking.`, `In ${withProcessor} processing ${withProcessor === 1 ? 'activity' : 'activities'} a company works for us. Which company that is, is told with the processing activity.`))] : []),
    ],
  }
}

function transfersPiece(notices: readonly NoticeSource[]): Piece {
  const { country, instrument } = fields.transfers.columns
  const found = notices.flatMap(({ input, lookups }) => input.transfers.map((row): Run[] => [sayCell(country, row.country, lookups) || t('een ander land', 'another country'), ...(row.instrument ? [`, ${t('waarborg', 'safeguard')}: ${sayCell(instrument, row.instrument, lookups)}`] : []), ' (', own(input.name ?? ''), ')']))
  return {
    key: 'doorgifte', heading: t('Gegevens buiten Europa', 'Data outside Europe'), tells: ['transfers'], ...(notices.some(({ input }) => input.transfers.some((row) => row.instrument === null)) ? { lacks: ['transfers'] } : {}),
    parts: found.length === 0 ? [text(t('Volgens ons register gaan er geen gegevens naar een land buiten de Europese Economische Ruimte.', 'By our register no data go to a country outside the European Economic Area.'))]
      : [text(t('Soms gaan gegevens naar een land buiten de Europese Economische Ruimte:', 'Sometimes data go to a country outside the European Economic Area:')), list(...found)],
  }
}

function retentionPiece({ kind }: SiteFacts): Piece {
  return {
    key: 'bewaartermijn', heading: t('Hoe lang wij gegevens bewaren', 'How long we keep data'), tells: ['retention'],
    parts: [text(t('Wij bewaren gegevens niet langer dan nodig is, of dan de wet zegt. Hoe lang dat is, staat bij elke verwerking.', 'We don’t keep data longer than needed, or than the law says. How long that is, is told with each processing activity.'),
      kind === 'firm' ? '' : t(' Wij volgen daarbij de Archiefwet en de selectielijst.', ' We follow the Archives Act and the selection list.'))],
  }
}

function automatedPiece(notices: readonly NoticeSource[]): Piece {
  const deciding = notices.filter(({ input }) => input.automated_decisions === true)
  const profiling = notices.filter(({ input }) => input.profiling === true)
  const unknown = notices.filter(({ input }) => input.automated_decisions === null).length
  return {
    key: 'automatisch', heading: t('Besluiten door een computer', 'Decisions by a computer'), tells: ['automated'], ...(unknown > 0 || deciding.some(({ input }) => input.automated_logic === null) ? { lacks: ['automated'] } : {}),
    parts: [
      text(...(deciding.length === 0 ? [t('Volgens ons register neemt geen computer een besluit over u zonder dat een mens meekijkt.', 'By our register no computer takes a decision about you without a person looking.')]
        : [t('Een computer beslist zonder mens bij: ', 'A computer decides without a person in: '), ...names(deciding), t('. Hoe dat gaat en wat het voor u betekent, staat daar.', '. How that goes and what it means for you is told there.')])),
      ...(unknown > 0 ? [text(t(`Bij ${unknown} van de ${notices.length} verwerkingen staat dat nog niet in ons register.`, `For ${unknown} of the ${notices.length} processing activities that isn’t in our register yet.`))] : []),
      ...(profiling.length > 0 ? [text(t('Profielen maken wij bij: ', 'We make profiles in: '), ...names(profiling), '.')] : []),
    ],
  }
}

function cookiesPiece({ base }: SiteFacts): Piece {
  return { key: 'cookies', heading: t('Cookies op deze site', 'Cookies on this site'), parts: [text(t('Deze pagina’s gebruiken alleen cookies die nodig zijn, en pas als u iets kiest. Niemand telt of volgt u. ', 'These pages use only cookies that are needed, and only when you choose something. Nobody counts or follows you. '), link(t('Welke cookies dat zijn', 'Which cookies these are'), `${base}/cookies`), '.')] }
}

function names(notices: readonly NoticeSource[]): Run[] {
  return notices.flatMap(({ input }, index) => [...(index === 0 ? [] : [', ']), own(input.name ?? '')])
}

/** Labels with in how many notices they occur, the most first: `Naam (12)`. */
function counted(notices: readonly NoticeSource[], labelsOf: (notice: NoticeSource) => readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const notice of notices) for (const label of new Set(labelsOf(notice).filter(Boolean))) counts.set(label, (counts.get(label) ?? 0) + 1)
  return [...counts].toSorted(([one, first], [other, second]) => second - first || one.localeCompare(other)).map(([label, count]) => `${label} (${count})`)
}
