// Rendering: a document out of a template of ours and data, as a PDF that a screen reader can read (PDF/UA-1, ISO 14289-1).
import { type ChildProcess, fork } from 'node:child_process'
import { Refused, TooLarge } from '../ground/refusals.ts'
import { type Language, t } from '../ground/words.ts'
import { assertFits } from './document-size.ts'
import type { TemplateName, Templates } from './document-shapes.ts'
import type { Delivery, Order } from './typesetter.ts'

export type PdfOptions = {
  /** For the title bar and the properties of the file. */
  readonly title: string
  readonly language: Language
  /** `2026-11-22`, for the properties of the file. */
  readonly day?: string
  /** The organisation's logo, for a template that shows it. */
  readonly logo?: Picture
}

export type Picture = { readonly kind: 'png' | 'jpg' | 'webp'; readonly bytes: Buffer }

const seconds = 120
const idleSeconds = 60

/**
 * Data are set as text, whatever stands in them; only the templates of this room are compiled. Documents are made one at a time.
 * @throws TooLarge for a document of more pages than `document-size.ts` allows; Refused where the typesetter doesn't run.
 */
export async function renderPdf<T extends TemplateName>(template: T, data: Templates[T], { title, language, day, logo }: PdfOptions): Promise<Uint8Array> {
  assertFits(data)
  const mine = queue.then(() => order({ template, data, title, language, day, logo }))
  queue = mine.catch(() => {})
  return mine
}

let queue: Promise<unknown> = Promise.resolve()
let child: ChildProcess | undefined
let idle: NodeJS.Timeout | undefined
let count = 0

async function order(work: Omit<Order, 'id'>): Promise<Uint8Array> {
  clearTimeout(idle)
  const setter = child ??= startTypesetter()
  const id = ++count
  setter.ref()
  setter.channel?.ref()
  try {
    const delivery = await new Promise<Delivery>((resolve, reject) => {
      const timer = setTimeout(() => {
        setter.kill('SIGKILL')
        reject(new TooLarge(t(`Het maken van deze pdf duurt langer dan ${seconds} seconden. Kies minder onderdelen.`, `Making this PDF takes longer than ${seconds} seconds. Choose fewer entries.`)))
      }, seconds * 1000)
      const end = (settle: () => void) => {
        clearTimeout(timer)
        setter.off('message', answered).off('exit', ended).off('error', ended)
        settle()
      }
      const answered = (answer: Delivery) => end(() => resolve(answer))
      const ended = () => end(() => reject(new Refused(t(
        'Op deze machine kan Waarborg nu geen pdf maken: het onderdeel dat dat doet start niet of stopte. Kies een ander soort bestand, of vraag de beheerder te kijken.',
        'Waarborg can’t make a PDF on this machine now: the part that does so doesn’t start or stopped. Choose another kind of file, or ask the administrator to look.',
      ))))
      setter.on('message', answered).on('exit', ended).on('error', ended)
      setter.send({ id, ...work } satisfies Order, (error) => { if (error) ended() })
    })
    if (delivery.isLast) child = undefined
    if ('fault' in delivery.outcome) throw new Error(`The typesetter refused the template ${work.template}: ${delivery.outcome.fault}`)
    return delivery.outcome.pdf
  } finally {
    setter.unref()
    setter.channel?.unref()
    idle = setTimeout(() => { if (setter.connected) setter.disconnect() }, idleSeconds * 1000).unref()
  }
}

// The child gets no environment: it needs no passwords. Node runs its TypeScript by itself, so the loader of the main process is left out.
function startTypesetter(): ChildProcess {
  const setter = fork(new URL('./typesetter.ts', import.meta.url), { execArgv: [], env: {}, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  setter.once('exit', () => { if (child === setter) child = undefined })
  setter.once('disconnect', () => { if (child === setter) child = undefined })
  return setter
}
