// Question routes: the page around one answer, and what is done there: remarks, settling them, confirming after a new version, and pictures.
import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { Invalid, NotAllowed, NotFound, TooLarge } from '../../../ground/refusals.ts'
import { t } from '../../../ground/words.ts'
import type { House } from '../../../people/house.ts'
import type { PeopleEnv } from '../../../people/with-scope.ts'
import { receiveForm } from '../../../register-kit/exchange/upload.ts'
import { textEntries, type Visit } from '../../../register-kit/web/visit.tsx'
import { Foreign, questionWords } from '../../../questionnaires/section-view.tsx'
import type { Picture } from '../../../questionnaires/sheet.ts'
import { addRemark, changesOf, remarksOf, resolveRemark } from './beside-answers.ts'
import type { FillingBook } from './filling-book.ts'
import { fillingVisit, type Opened } from './filling-visit.tsx'
import { isPicture, keepPicture, mostPictureBytes, readPicture } from './pictures.ts'
import { QuestionPage } from './question-page.tsx'
import { questionAt, saveAnswer } from './save-answer.ts'
import { questionHref, sectionHeading } from './section-page.tsx'
import { confirmReworded } from './upgrade.ts'

type Typed = { readonly faults: readonly { at: string; message: string }[]; readonly remark: string }

export function questionRoutes(house: House, book: FillingBook): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const { opened, filling, show } = fillingVisit(house, book)
  const addressIn = (c: Visit) => c.req.param('address') ?? ''

  app.get('/:id/invullen/vraag/:address', (c) => opened(c, (one) => showQuestion(c, one, { faults: [], remark: '' })))
  app.post('/:id/invullen/vraag/:address', async (c) => {
    const entries = Object.fromEntries(await textEntries(c))
    const action = entries._action ?? ''
    try {
      return await opened(c, async (one) => {
        await doAction(one, addressIn(c), action, entries.remark ?? '')
        await book.changed(one.scope, one.entry.id)
        return c.redirect(`${questionHref(one.base, addressIn(c))}${action === 'remark' || action.startsWith('resolve:') ? '#opmerkingen' : ''}`, 303)
      })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return opened(c, (one) => showQuestion(c, one, { faults: error.faults, remark: entries.remark ?? '' }, 400))
    }
  })

  app.post('/:id/invullen/vraag/:address/afbeelding', async (c) => {
    // Asked before a byte is read.
    await filling(c, async (one) => mustBePicture(one, addressIn(c)))
    try {
      const { taken, fields } = await receiveForm(c.req.raw, { bytes: mostPictureBytes, tooLarge }, gathered)
      return await filling(c, async (one) => {
        mustBePicture(one, addressIn(c))
        const before = one.answers.get(addressIn(c))
        const about = Object.fromEntries((['title', 'description', 'source'] as const).flatMap((name) => fields[name]?.trim() ? [[name, fields[name].trim().slice(0, 2000)]] : []))
        const picture: Picture = taken.length === 0 && isPicture(before?.value) ? { picture: before.value.picture, ...about } : await keepPicture(one.scope, one.entry.id, taken, 'file', about)
        await saveAnswer(one.scope, one.entry.id, addressIn(c), picture, before?.revision ?? 0)
        return c.redirect(`${questionHref(one.base, addressIn(c))}#afbeelding`, 303)
      })
    } catch (error) {
      const faults = error instanceof Invalid ? error.faults : error instanceof TooLarge ? [{ at: 'file', message: error.message }] : undefined
      if (!faults) throw error
      return opened(c, (one) => showQuestion(c, one, { faults, remark: '' }, 400))
    }
  })

  app.get('/:id/invullen/afbeelding/:digest', (c) => opened(c, async ({ scope, entry }) => {
    const { type, bytes } = await readPicture(scope, entry.id, c.req.param('digest'))
    return pictureResponse(type, bytes)
  }))
  app.get('/:id/invullen/prent/:file', (c) => opened(c, async ({ sheet }) => {
    const known = sheet.definition.items.flatMap(({ sources }) => sources).find(({ file }) => file === c.req.param('file'))
    if (!known) throw new NotFound()
    return pictureResponse('image/png', readFileSync(new URL(`../../../questionnaires/data/${known.file}`, import.meta.url)))
  }))
  return app

  async function showQuestion(c: Visit, one: Opened, { faults, remark }: Typed, status: 200 | 400 = 200) {
    const address = addressIn(c)
    const { item } = questionAt(one.filling, address)
    return show(c, one, {
      heading: `${t('Vraag', 'Question')} ${address}`, lead: <p><Foreign as="span">{questionWords({ prefixesIds: false }, item)}</Foreign></p>, failed: faults.length > 0, trail: [{ words: sectionHeading(item.section), href: `${one.base}/deel/${item.section.id}` }],
      children: QuestionPage({ opened: one, item, address, changes: await changesOf(one.scope, one.entry.id, address), remarks: await remarksOf(one.scope, one.entry.id, address), faults, typedRemark: remark }),
    }, status)
  }
}

/** @throws NotFound for an action that isn't there, NotAllowed for whoever may only read */
async function doAction({ scope, entry, mayFill, answers }: Opened, address: string, action: string, remark: string): Promise<void> {
  if (action === 'remark') return addRemark(scope, entry.id, address, remark)
  const [verb, id = ''] = action.split(':')
  if (verb === 'resolve') return resolveRemark(scope, entry.id, id)
  if (!mayFill) throw new NotAllowed()
  if (action === 'confirm') return confirmReworded(scope, entry.id, address)
  if (action !== 'no-picture' || !isPicture(answers.get(address)?.value)) throw new NotFound()
  await saveAnswer(scope, entry.id, address, null, answers.get(address)!.revision)
}

function mustBePicture({ filling }: Opened, address: string): void {
  if (!questionAt(filling, address).item.types.includes('image')) throw new NotFound()
}

async function gathered(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of bytes) pieces.push(piece)
  return Buffer.concat(pieces)
}

function tooLarge(): TooLarge {
  return new TooLarge(t('Deze afbeelding is groter dan 10 MB. Maak haar kleiner.', 'This picture is larger than 10 MB. Make it smaller.'))
}

function pictureResponse(type: string, bytes: Buffer): Response {
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': type, 'x-content-type-options': 'nosniff', 'content-disposition': 'inline', 'content-security-policy': "default-src 'none'" } })
}
