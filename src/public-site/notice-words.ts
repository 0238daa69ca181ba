// Notice words: what citizens are told of one processing activity, in plain words from its frozen version: everything that art. 13 and 14 AVG ask (H-11, P-17). Pure.
import { currentLanguage, t } from '../ground/words.ts'
import { sayDuration } from '../page-kit/duration.ts'
import type { Lookups } from '../register-kit/entry.ts'
import { sayCell } from '../register-kit/say-value.ts'
import { type ActivityInput, fields } from '../registers/processing-activities/declaration.ts'
import type { PublicText } from '../registers/public-texts/declaration.ts'
import { type ElementKey, joined, link, list, own, type Part, type Piece, type Run, text } from './pieces.ts'
import { basesIn, complaintPiece, dpoPiece, objectionPiece, rightsPiece, sayContact, type SiteFacts } from './shared-words.ts'

/** One processing activity as it was frozen, with what the organisation wrote beside it. */
export type NoticeSource = { readonly id: string; readonly version: number; readonly input: ActivityInput; readonly lookups: Lookups; readonly beside: PublicText | undefined }

export function noticePieces(source: NoticeSource, site: SiteFacts): Piece[] {
  const { input, beside } = source
  const isPolice = input.regime === 'police'
  return [
    ...(beside?.text ? [{ key: 'toelichting', heading: spoken(beside.name, beside.name_en) ?? t('Toelichting', 'Explanation'), parts: [ownText(beside.text, beside.text_en)] }] : []),
    purposesPiece(source), basisPiece(source), dataPiece(source), sourcesPiece(source), ...(isPolice ? [] : [provisionPiece(source)]), recipientsPiece(source), transfersPiece(source, site), retentionPiece(source), automatedPiece(source),
    ...(isPolice ? [policeRights(site)] : [...objectionPiece([input], site), rightsPiece([input], site)]), complaintPiece(site), controllerPiece(source, site), dpoPiece(site),
  ]
}

/** What art. 13 and 14 ask and the register doesn't say, over all pieces. */
export function lacksOf(pieces: readonly Piece[]): ElementKey[] {
  return [...new Set(pieces.flatMap(({ lacks = [] }) => lacks))]
}

/** In the reader's language where there is one; else the Dutch words. */
function spoken(nl: string | null, en: string | null): string | undefined {
  return currentLanguage() === 'en' ? en ?? nl ?? undefined : nl ?? undefined
}

export function ownText(nl: string, en: string | null): Part {
  return currentLanguage() === 'en' && en !== null ? { kind: 'own', markdown: en, language: 'en' } : { kind: 'own', markdown: nl, language: 'nl' }
}

/** What somebody typed in one or two languages, as a run. */
function typedIn(nl: string | null, en: string | null): Run | undefined {
  if (currentLanguage() === 'en' && en !== null) return en
  return nl === null ? undefined : own(nl)
}

const unknown = () => t('Dit staat nog niet in ons register. Vraag het ons gerust.', 'This isn’t in our register yet. Feel free to ask us.')

function purposesPiece({ input }: NoticeSource): Piece {
  const purposes = input.purposes.flatMap(({ purpose }) => purpose ? [[own(purpose)]] : [])
  return {
    key: 'doelen', heading: t('Waarvoor wij uw gegevens gebruiken', 'What we use your data for'), tells: ['purposes'], ...(purposes.length === 0 ? { lacks: ['purposes'] } : {}),
    parts: purposes.length > 0 ? [list(...purposes)] : [text(unknown())],
  }
}

function basisPiece({ input, lookups, beside }: NoticeSource): Piece {
  if (input.regime === 'police') return { key: 'grondslag', heading: t('Waarom dat mag', 'Why that is allowed'), tells: ['basis'], parts: [text(t('Dit zijn politiegegevens. Daarvoor geldt de Wet politiegegevens (Wpg). Grondslag: ', 'These are police data. The Police Data Act (Wpg) holds for them. Basis: '), sayCell(fields.police_basis, input.police_basis, lookups) || unknown())] }
  const bases = input.legal_bases.filter(({ basis }) => basis !== null)
  const keys = basesIn([input])
  const interest = typedIn(beside?.interest ?? null, beside?.interest_en ?? null) ?? bases.flatMap(({ basis, explanation }) => basis === 'legitimate-interest' && explanation ? [own(explanation)] : [])[0]
  const columns = fields.legal_bases.columns
  return {
    key: 'grondslag', heading: t('Waarom dat mag', 'Why that is allowed'), tells: ['basis', ...(keys.has('legitimate-interest') ? ['interests' as const] : []), ...(keys.has('consent') ? ['consent' as const] : [])],
    lacks: [...(bases.length === 0 ? ['basis' as const] : []), ...(keys.has('legitimate-interest') && !interest ? ['interests' as const] : [])],
    parts: [
      bases.length === 0 ? text(unknown()) : list(...bases.map(({ basis, law, article, explanation }) => [
        ...joined(', ', [sayCell(columns.basis, basis, lookups), sayCell(columns.law, law, lookups), article && own(article)]), ...(explanation && basis !== 'legitimate-interest' ? ['. ', own(explanation)] : []),
      ])),
      ...(keys.has('legitimate-interest') ? [text(t('Ons belang: ', 'Our interest: '), interest ?? unknown())] : []),
      ...(keys.has('consent') ? [text(t('U mag uw toestemming altijd weer intrekken. Wat wij daarvoor al deden, blijft geldig.', 'You may always withdraw your consent. What we did before remains valid.'))] : []),
    ],
  }
}

function dataPiece({ input, lookups }: NoticeSource): Piece {
  const names = (key: 'data_categories' | 'subject_categories') => input[key].map((one) => lookups.terms.get(fields[key].catalogue)?.get(one)?.label ?? one)
  const [data, people] = [names('data_categories'), names('subject_categories')]
  const exceptions = input.special_exceptions.map(({ exception, national_article, explanation }) => joined(', ', [sayCell(fields.special_exceptions.columns.exception, exception, lookups), national_article && own(national_article), explanation && own(explanation)])).filter((runs) => runs.length > 0)
  const bsn = joined(', ', [sayCell(fields.bsn_law, input.bsn_law, lookups), input.bsn_necessity && own(input.bsn_necessity)])
  return {
    key: 'gegevens', heading: t('Welke gegevens, en van wie', 'Which data, and whose'), tells: ['categories'], ...(data.length === 0 ? { lacks: ['categories'] } : {}),
    parts: [
      ...(people.length > 0 ? [text(t('Het gaat om gegevens van: ', 'These are data of: '), people.join(', '), '.')] : []), data.length > 0 ? list(...data.map((one) => [one])) : text(unknown()), ...(input.data_note ? [text(own(input.data_note))] : []),
      ...(exceptions.length > 0 ? [text(t('Gevoelige gegevens mogen alleen met een uitzondering in de wet. Die is hier:', 'Sensitive data are allowed by an exception in the law only. Here that is:')), list(...exceptions)] : []),
      ...(bsn.length > 0 ? [text(t('Wij gebruiken uw burgerservicenummer (BSN). Dat mag op grond van: ', 'We use your citizen service number (BSN). That is allowed by: '), ...bsn)] : []),
    ],
  }
}

function sourcesPiece({ input, lookups }: NoticeSource): Piece {
  const said = (key: string) => lookups.terms.get(fields.sources.catalogue)?.get(key)?.label ?? key
  const others = input.sources.filter((key) => key !== 'data-subject')
  const isYours = input.sources.includes('data-subject')
  return {
    key: 'herkomst', heading: t('Van wie wij de gegevens krijgen', 'Whom we get the data from'), tells: ['sources'], ...(input.sources.length === 0 ? { lacks: ['sources'] } : {}),
    parts: [
      ...(input.sources.length === 0 ? [text(unknown())] : []), ...(isYours ? [text(others.length === 0 ? t('Van uzelf.', 'From you.') : t('Van uzelf, en van anderen:', 'From you, and from others:'))] : []),
      ...(!isYours && others.length > 0 ? [text(t('Niet van uzelf, maar van:', 'Not from you, but from:'))] : []), ...(others.length > 0 ? [list(...others.map((key) => [said(key)]))] : []), ...(input.sources_note ? [text(own(input.sources_note))] : []),
      ...(others.includes('public-source') ? [text(t('Een deel komt uit bronnen die voor iedereen openbaar zijn.', 'A part comes from sources that are open to everybody.'))] : []),
    ],
  }
}

function provisionPiece({ input, beside }: NoticeSource): Piece {
  const said = beside?.provision ?? (input.sources.length > 0 && !input.sources.includes('data-subject') ? 'not_asked' : undefined)
  const words = said ? provisionWords()[said] : derivedProvision(basesIn([input]))
  const consequence = typedIn(beside?.consequence ?? null, beside?.consequence_en ?? null)
  return { key: 'verplicht', heading: t('Moet u de gegevens geven?', 'Must you give the data?'), tells: ['provision'], ...(said ? {} : { lacks: ['provision'] }), parts: [text(words, ...(consequence ? [' ', consequence] : []))] }
}

function provisionWords(): Readonly<Record<NonNullable<PublicText['provision']>, string>> {
  return {
    statutory: t('Ja. Een wet verplicht u om deze gegevens te geven.', 'Yes. A law obliges you to give these data.'), contractual: t('Ja. Dat staat in de overeenkomst die u met ons hebt.', 'Yes. That is in the contract that you have with us.'),
    needed: t('Nee, maar zonder deze gegevens kunnen wij u niet helpen.', 'No, but without these data we can’t help you.'), voluntary: t('Nee. U kiest zelf of u ze geeft.', 'No. You choose yourself whether you give them.'),
    not_asked: t('Wij vragen deze gegevens niet aan u zelf.', 'We don’t ask you for these data.'),
  }
}

/** What follows from the legal basis alone, while nobody said more. */
function derivedProvision(bases: ReadonlySet<string>): string {
  if (bases.has('legal-obligation')) return t('De wet zegt dat wij deze gegevens moeten gebruiken. Geeft u ze niet, dan kunnen wij niet doen wat de wet van ons vraagt.', 'The law says that we must use these data. If you don’t give them, we can’t do what the law asks of us.')
  if (bases.has('public-task')) return t('Wij hebben deze gegevens nodig voor onze taak. Geeft u ze niet, dan kunnen wij die taak voor u misschien niet uitvoeren.', 'We need these data for our task. If you don’t give them, we may not be able to carry it out for you.')
  if (bases.has('contract')) return t('Zonder deze gegevens kunnen wij de overeenkomst niet sluiten of uitvoeren.', 'Without these data we can’t conclude or perform the contract.')
  return bases.has('consent') ? t('Nee. U kiest zelf of u ze geeft.', 'No. You choose yourself whether you give them.') : t('Nee, u bent niet verplicht om ze te geven.', 'No, you aren’t obliged to give them.')
}

function recipientsPiece({ input, lookups }: NoticeSource): Piece {
  const withWhat = (who: readonly Run[], what: string | null): Run[] => what === null ? [...who] : [...who, ...(who.length > 0 ? [': '] : []), own(what)]
  const recipients = input.recipients.map(({ recipient, name, what }) => withWhat(joined(', ', [sayCell(fields.recipients.columns.recipient, recipient, lookups), name && own(name)]), what)).filter((runs) => runs.length > 0)
  const processors = input.processors.map(({ processor, name, service }) => {
    const called = sayCell(fields.processors.columns.processor, processor, lookups) || name
    return withWhat(called ? [own(called)] : [], service)
  }).filter((runs) => runs.length > 0)
  return {
    key: 'ontvangers', heading: t('Met wie wij de gegevens delen', 'Whom we share the data with'), tells: ['recipients'],
    parts: [
      recipients.length > 0 ? list(...recipients) : text(t('Volgens ons register delen wij deze gegevens niet met anderen.', 'By our register we don’t share these data with others.')),
      ...(processors.length > 0 ? [text(t('Deze bedrijven werken voor ons. Zij doen met de gegevens alleen wat wij hun vragen:', 'These companies work for us. They do with the data only what we ask them:')), list(...processors)] : []),
    ],
  }
}

function transfersPiece({ input, lookups, beside }: NoticeSource, site: SiteFacts): Piece {
  const columns = fields.transfers.columns
  const transfers = input.transfers.map(({ country, recipient, instrument }) => joined(', ', [sayCell(columns.country, country, lookups), recipient && own(recipient), instrument && `${t('waarborg', 'safeguard')}: ${sayCell(columns.instrument, instrument, lookups)}`]))
  const lacksSafeguard = input.transfers.some(({ instrument }) => instrument === null)
  return {
    key: 'doorgifte', heading: t('Gaan de gegevens naar een land buiten Europa?', 'Do the data go to a country outside Europe?'), tells: ['transfers'], ...(lacksSafeguard ? { lacks: ['transfers'] } : {}),
    parts: transfers.length === 0 ? [text(t('Nee. Volgens ons register blijven de gegevens in de Europese Economische Ruimte.', 'No. By our register the data stay within the European Economic Area.'))] : [
      text(t('Ja, naar:', 'Yes, to:')), list(...transfers),
      text(typedIn(beside?.safeguards ?? null, beside?.safeguards_en ?? null) ?? t('Wilt u een kopie van de afspraken die uw gegevens daar beschermen? Vraag die via ', 'Do you want a copy of the arrangements that protect your data there? Ask for it by way of '), ...(beside?.safeguards ? [] : [link(t('onze contactpagina', 'our contact page'), `${site.base}/contact`), '.'])),
    ],
  }
}

function retentionPiece({ input, lookups }: NoticeSource): Piece {
  const columns = fields.retention_rules.columns
  const rules = input.retention_rules.map(({ applies_to, term, starts_at, disposal, explanation, law, selection }) => [
    ...(applies_to ? [own(applies_to), ': '] : []),
    ...(term ? joined(' ', [sayDuration(term), starts_at && own(starts_at)]) : disposal === 'keep_permanently' ? [t('wordt blijvend bewaard', 'is kept permanently')] : explanation ? [own(explanation)] : [unknown()]),
    ...(term && disposal === 'destroy' ? [t(', daarna vernietigen wij ze', ', then we destroy them')] : []), ...(law ? [' (', own(law), ')'] : selection ? [` (${sayCell(columns.selection, selection, lookups)})`] : []),
  ])
  const lacks = input.retention_rules.length === 0 || input.retention_rules.some(({ term, disposal, explanation }) => term === null && disposal !== 'keep_permanently' && explanation === null)
  return { key: 'bewaartermijn', heading: t('Hoe lang wij ze bewaren', 'How long we keep them'), tells: ['retention'], ...(lacks ? { lacks: ['retention'] } : {}), parts: [rules.length > 0 ? list(...rules) : text(unknown())] }
}

function automatedPiece({ input }: NoticeSource): Piece {
  const logic = input.automated_logic
  const parts = input.automated_decisions === true
    ? [text(t('Een computer neemt hierbij besluiten over u zonder dat er een mens naar kijkt. U mag vragen of een mens er alsnog naar kijkt, uw mening geven en het besluit betwisten (art. 22 lid 3 AVG).', 'A computer takes decisions about you here without a person looking at them. You may ask for a person to look, give your view and contest the decision (art. 22(3) GDPR).')),
      text(t('Hoe dat gaat en wat het voor u betekent: ', 'How that goes and what it means for you: '), logic ? own(logic) : unknown())]
    : [text(input.automated_decisions === false ? t('Nee. Een mens beslist.', 'No. A person decides.') : unknown())]
  return {
    key: 'automatisch', heading: t('Beslist een computer over u?', 'Does a computer decide about you?'), tells: ['automated'],
    ...(input.automated_decisions === null || (input.automated_decisions === true && !logic) ? { lacks: ['automated'] } : {}),
    parts: [...parts, ...(input.profiling === true ? [text(t('Wij maken hierbij profielen van mensen. ', 'We make profiles of people here. '), ...(input.profiling_note ? [own(input.profiling_note)] : []))] : [])],
  }
}

function policeRights(site: SiteFacts): Piece {
  return {
    key: 'rechten', heading: t('Uw rechten', 'Your rights'), tells: ['rights'],
    parts: [text(t('U mag vragen welke politiegegevens wij van u hebben (art. 25 Wpg), en ze laten verbeteren of vernietigen (art. 28 Wpg). ', 'You may ask which police data we have about you (art. 25 Police Data Act), and have them corrected or destroyed (art. 28). '), link(t('Lees hoe dat gaat', 'Read how that goes'), `${site.base}/rechten`), '.')],
  }
}

function controllerPiece({ input, lookups }: NoticeSource, site: SiteFacts): Piece {
  const body = sayCell(fields.controller_body, input.controller_body, lookups)
  const joint = input.joint_controllers.flatMap(({ name, contact, arrangement }) => name ? [joined('. ', [own(name), contact && own(contact), arrangement && own(arrangement)])] : [])
  const contact = sayContact(site)
  return {
    key: 'verantwoordelijke', heading: t('Wie verantwoordelijk is', 'Who is responsible'), tells: ['controller'], ...(contact.length === 0 ? { lacks: ['controller'] } : {}),
    parts: [
      text(...(body ? [own(body), ` (${site.name})`] : [site.name]), t(' is verantwoordelijk voor uw gegevens.', ' is responsible for your data.'), ...(contact.length > 0 ? [' ', ...contact] : [])),
      ...(joint.length > 0 ? [text(t('Samen met anderen. U kunt bij elk van hen terecht (art. 26 AVG):', 'Together with others. You can turn to each of them (art. 26 GDPR):')), list(...joint)] : []),
    ],
  }
}

/** The sentence under the heading: what the organisation wrote for citizens, else its description. */
export function summaryOf({ input }: Pick<NoticeSource, 'input'>): string | null {
  return input.public_summary ?? input.description
}

/** What a form says where it asks for data, in a few sentences; a link to the notice comes behind it (P-17, H-10). */
export function askingWords(source: NoticeSource, site: SiteFacts): string {
  const purpose = source.input.purposes.find(({ purpose: words }) => words)?.purpose
  const term = source.input.retention_rules.find(({ term: length }) => length)?.term
  return [
    t(`${site.name} gebruikt deze gegevens voor: ${purpose ?? source.input.name ?? ''}.`.replace(/\.\.$/, '.'), `${site.name} uses these data for: ${purpose ?? source.input.name ?? ''}.`.replace(/\.\.$/, '.')),
    ...(term ? [t(`Wij bewaren ze ${sayDuration(term)}.`, `We keep them for ${sayDuration(term)}.`)] : []),
    t('U mag vragen welke gegevens wij van u hebben, ze laten verbeteren of wissen, en een klacht indienen.', 'You may ask which data we have about you, have them corrected or erased, and lodge a complaint.'),
  ].join(' ')
}
