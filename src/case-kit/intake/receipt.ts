// Receipt: the message that a form came in, with its number, its private link and what was filled in, to look over (P-19).
import type { Organisation, Scope } from '../../ground/scope.ts'
import { inLanguage, say, type Words } from '../../ground/words.ts'
import type { MailLine } from '../../people/mail.ts'
import { enqueueOutside, isMailAddress, type OutsideMail } from '../../people/mail-outside.ts'
import type { AnyInput, Lookups } from '../../register-kit/entry.ts'
import { sayValue } from '../../register-kit/say-value.ts'
import { statusPath } from '../status-links/links.ts'
import { masked } from '../text-scan.ts'
import type { WayIn } from './forms.ts'
import { askedBy, isContactQuestion } from './questions.ts'

export type Receipt = { readonly formId: string; readonly number: string; readonly statusToken: string; readonly input: AnyInput; readonly lookups: Lookups; readonly fileCount: number }

/** Nothing is sent to who left no address. In the scope's transaction. @returns whether one goes out */
export async function sendReceipt(scope: Scope, wayIn: WayIn, receipt: Receipt): Promise<boolean> {
  const mail = await receiptMail(scope, wayIn, receipt)
  if (mail) await enqueueOutside(scope, mail)
  return mail !== undefined
}

/** Undefined for who left no address. */
export async function receiptMail(scope: Scope, wayIn: WayIn, receipt: Receipt): Promise<OutsideMail | undefined> {
  const { cases, intake } = wayIn
  const contact = cases.contact(receipt.input)
  if (!contact?.email || !isMailAddress(contact.email)) return undefined
  const { number } = receipt
  const files: Words[] = receipt.fileCount === 0 ? [] : [{ nl: `Bestanden: ${receipt.fileCount}`, en: `Files: ${receipt.fileCount}` }]
  return {
    to: contact.email, kind: 'receipt', language: contact.language, once: `intake/${receipt.formId}`, replyTo: await replyTo(scope),
    subject: { nl: `Wij hebben uw bericht ontvangen (${number})`, en: `We have received your message (${number})` },
    lines: [
      intake.words.done,
      { nl: `Het nummer is ${number}. Noem dit nummer als u ons belt of schrijft.`, en: `The number is ${number}. Give it when you call or write to us.` },
      { heading: { nl: 'Wat u hebt ingevuld', en: 'What you filled in' } },
      ...inLanguage(contact.language, () => answersIn(wayIn, receipt)).map((item): MailLine => ({ item })), ...files.map((item): MailLine => ({ item })),
      { nl: 'Klopt er iets niet? Laat het ons weten via de link hieronder. De link is alleen voor u: stuur haar niet door.', en: 'Is something wrong? Tell us by the link below. The link is for you only: don’t pass it on.' },
    ],
    link: { words: { nl: 'Bekijk hoe het ermee staat', en: 'See how it stands' }, path: statusPath(scope.organisation.slug, receipt.statusToken) },
  }
}

/** Numbers of people are blocked out, for mail isn't safe; and a link is written so that no program makes it one, for anybody can type somebody else's address. */
function answersIn(wayIn: WayIn, { input, lookups }: Receipt): Words[] {
  return askedBy(wayIn).flatMap(({ key, field }) => {
    const said = sayValue(field, input[key], lookups).join('; ')
    if (said === '') return []
    const plain = (isContactQuestion(key) ? said : masked(said)).replace(/https?:\/\/|www\./gi, '').slice(0, 3000)
    const line = `${say(field.words)}: ${plain}`
    return [{ nl: line, en: line }]
  })
}

function replyTo(scope: Scope): Promise<string | null> {
  const known = addresses.get(scope.organisation) ?? scope.tx.selectFrom('organisation').select('contact_email').where('id', '=', scope.organisation.id).executeTakeFirst().then((row) => row?.contact_email ?? null)
  addresses.set(scope.organisation, known)
  known.catch(() => addresses.delete(scope.organisation))
  return known
}

/** As long as the organisation is remembered as it was read: a second in a rush, one request else. */
const addresses = new WeakMap<Organisation, Promise<string | null>>()
