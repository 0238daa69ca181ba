// Citations: an article of law as the register writes it (`art. 30 lid 1 onder b AVG`), said in the reader's language (`art. 30(1)(b) GDPR`).
import { currentLanguage } from '../ground/words.ts'

const english: readonly (readonly [RegExp, string])[] = [
  [/ en (?:lid|onder) (\w+)/g, ' and ($1)'],
  [/ (?:lid|leden) (\d+[a-z]?)/g, '($1)'],
  [/ onder(?:deel)? ([a-z]{1,2}|\d+)\b/g, '($1)'],
  [/ tot en met /g, ' to '], [/ en /g, ' and '], [/, slotzin/g, ', last sentence'], [/\boverweging(?:en)?\b/g, 'recital'], [/\bartikel(?:en)?\b/g, 'art.'],
  [/\bUitvoeringsbesluit\b/g, 'Implementing Decision'], [/\b(?:Besluit|Beschikking)\b(?= \(?(?:EU|EG|\d))/g, 'Decision'], [/\/EG\b/g, '/EC'], [/\be\.v\./g, 'ff.'],
  [/\bAVG\b/g, 'GDPR'], [/\bVerordening\b/g, 'Regulation'], [/\(EEG, Euratom\)/g, '(EEC, Euratom)'], [/\bvoorstel\b/g, 'proposal'], [/\bbijlage\b/g, 'annex'], [/^(?:het )?eigen beleid(?: of de overeenkomst)?$/g, 'own policy or agreement'],
]

/** Dutch laws keep their own names; only the AVG has an English one. */
export function sayCitation(citation: string): string {
  return currentLanguage() === 'nl' ? citation : english.reduce((said, [pattern, words]) => said.replace(pattern, words), citation)
}
