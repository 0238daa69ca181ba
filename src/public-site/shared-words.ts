// Shared words: what is the same in a privacy statement and in what is told of one processing activity: how to reach whom, which rights there are, and where to complain. Pure.
import type { OrganisationKind } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { sayDuration } from '../page-kit/duration.ts'
import type { ActivityInput } from '../registers/processing-activities/declaration.ts'
import { link, list, type Piece, type Run, text } from './pieces.ts'
import type { Contact } from './public-frame.tsx'

/** The terms of the policy in force, as ISO 8601 durations, never longer than the law's. */
export type RightTerms = { readonly decide: string; readonly extend: string; readonly rectify: string; readonly profile: string | null }

/** `base`: address of the public site; `on`: the day on which it is said. */
export type SiteFacts = { readonly name: string; readonly kind: OrganisationKind; readonly base: string; readonly contact: Contact; readonly hasDpo: boolean; readonly terms: RightTerms; readonly on: string }

/** Keys of the legal bases that are used. */
export function basesIn(inputs: readonly Pick<ActivityInput, 'legal_bases'>[]): Set<string> {
  return new Set(inputs.flatMap(({ legal_bases }) => legal_bases.flatMap(({ basis }) => basis ?? [])))
}

/** How to reach the organisation; empty when nothing is known. */
export function sayContact({ contact }: SiteFacts): Run[] {
  const lines = [
    contact.address && `${t('Adres', 'Address')}: ${contact.address.replace(/\s*\n\s*/g, ', ')}`, contact.email && `${t('e-mail', 'e-mail')}: ${contact.email}`, contact.phone && `${t('telefoon', 'telephone')}: ${contact.phone}`,
    contact.website && `${t('website', 'website')}: ${contact.website}`,
  ].filter(Boolean)
  return lines.length === 0 ? [] : [`${lines.join('; ')}.`]
}

export function dpoPiece({ contact, kind, base, hasDpo }: SiteFacts): Piece {
  const heading = t('De functionaris gegevensbescherming', 'The data protection officer')
  if (contact.dpo !== null) {
    return { key: 'fg', heading, tells: ['dpo'], parts: [text(t('De functionaris gegevensbescherming (FG) let erop dat wij ons aan de regels houden. U bereikt de FG zo: ', 'The data protection officer (DPO) watches that we keep to the rules. You reach the DPO like this: '), contact.dpo, t('. Wat u de FG vertelt, blijft vertrouwelijk.', '. What you tell the DPO stays confidential.'))] }
  }
  // A firm may do without one after a test (art. 37 lid 1 AVG); a public body may not.
  if (kind === 'firm' && !hasDpo) return { key: 'fg', heading, tells: ['dpo'], parts: [text(t('Wij hebben geen functionaris gegevensbescherming; voor ons is dat niet verplicht. Stel uw vraag via ', 'We have no data protection officer; we aren’t obliged to. Ask your question by way of '), link(t('onze contactpagina', 'our contact page'), `${base}/contact`), '.')] }
  return { key: 'fg', heading, tells: ['dpo'], lacks: ['dpo'], parts: [text(t('Hoe u de functionaris gegevensbescherming bereikt, staat hier nog niet.', 'How you reach the data protection officer isn’t here yet.'))] }
}

/** Told apart from all else, and at first contact (art. 21 lid 4 AVG; H-31); only where there is a right to object. */
export function objectionPiece(inputs: readonly Pick<ActivityInput, 'legal_bases'>[], { base }: SiteFacts): Piece[] {
  const bases = basesIn(inputs)
  if (!bases.has('public-task') && !bases.has('legitimate-interest')) return []
  return [{
    key: 'bezwaar', heading: t('U mag bezwaar maken', 'You may object'), tells: ['objection'],
    parts: [text(t('Gebruiken wij uw gegevens voor onze publieke taak of voor een eigen belang? Dan mag u daar op elk moment bezwaar tegen maken, als er iets bijzonders is aan uw situatie (art. 21 AVG). Tegen reclame mag u altijd bezwaar maken; dan stoppen wij meteen. ',
      'Do we use your data for our public task or for an interest of our own? Then you may object at any time, if there is something particular about your situation (art. 21 GDPR). To advertising you may always object; then we stop at once. '), link(t('Zo maakt u bezwaar', 'How to object'), `${base}/rechten#bezwaar`), '.')],
  }]
}

export function rightsPiece(inputs: readonly Pick<ActivityInput, 'legal_bases' | 'automated_decisions'>[], { base, terms }: SiteFacts): Piece {
  const bases = basesIn(inputs)
  const items = [
    t('vragen welke gegevens wij van u hebben, en daar een kopie van krijgen (art. 15 AVG)', 'ask which data we have about you, and get a copy (art. 15 GDPR)'),
    t('fouten laten verbeteren en gegevens laten aanvullen (art. 16 AVG)', 'have errors corrected and data completed (art. 16 GDPR)'),
    t('gegevens laten wissen, als wij ze niet meer nodig hebben of niet mogen hebben (art. 17 AVG)', 'have data erased, if we no longer need them or may not have them (art. 17 GDPR)'),
    t('vragen om uw gegevens tijdelijk niet te gebruiken (art. 18 AVG)', 'ask us not to use your data for a while (art. 18 GDPR)'),
    ...(bases.has('consent') || bases.has('contract') ? [t('gegevens die u zelf gaf digitaal meekrijgen (art. 20 AVG)', 'take the data that you gave along digitally (art. 20 GDPR)')] : []),
    ...(bases.has('consent') ? [t('uw toestemming intrekken (art. 7 lid 3 AVG)', 'withdraw your consent (art. 7(3) GDPR)')] : []),
    ...(inputs.some(({ automated_decisions }) => automated_decisions === true) ? [t('vragen of een mens kijkt naar wat een computer besloot (art. 22 AVG)', 'ask for a person to look at what a computer decided (art. 22 GDPR)')] : []),
  ]
  return {
    key: 'rechten', heading: t('Uw rechten', 'Your rights'), tells: ['rights', ...(bases.has('consent') ? ['consent' as const] : [])],
    parts: [
      text(t('U mag:', 'You may:')), list(...items.map((item) => [item])),
      text(t(`Dat kost niets. U krijgt antwoord binnen ${sayDuration(terms.decide)}. `, `It is free. You get an answer within ${sayDuration(terms.decide)}. `), link(t('Lees wat elk recht inhoudt en hoe u het gebruikt', 'Read what each right means and how to use it'), `${base}/rechten`), '.'),
    ],
  }
}

export function complaintPiece({ base, name }: SiteFacts, { isOnContactPage = false } = {}): Piece {
  return {
    key: 'klacht', heading: t('Niet tevreden?', 'Not content?'), tells: ['complaint'],
    parts: [text(t('Vertel het ons, dan zoeken wij samen een oplossing', 'Tell us, and we look for a solution together'), ...(isOnContactPage ? [] : [' (', link(t('zo bereikt u ons', 'how to reach us'), `${base}/contact`), ')']), t(`. U mag ook altijd een klacht indienen bij de Autoriteit Persoonsgegevens (`, `. You may also always lodge a complaint with the Dutch supervisory authority, the Autoriteit Persoonsgegevens (`),
      link('autoriteitpersoonsgegevens.nl', 'https://autoriteitpersoonsgegevens.nl'), t(`), ook als u nog niet met ${name} sprak (art. 77 AVG).`, `), also if you haven’t talked with ${name} yet (art. 77 GDPR).`))],
  }
}
