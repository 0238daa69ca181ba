// Checklist of a processor agreement: what the law asks of it point by point, and the annexes of the policies (art. 28 lid 2 tot en met 4 en art. 33 lid 2 AVG; H-44, N-40). The subjects of H-44 are its summary.
import type { Words } from '../../ground/words.ts'
import type { subjects } from './subjects.ts'

export type Subject = keyof typeof subjects
export type ChecklistItem = {
  /** Stable: passages and choices of people are kept under it. */
  readonly key: string
  readonly words: Words
  readonly citation: string
  /** The subject of H-44 that it belongs to. */
  readonly subjectOfH44: Subject
  /** False for what a policy asks and the law doesn't. */
  readonly isByLaw: boolean
}

export const checklist = [
  point('scope', 'scope', 'art. 28 lid 3 AVG', 'Onderwerp, duur, aard en doel, soort gegevens en groepen mensen', 'Subject, duration, nature and purpose, kinds of data and groups of people'),
  point('instructions', 'instructions', 'art. 28 lid 3 onder a AVG', 'Alleen op schriftelijke instructie, ook voor doorgifte', 'Only on written instructions, transfers included'),
  point('unlawful', 'instructions', 'art. 28 lid 3, slotzin AVG', 'De verwerker waarschuwt als een instructie in strijd is met de wet', 'The processor warns when an instruction infringes the law'),
  point('confidentiality', 'confidentiality', 'art. 28 lid 3 onder b AVG', 'Geheimhouding door iedereen die bij de gegevens kan', 'Confidentiality of everybody who can reach the data'),
  point('security', 'security', 'art. 28 lid 3 onder c en art. 32 AVG', 'Passende beveiliging', 'Appropriate security'),
  point('subconsent', 'sub_processors', 'art. 28 lid 2 en lid 3 onder d AVG', 'Subverwerkers alleen met toestemming', 'Sub-processors only with consent'),
  point('subduties', 'sub_processors', 'art. 28 lid 4 AVG', 'Subverwerkers krijgen dezelfde plichten', 'Sub-processors get the same duties'),
  point('subliable', 'sub_processors', 'art. 28 lid 4, slotzin AVG', 'De verwerker staat in voor zijn subverwerkers', 'The processor answers for its sub-processors'),
  point('rights', 'rights', 'art. 28 lid 3 onder e AVG', 'Hulp bij verzoeken van betrokkenen', 'Help with requests of data subjects'),
  point('breach', 'duties', 'art. 28 lid 3 onder f en art. 33 lid 2 AVG', 'Datalekken melden, en binnen welke tijd', 'Notice of breaches, and within what time'),
  point('assistance', 'duties', 'art. 28 lid 3 onder f AVG', 'Hulp bij beveiliging, DPIA en voorafgaande raadpleging', 'Help with security, DPIA and prior consultation'),
  point('ending', 'ending', 'art. 28 lid 3 onder g AVG', 'Teruggeven of wissen na afloop', 'Return or erasure at the end'),
  point('audits', 'audits', 'art. 28 lid 3 onder h AVG', 'Informatie geven en audits toelaten', 'Giving information and allowing audits'),
  point('transfers', 'transfers', 'art. 28 lid 3 onder a en art. 44 tot en met 49 AVG', 'Doorgifte buiten de EER', 'Transfers outside the EEA'),
  wish('liability', 'liability', 'art. 82 AVG', 'Aansprakelijkheid en haar grenzen', 'Liability and its limits'),
  wish('annexprocessings', 'scope', 'art. 28 lid 3 AVG', 'Bijlage: overzicht van verwerkingen', 'Annex: overview of processing activities'),
  wish('annexsecurity', 'security', 'art. 32 AVG', 'Bijlage: beveiliging en het bewijs daarvan', 'Annex: security and its proof'),
  wish('annexsubs', 'sub_processors', 'art. 28 lid 2 AVG', 'Bijlage: subverwerkers', 'Annex: sub-processors'),
  wish('annexcontacts', 'duties', 'art. 33 lid 2 AVG', 'Bijlage: contactpersonen, ook buiten kantooruren', 'Annex: contacts, also out of hours'),
] as const satisfies readonly ChecklistItem[]

export type ChecklistKey = (typeof checklist)[number]['key']

/** Subjects of which every point that the law asks is covered: what `subjects` of the agreement should say. */
export function coveredSubjects(covered: ReadonlySet<string>): Subject[] {
  const asked = checklist.filter(({ isByLaw, key }) => isByLaw || key === 'liability')
  return [...new Set(asked.map(({ subjectOfH44 }) => subjectOfH44))].filter((subject) => asked.every(({ key, subjectOfH44 }) => subjectOfH44 !== subject || covered.has(key)))
}

function point<K extends string>(key: K, subjectOfH44: Subject, citation: string, nl: string, en: string) {
  return { key, subjectOfH44, citation, words: { nl, en }, isByLaw: true as boolean } as const
}

/** What policies ask, and sensible parties agree on. */
function wish<K extends string>(key: K, subjectOfH44: Subject, citation: string, nl: string, en: string) {
  return { ...point(key, subjectOfH44, citation, nl, en), isByLaw: false as boolean } as const
}
