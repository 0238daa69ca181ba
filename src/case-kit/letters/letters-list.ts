// Letters list: the page in docs/ that lists every standard letter, made from the letters themselves so that it can't drift.
import { standardLetters } from './standard-letters.ts'

/** The text of docs/letters.md. */
export function lettersDocument(): string {
  const registers = [['requests', 'Verzoeken (requests of data subjects)'], ['breaches', 'Datalekken (breaches)'], ['complaints', 'Klachten (complaints and questions)']] as const
  const parts = registers.map(([register, heading]) => {
    const letters = standardLetters.filter((one) => one.register === register)
    const rows = letters.map(({ key, words, to, citation, norms, isForList, isPublicBodyOnly }) =>
      `| \`${key}\` | ${words.nl} | ${words.en} | ${isForList ? 'a list' : to}${isPublicBodyOnly ? ' (public bodies)' : ''} | ${citation} | ${norms.join(', ')} |`)
    return [`## ${heading}`, '', `${letters.length} letters, each in Dutch and English.`, '', '| key | brief | letter | to | law | norms |', '|---|---|---|---|---|---|', ...rows].join('\n')
  })
  return `# Standard letters\n\n${opening}\n\n${parts.join('\n\n')}\n`
}

const opening = `${standardLetters.length} letters, as files of the project (\`src/case-kit/letters/standard\`). This page is made by \`node --import ./bin/load-tsx.js scripts/letters-doc.ts\`; a test compares it with the letters.

A colleague begins a letter on the page of a case (“Brieven”); other rooms do so with \`draftLetter\`. Merge fields (\`{{due_on}}\`) take the fields of the case by their own keys, a moment also as its day (\`received_at\` > \`received_on\`), what the register of processing activities
says of the processing activities that a request names (purposes, categories, recipients, transfers, retention, sources, automated decisions), the day of the running term, and the organisation’s own particulars. \`{{remedy}}\` says where somebody may go, by right, outcome and kind of organisation (\`src/case-kit/remedies.ts\`).
What isn’t known stands in the letter as a gap, \`[[…]]\`; a letter with a gap can’t be made final, nor one that seems to hold a BSN without a reason (N-31).

A letter is a draft, then final (frozen as a version with the very PDF/UA that goes out), then sent; by e-mail with a link to the status page or with the PDF, by post or by hand. E-mail of letters goes at most once: when the server dies or the line breaks at the moment that the mail server may have taken the message,
the sending is **uncertain**: the page shows its Message-ID, and a person says whether it was sent or is to be sent again. A letter to many (“a list”) takes names and addresses from a CSV, XLSX or ODS file, kept sealed; each is mailed once, also after a crash, or printed; then the list is destroyed, and only counts and a digest stay.`
