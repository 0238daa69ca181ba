// Letter routes: begin a letter on a case, write it, look at it, make it final, send it, and say what became of it.
import { Hono } from 'hono'
import { letterDocx, docxType } from '../../documents/letter-docx.ts'
import { letterOdt, odtType } from '../../documents/letter-odt.ts'
import { isId } from '../../ground/ids.ts'
import { type Fault, Invalid, NotFound } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { languages, say, t } from '../../ground/words.ts'
import { StatusBadge } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup } from '../../page-kit/buttons.tsx'
import { Form, SubmitBar } from '../../page-kit/form.tsx'
import { Select } from '../../page-kit/inputs.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import type { Entry } from '../../register-kit/entry.ts'
import { loadEntry } from '../../register-kit/perform.ts'
import { recordReading } from '../../register-kit/reading.ts'
import type { Register } from '../../register-kit/register.ts'
import { baseOf, entryId, showPage, textEntries, toEntry, type Visit } from '../../register-kit/web/visit.tsx'
import { finaliseLetter, numberOf, reopenLetter, withdrawLetter } from './finalise-letter.ts'
import { unfit } from './letter-check.ts'
import { letterPdf, printLetters } from './letter-document.ts'
import { Downloads, DraftForm, LetterText, SendForm, Sendings } from './letter-page.tsx'
import { readSendings, returnSending, sendLetter, settleSending, ways } from './letter-sending.ts'
import { type Letter, readLetter, saveDraft } from './letter-store.ts'
import { kindOfLetter, letterState } from './letter-words.ts'
import { draftLetter, pdfOf } from './letters.ts'
import { mayWrite, mustWrite } from './may-write.ts'
import { lettersFor } from './standard-letters.ts'

/** For the OwnParts of a register of cases: addresses under the register's own. */
export function letterRoutes(house: House, register: Register): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const onEntry = <T,>(c: Visit, work: (scope: Scope, entry: Entry) => Promise<T>) => scopeOf(c, house, async (scope) => work(scope, await loadEntry(scope, register, entryId(c, register))))
  const onLetter = <T,>(c: Visit, work: (scope: Scope, entry: Entry, letter: Letter) => Promise<T>) => onEntry(c, async (scope, entry) => {
    await recordReading(scope, register.fields, [entry.input], 'Brief bekeken')
    return work(scope, entry, await readLetter(scope, register.key, entry.id, letterId(c)))
  })
  const asWriter = (c: Visit, work: (scope: Scope, entry: Entry, letter: Letter) => Promise<unknown>) => onEntry(c, async (scope, entry) => {
    mustWrite(scope, register, entry)
    await work(scope, entry, await readLetter(scope, register.key, entry.id, letterId(c), { lock: true }))
  })
  const hrefOf = (c: Visit, id: string) => `${baseOf(c, register)}/${entryId(c, register)}/brieven/${id}`
  const back = (c: Visit, more = '') => c.redirect(`${hrefOf(c, letterId(c))}${more}`, 303)

  app.get('/:id/brieven', (c) => onEntry(c, async () => c.redirect(`${baseOf(c, register)}/${entryId(c, register)}#brieven`, 303)))
  app.get('/:id/brieven/nieuw', (c) => onEntry(c, async (scope, entry) => {
    mustWrite(scope, register, entry)
    return choosePage(c, scope, entry)
  }))
  app.post('/:id/brieven', async (c) => {
    const sent = new Map(await textEntries(c))
    const id = await onEntry(c, async (scope, entry) => {
      mustWrite(scope, register, entry)
      const language = languages.find((one) => one === sent.get('language'))
      return draftLetter(scope, register, entry.id, sent.get('template') ?? '', language ? { language } : {})
    })
    return c.redirect(hrefOf(c, id), 303)
  })
  app.get('/:id/brieven/:letter', (c) => onLetter(c, (scope, entry, letter) => letterPage(c, scope, entry, letter)))
  app.post('/:id/brieven/:letter', async (c) => {
    const sent = new Map(await textEntries(c))
    const typed = { ...contentOf(sent), language: sent.get('language') === 'en' ? 'en' as const : 'nl' as const, isShownOutside: sent.get('shown') === 'yes' }
    const action = sent.get('_action') ?? 'save'
    try {
      const faults = unfit(typed)
      if (faults.length > 0) throw new Invalid(faults)
      await asWriter(c, (scope, _entry, letter) => saveDraft(scope, letter, Number(sent.get('revision')), { ...typed, ...(letter.isForList ? { isShownOutside: false } : {}) }))
      // Saved first and by itself: what is still missing doesn't lose what was typed.
      if (action === 'finalise') await asWriter(c, (scope, entry, letter) => finaliseLetter(scope, register, entry, letter.id))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return onLetter(c, (scope, entry, letter) => letterPage(c, scope, entry, { ...letter, ...typed }, error.faults))
    }
    return back(c, action === 'preview' ? '?voorbeeld=ja#voorbeeld' : '')
  })
  app.get('/:id/brieven/:letter/pdf', (c) => file(c, 'pdf'))
  app.get('/:id/brieven/:letter/docx', (c) => file(c, 'docx'))
  app.get('/:id/brieven/:letter/odt', (c) => file(c, 'odt'))
  app.post('/:id/brieven/:letter/heropenen', async (c) => { await asWriter(c, (scope, _entry, letter) => reopenLetter(scope, register, letter)); return back(c) })
  app.post('/:id/brieven/:letter/intrekken', async (c) => { await asWriter(c, (scope, _entry, letter) => withdrawLetter(scope, register, letter)); return back(c) })
  app.post('/:id/brieven/:letter/versturen', async (c) => {
    const chosen = new Map(await textEntries(c)).get('way')
    const way = ways.find((one) => one === chosen)
    if (!way) throw new NotFound()
    await asWriter(c, (scope, _entry, letter) => sendLetter(scope, register, letter, way))
    return back(c, '#zendingen')
  })
  app.post('/:id/brieven/:letter/zending/:sending/:word', async (c) => {
    const { sending, word } = c.req.param()
    if (!isId(sending)) throw new NotFound()
    const note = word === 'terug' ? new Map(await textEntries(c)).get('note') ?? '' : ''
    await asWriter(c, async (scope, _entry, letter) => {
      if (word === 'terug') return returnSending(scope, register, letter, sending, note)
      if (word !== 'sent' && word !== 'again' && word !== 'retry') throw new NotFound()
      return settleSending(scope, register, letter, sending, word)
    })
    return back(c, '#zendingen')
  })

  async function file(c: Visit, kind: 'pdf' | 'docx' | 'odt'): Promise<Response> {
    const made = await onLetter(c, async (scope, entry, letter) => {
      if (letter.isForList) throw new NotFound()
      const isDraft = letter.state === 'draft' || letter.version === 0
      return { frozen: kind === 'pdf' && !isDraft ? await pdfOf(scope, letter.id, letter.version) : undefined, printed: await printLetters(scope, [letter], { language: letter.language, number: numberOf(register, entry), isDraft }) }
    })
    const { document, options } = made.printed
    const bytes = made.frozen ?? (kind === 'pdf' ? await letterPdf(made.printed) : kind === 'docx' ? await letterDocx(document, options) : letterOdt(document, options))
    const name = options.language === 'nl' ? 'brief' : 'letter'
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': kind === 'pdf' ? 'application/pdf' : kind === 'docx' ? docxType : odtType, 'content-disposition': `${kind === 'pdf' ? 'inline' : 'attachment'}; filename="${name}.${kind}"`,
      'x-content-type-options': 'nosniff', 'cache-control': 'no-store',
    })
  }

  function choosePage(c: Visit, scope: Scope, entry: Entry) {
    const { fitting, others } = lettersFor(register.key, entry.system.status, scope.organisation.kind)
    const options = (all: typeof fitting) => all.map(({ key, words }) => ({ value: key, label: say(words) }))
    return showPage(c, house, register, {
      heading: t('Brief maken', 'Make a letter'), crumbs: toEntry(c, register, entry), narrow: true,
      lead: <p>{t('Kies een standaardbrief. Wat Waarborg weet, staat er dan al in; u leest hem na en past hem aan voordat hij weggaat.', 'Choose a standard letter. What Waarborg knows stands in it already; you read it and change it before it goes out.')}</p>,
      children: (
        <Form action={`${baseOf(c, register)}/${entry.id}/brieven`}>
          <Select name="template" label={t('Welke brief', 'Which letter')} empty={null} width="full" value={fitting[0]?.key ?? others[0]?.key} choices={[...(fitting.length > 0 ? [{ label: t('Past bij deze stap', 'Fits this step'), choices: options(fitting) }] : []), { label: t('Andere brieven', 'Other letters'), choices: options(others) }]} />
          <Select name="language" label={t('Taal', 'Language')} empty={t('De taal van de zaak', 'The language of the case')} choices={[{ value: 'nl', label: t('Nederlands', 'Dutch') }, { value: 'en', label: t('Engels', 'English') }]} />
          <SubmitBar primary={t('Verder', 'Go on')} cancel={{ words: t('Annuleren', 'Cancel'), href: `${baseOf(c, register)}/${entry.id}` }} />
        </Form>
      ),
    })
  }

  async function letterPage(c: Visit, scope: Scope, entry: Entry, letter: Letter, faults: readonly Fault[] = []) {
    const base = hrefOf(c, letter.id)
    const writes = mayWrite(scope, register, entry)
    const { words, tone } = letterState(letter.state)
    const shown = { letter, base, faults, mayWrite: writes }
    const isDraft = letter.state === 'draft'
    const act = (word: string, label: string, isDanger = false) => <form method="post" action={`${base}/${word}`}><Button small look={isDanger ? 'danger' : 'secondary'}>{label}</Button></form>
    return showPage(c, house, register, {
      heading: letter.subject || kindOfLetter(letter.template), crumbs: toEntry(c, register, entry), failed: faults.length > 0,
      lead: <p><StatusBadge tone={tone}>{words}</StatusBadge> {kindOfLetter(letter.template)}{letter.version > 0 && <>, {t('versie', 'version')} {letter.version}</>}</p>,
      actions: <Downloads {...shown} />,
      children: (
        <>
          {isDraft && writes ? <DraftForm {...shown} preview={c.req.query('voorbeeld') === 'ja'} /> : <LetterText letter={letter} />}
          {!isDraft && letter.state !== 'withdrawn' && writes && <SendForm {...shown} />}
          <Sendings sendings={await readSendings(scope, letter.id)} base={base} mayWrite={writes} publicUrl={house.config.publicUrl} />
          {writes && <ButtonGroup>{letter.state === 'final' && act('heropenen', t('Weer concept maken', 'Make it a draft again'))}{(isDraft || letter.state === 'final') && act('intrekken', t('Intrekken', 'Withdraw'), true)}</ButtonGroup>}
        </>
      ),
    }, faults.length > 0 ? 400 : 200)
  }

  return app
}

function letterId(c: Visit): string {
  const id = c.req.param('letter') ?? ''
  if (!isId(id)) throw new NotFound()
  return id
}

function contentOf(sent: ReadonlyMap<string, string>) {
  const one = (name: string) => (sent.get(name) ?? '').replace(/\r\n?/g, '\n').trim()
  return { addressee: one('addressee') || null, address: one('address') || null, email: one('email') || null, subject: one('subject'), body: one('body'), bsnReason: one('bsnReason') || null }
}
