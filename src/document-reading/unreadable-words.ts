// Unreadable words: what is said to whoever brought a document that can't be read: what is wrong, where, and what to do.
import { t } from '../ground/words.ts'
import { readingLimits, type Unreadable } from './document-text.ts'

/** One or two sentences, in the reader's language. `place`: the last page or paragraph that was read. */
export function sayUnreadable(because: Unreadable, place: number | null): string {
  const at = place === null ? '' : t(` Tot en met pagina of alinea ${place} ging het goed.`, ` It went well up to page or paragraph ${place}.`)
  switch (because) {
    case 'empty': return t('Het bestand is leeg.', 'The file is empty.')
    case 'not-a-document': return t('Dit is geen pdf, Word-document (.docx) of ODF-tekst (.odt), ook al heet het misschien zo. Kies de overeenkomst zelf.', 'This is no PDF, Word document (.docx) or ODF text (.odt), whatever its name says. Choose the agreement itself.')
    case 'other-format': return t('Dit is een ander soort Office-bestand, zoals een rekenblad of presentatie. Sla de overeenkomst op als pdf, .docx of .odt.', 'This is another kind of Office file, such as a spreadsheet or presentation. Save the agreement as a PDF, .docx or .odt.')
    case 'old-office': return t('Dit is een Word-document van een oude versie (.doc). Open het, kies Opslaan als .docx of pdf, en kies dat bestand.', 'This is a Word document of an old version (.doc). Open it, choose Save as .docx or PDF, and choose that file.')
    case 'password': return t('Dit bestand is beveiligd met een wachtwoord. Haal het wachtwoord weg, sla het op en kies het opnieuw.', 'This file is protected by a password. Take the password off, save it and choose it again.')
    case 'macros': return t('In dit bestand zitten macro’s: kleine programma’s. Sla het op zonder macro’s, of als pdf, en kies dat bestand.', 'This file holds macros: small programs. Save it without macros, or as a PDF, and choose that file.')
    case 'damaged': return t('Het bestand is beschadigd of niet volledig.', 'The file is damaged or not whole.') + at + t(' Maak er opnieuw een pdf van en kies die.', ' Make a PDF of it anew and choose that.')
    case 'references': return t('Het bestand bevat verwijzingen (DOCTYPE) die niet in een tekstdocument horen. Maak er een pdf van en kies die.', 'The file holds references (DOCTYPE) that don’t belong in a text document. Make a PDF of it and choose that.')
    case 'too-large': return t(`De inhoud van het bestand is uitgepakt te groot; hoogstens ${megabytes()} MB kan.`, `The content of the file is too large once unpacked; at most ${megabytes()} MB fits.`)
    case 'too-many-places': return t(`Het bestand heeft te veel pagina’s of alinea’s; hoogstens ${readingLimits.pages} pagina’s kan.`, `The file has too many pages or paragraphs; at most ${readingLimits.pages} pages fit.`)
    case 'too-much-text': return t('Er staat zo veel tekst in het bestand dat het geen gewone overeenkomst is.', 'The file holds so much text that it is no ordinary agreement.') + at
    case 'too-much-memory': return t('Het lezen van dit bestand vraagt meer geheugen dan ervoor is.', 'Reading this file takes more memory than there is for it.') + at + t(' Maak er opnieuw een pdf van en kies die.', ' Make a PDF of it anew and choose that.')
    case 'too-slow': return t('Het lezen van dit bestand duurt te lang en is gestopt.', 'Reading this file takes too long and was stopped.') + at + t(' Maak er opnieuw een pdf van en kies die.', ' Make a PDF of it anew and choose that.')
  }
}

function megabytes(): number {
  return readingLimits.inflatedBytes / 1024 / 1024
}
