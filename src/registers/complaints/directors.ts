// Directors: who is told at once when data are in danger: management, whoever holds the portfolio, and the CISO (P-13).
import type { Scope } from '../../ground/scope.ts'
import { enqueueMail } from '../../people/mail.ts'
import type { AnyInput } from '../../register-kit/entry.ts'
import { holdersOf } from '../responsibilities/actions.ts'

/** Puts a message for each of them in the outbox, without what the complaint says. @returns how many there are to tell */
export async function tellDirectors(scope: Scope, complaint: { readonly id: string; readonly input: AnyInput }): Promise<number> {
  const people = await directorsOf(scope)
  const number = String(complaint.input.number ?? '')
  for (const personId of people) {
    await enqueueMail(scope, {
      personId, kind: 'notice', once: `danger:${complaint.id}:${personId}`,
      subject: { nl: `Gegevens in gevaar: klacht ${number}`, en: `Data in danger: complaint ${number}` },
      lines: [
        { nl: 'Er is een klacht binnengekomen waaruit blijkt dat persoonsgegevens in gevaar zijn, of kunnen zijn.', en: 'A complaint came in which shows that personal data are in danger, or may be.' },
        { nl: 'De privacy officer behandelt haar zo snel mogelijk. Volgens het beleid hoort u dat meteen.', en: 'The privacy officer handles it as soon as possible. By the policy you are told at once.' },
      ],
      link: { words: { nl: 'Bekijk de klacht', en: 'See the complaint' }, path: `/${scope.organisation.slug}/klachten/${complaint.id}` },
    })
  }
  return people.size
}

export async function directorsOf(scope: Scope): Promise<ReadonlySet<string>> {
  return new Set((await holdersOf(scope, new Set(['management', 'portfolio_holder', 'ciso']))).map(({ personId }) => personId))
}
