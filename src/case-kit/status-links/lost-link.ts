// Lost link: whoever lost the address of a case asks for a new one by its number; it goes to the address on file and nowhere else.
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import { enqueueOutside, isMailAddress } from '../../people/mail-outside.ts'
import type { Entry } from '../../register-kit/entry.ts'
import { loadEntry } from '../../register-kit/perform.ts'
import type { CaseRegister } from '../outside.ts'
import { isReadable, renewStatusLink, statusPath } from './links.ts'

/** Says nothing of what it found: whoever asks learns it from their own mail. */
export async function sendLostLink(scope: Scope, registers: readonly CaseRegister[], typedNumber: string, typedEmail: string): Promise<void> {
  const number = typedNumber.trim().toUpperCase()
  const email = typedEmail.trim().toLowerCase()
  if (number === '' || number.length > 60 || !isMailAddress(email)) return
  for (const cases of registers) {
    const entry = await byNumber(scope, cases, number)
    const contact = entry && cases.contact(entry.input)
    if (!entry || !contact?.email || contact.email.trim().toLowerCase() !== email || !isReadable(cases, entry, null, scope.now)) continue
    const token = await renewStatusLink(scope, { register: cases.register.key, entryId: entry.id })
    await enqueueOutside(scope, {
      to: contact.email, kind: 'receipt', language: contact.language,
      subject: { nl: `Nieuwe link om ${number} te volgen`, en: `New link to follow ${number}` },
      lines: [
        { nl: `U vroeg om een nieuwe link voor uw zaak met nummer ${number}. De oude link werkt niet meer.`, en: `You asked for a new link for your case with number ${number}. The old link doesn’t work any more.` },
        { nl: 'Deze link is alleen voor u. Stuur haar niet door. Vroeg u hier niet om? Dan hoeft u niets te doen.', en: 'This link is for you only. Don’t pass it on. Didn’t you ask for it? Then you needn’t do anything.' },
      ],
      link: { words: { nl: 'Bekijk hoe het ermee staat', en: 'See how it stands' }, path: statusPath(scope.organisation.slug, token) },
    })
  }
}

async function byNumber(scope: Scope, { register }: CaseRegister, number: string): Promise<Entry | undefined> {
  const { rows: [row] } = await sql<{ id: string }>`select id from ${sql.table(register.table)} where organisation_id = ${scope.organisation.id} and ${sql.ref(register.named.number.field)} = ${number}`.execute(scope.tx)
  return row && loadEntry(scope, register, row.id)
}
