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
  { key: 'scope', subjectOfH44: 'scope', isByLaw: true, citation: 'art. 28 lid 3 AVG', words: { nl: 'Onderwerp, duur, aard en doel, soort gegevens en groepen mensen', en: 'Subject, duration, nature and purpose, kinds of data and groups of people' } },
  { key: 'instructions', subjectOfH44: 'instructions', isByLaw: true, citation: 'art. 28 lid 3 onder a AVG', words: { nl: 'Alleen op schriftelijke instructie, ook voor doorgifte', en: 'Only on written instructions, transfers included' } },
  { key: 'unlawful', subjectOfH44: 'instructions', isByLaw: true, citation: 'art. 28 lid 3, slotzin AVG', words: { nl: 'De verwerker waarschuwt als een instructie in strijd is met de wet', en: 'The processor warns when an instruction infringes the law' } },
  { key: 'confidentiality', subjectOfH44: 'confidentiality', isByLaw: true, citation: 'art. 28 lid 3 onder b AVG', words: { nl: 'Geheimhouding door iedereen die bij de gegevens kan', en: 'Confidentiality of everybody who can reach the data' } },
  { key: 'security', subjectOfH44: 'security', isByLaw: true, citation: 'art. 28 lid 3 onder c en art. 32 AVG', words: { nl: 'Passende beveiliging', en: 'Appropriate security' } },
  { key: 'subconsent', subjectOfH44: 'sub_processors', isByLaw: true, citation: 'art. 28 lid 2 en lid 3 onder d AVG', words: { nl: 'Subverwerkers alleen met toestemming', en: 'Sub-processors only with consent' } },
  { key: 'subduties', subjectOfH44: 'sub_processors', isByLaw: true, citation: 'art. 28 lid 4 AVG', words: { nl: 'Subverwerkers krijgen dezelfde plichten', en: 'Sub-processors get the same duties' } },
  { key: 'subliable', subjectOfH44: 'sub_processors', isByLaw: true, citation: 'art. 28 lid 4, slotzin AVG', words: { nl: 'De verwerker staat in voor zijn subverwerkers', en: 'The processor answers for its sub-processors' } },
  { key: 'rights', subjectOfH44: 'rights', isByLaw: true, citation: 'art. 28 lid 3 onder e AVG', words: { nl: 'Hulp bij verzoeken van betrokkenen', en: 'Help with requests of data subjects' } },
  { key: 'breach', subjectOfH44: 'duties', isByLaw: true, citation: 'art. 28 lid 3 onder f en art. 33 lid 2 AVG', words: { nl: 'Datalekken melden, en binnen welke tijd', en: 'Notice of breaches, and within what time' } },
  { key: 'assistance', subjectOfH44: 'duties', isByLaw: true, citation: 'art. 28 lid 3 onder f AVG', words: { nl: 'Hulp bij beveiliging, DPIA en voorafgaande raadpleging', en: 'Help with security, DPIA and prior consultation' } },
  { key: 'ending', subjectOfH44: 'ending', isByLaw: true, citation: 'art. 28 lid 3 onder g AVG', words: { nl: 'Teruggeven of wissen na afloop', en: 'Return or erasure at the end' } },
  { key: 'audits', subjectOfH44: 'audits', isByLaw: true, citation: 'art. 28 lid 3 onder h AVG', words: { nl: 'Informatie geven en audits toelaten', en: 'Giving information and allowing audits' } },
  { key: 'transfers', subjectOfH44: 'transfers', isByLaw: true, citation: 'art. 28 lid 3 onder a en art. 44 tot en met 49 AVG', words: { nl: 'Doorgifte buiten de EER', en: 'Transfers outside the EEA' } },
  { key: 'liability', subjectOfH44: 'liability', isByLaw: false, citation: 'art. 82 AVG', words: { nl: 'Aansprakelijkheid en haar grenzen', en: 'Liability and its limits' } },
  { key: 'annexprocessings', subjectOfH44: 'scope', isByLaw: false, citation: 'art. 28 lid 3 AVG', words: { nl: 'Bijlage: overzicht van verwerkingen', en: 'Annex: overview of processing activities' } },
  { key: 'annexsecurity', subjectOfH44: 'security', isByLaw: false, citation: 'art. 32 AVG', words: { nl: 'Bijlage: beveiliging en het bewijs daarvan', en: 'Annex: security and its proof' } },
  { key: 'annexsubs', subjectOfH44: 'sub_processors', isByLaw: false, citation: 'art. 28 lid 2 AVG', words: { nl: 'Bijlage: subverwerkers', en: 'Annex: sub-processors' } },
  { key: 'annexcontacts', subjectOfH44: 'duties', isByLaw: false, citation: 'art. 33 lid 2 AVG', words: { nl: 'Bijlage: contactpersonen, ook buiten kantooruren', en: 'Annex: contacts, also out of hours' } },
] as const satisfies readonly ChecklistItem[]

export type ChecklistKey = (typeof checklist)[number]['key']

/** Subjects of which every point that the law asks is covered: what `subjects` of the agreement should say. */
export function coveredSubjects(covered: ReadonlySet<string>): Subject[] {
  const asked = checklist.filter(({ isByLaw, key }) => isByLaw || key === 'liability')
  return [...new Set(asked.map(({ subjectOfH44 }) => subjectOfH44))].filter((subject) => asked.every(({ key, subjectOfH44 }) => subjectOfH44 !== subject || covered.has(key)))
}
