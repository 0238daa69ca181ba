// Whole routes: a questionnaire as a whole: begun, seen at a glance, taken out and read in as the State's file, brought to a new version, and held against the register.
import { Hono } from 'hono'
import type { Config } from '../../../ground/config.ts'
import { Invalid, NotFound, Refused, TooLarge } from '../../../ground/refusals.ts'
import { currentLanguage, t } from '../../../ground/words.ts'
import { Button, ButtonLink } from '../../../page-kit/buttons.tsx'
import { Alert, EmptyState } from '../../../page-kit/alerts.tsx'
import { Confirm, ErrorSummary, Form, Section, SubmitBar } from '../../../page-kit/form.tsx'
import { FileInput } from '../../../page-kit/inputs.tsx'
import type { House } from '../../../people/house.ts'
import type { PeopleEnv } from '../../../people/with-scope.ts'
import { receiveForm } from '../../../register-kit/exchange/upload.ts'
import { textEntries, type Visit } from '../../../register-kit/web/visit.tsx'
import { definitionOf } from '../../../questionnaires/definition.ts'
import { presentOthers, remarksOf, waitingTexts } from './beside-answers.ts'
import { exportFile, importFile } from './exchange.ts'
import type { FillingBook } from './filling-book.ts'
import { openFilling, stateOf } from './filling.ts'
import { fillingVisit, type Visited } from './filling-visit.tsx'
import { loadFilling } from './fillings.ts'
import { OverviewPage } from './overview-page.tsx'
import { offeredNow, takeOffered } from './taking-over.ts'
import { closedAnswers, upgradeFilling, upgradeOf } from './upgrade.ts'
import { OfferedPart, UpgradePart } from './whole-parts.tsx'

const mostFileBytes = 40 * 1024 * 1024

export function wholeRoutes(house: House, book: FillingBook, place: Pick<Config, 'maxUploadBytes'>): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const { visit, opened, asFiller, filling, show } = fillingVisit(house, book)

  app.get('/:id/invullen', (c) => visit(c, async (visited) => {
    const begun = await loadFilling(visited.scope, visited.entry.id).catch((error: unknown) => { if (!(error instanceof NotFound)) throw error })
    if (!begun) return showStart(c, visited)
    const one = { ...visited, ...begun, mayFill: visited.mayFill && begun.filling.frozenAt === null }
    const [waiting, remarks] = [await waitingTexts(one.scope, one.entry.id), await remarksOf(one.scope, one.entry.id)]
    const state = stateOf(begun, { conflicts: waiting.length, remarks: remarks.filter(({ resolvedAt }) => resolvedAt === null).length })
    return show(c, visited, {
      heading: t(begun.sheet.definition.name, 'Questionnaire'), lead: currentLanguage() === 'en' && <p lang="nl">{begun.sheet.definition.name}</p>, flash: importedFlash(c),
      children: <OverviewPage opened={one} state={state} waiting={waiting} remarks={remarks} closed={closedAnswers(one)} present={await presentOthers(one.scope, one.entry.id)} offered={one.mayFill ? (await offeredNow(one.scope, begun)).length : 0} />,
    })
  }))
  app.post('/:id/invullen', (c) => asFiller(c, async ({ scope, entry, base }) => {
    const processing = book.processingOf(entry)
    await openFilling(scope, entry.id, wantedOf(book, entry), processing === null ? null : { processing })
    await book.changed(scope, entry.id)
    return c.redirect(base, 303)
  }))

  app.get('/:id/invullen/bestand', (c) => opened(c, async ({ scope, entry }) => {
    const { name, text } = await exportFile(scope, entry.id, { isVisibleOnly: c.req.query('zichtbaar') !== undefined })
    return new Response(text, { headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': `attachment; filename="${name}"` } })
  }))
  app.get('/:id/invullen/inlezen', (c) => asFiller(c, async (visited) => showImport(c, visited, [])))
  app.post('/:id/invullen/inlezen', async (c) => {
    await asFiller(c, async () => undefined)
    try {
      const most = Math.min(place.maxUploadBytes, mostFileBytes)
      const { taken } = await receiveForm(c.req.raw, { bytes: most, tooLarge: () => new TooLarge(t('Dit bestand is te groot om in te lezen.', 'This file is too large to be read.')) }, gathered)
      return await asFiller(c, async ({ scope, entry, base }) => {
        const done = await importFile(scope, entry.id, taken, wantedOf(book, entry))
        await book.changed(scope, entry.id)
        return c.redirect(`${base}?ingelezen=${done.answers}&bewaard=${done.strays}${done.migrations.length > 0 ? `&stappen=${done.migrations.join('+')}` : ''}`, 303)
      })
    } catch (error) {
      const faults = error instanceof Invalid ? error.faults : error instanceof TooLarge || error instanceof Refused ? [{ at: 'file', message: error.message }] : undefined
      if (!faults) throw error
      return asFiller(c, async (visited) => showImport(c, visited, faults, 400))
    }
  })

  app.get('/:id/invullen/versie', (c) => filling(c, async (one) => {
    const upgrade = upgradeOf(one)
    if (!upgrade) throw new Refused(t('Dit is al de nieuwste versie van de vragenlijst.', 'This is the newest version of the questionnaire already.'))
    return show(c, one, {
      heading: t(`Naar versie ${upgrade.version}`, `To version ${upgrade.version}`), trail: [],
      children: <><UpgradePart upgrade={upgrade} opened={one} /><Confirm action={`${one.base}/versie`} button={t(`Naar versie ${upgrade.version}`, `To version ${upgrade.version}`)} cancel={{ words: t('Nu niet', 'Not now'), href: one.base }} consequences={[t('Alle antwoorden blijven bewaard.', 'All answers are kept.'), t('Bij een vraag die anders luidt, bevestigt u of uw antwoord nog klopt.', 'At a question that reads otherwise you confirm whether your answer still holds.')]} /></>,
    })
  }))
  app.post('/:id/invullen/versie', (c) => asFiller(c, async ({ scope, entry, base }) => {
    await upgradeFilling(scope, entry.id)
    await book.changed(scope, entry.id)
    return c.redirect(base, 303)
  }))

  app.get('/:id/invullen/register', (c) => filling(c, async (one) => show(c, one, {
    heading: t('Wat het register zegt', 'What the register says'), trail: [], lead: <p>{t('Dit staat in het register van verwerkingen en niet (meer) in deze vragenlijst. U kiest wat u overneemt.', 'This stands in the register of processing activities and not (any more) in this questionnaire. You choose what you take over.')}</p>,
    children: <OfferedPart offered={await offeredNow(one.scope, one)} opened={one} />,
  })))
  app.post('/:id/invullen/register', async (c) => {
    const chosen = new Set((await textEntries(c)).flatMap(([name, value]) => name === 'take' ? [value] : []))
    return filling(c, async ({ scope, entry, base }) => {
      await takeOffered(scope, entry.id, chosen)
      await book.changed(scope, entry.id)
      return c.redirect(base, 303)
    })
  })
  return app

  async function showStart(c: Visit, visited: Visited) {
    const key = book.definitionFor(visited.entry)
    return show(c, visited, {
      heading: t('Vragenlijst', 'Questionnaire'), narrow: true,
      children: key === null || !visited.mayFill
        ? (
          <EmptyState heading={t('Er is nog geen vragenlijst begonnen', 'No questionnaire was begun yet')} icon="document" action={<ButtonLink href={visited.base.slice(0, visited.base.lastIndexOf('/'))}>{t('Naar de toets', 'To the assessment')}</ButtonLink>}>
            {t('De vragen komen zodra de eigenaar de toets begint. Op de bladzijde van de toets staat wie aan zet is.', 'The questions come as soon as the owner begins the assessment. The page of the assessment says whose turn it is.')}
          </EmptyState>
        )
        : (
          <EmptyState heading={t(`Begin met: ${definitionOf(key).name}`, `Begin with: ${definitionOf(key).name}`)} icon="document" action={<><Form action={visited.base}><Button look="primary">{t('Beginnen', 'Begin')}</Button></Form><ButtonLink icon="upload" href={`${visited.base}/inlezen`}>{t('Bestand inlezen', 'Read a file')}</ButtonLink></>}>
            {t('Wat het register van verwerkingen al weet, wordt meteen ingevuld. Hebt u de vragenlijst al in het formulier van het Rijk? Lees dan dat bestand in.', 'What the register of processing activities knows already is filled in at once. Do you have the questionnaire in the State’s own form already? Then read that file.')}
          </EmptyState>
        ),
    })
  }

  async function showImport(c: Visit, visited: Visited, faults: readonly { at: string; message: string }[], status: 200 | 400 = 200) {
    return show(c, visited, {
      heading: t('Bestand inlezen', 'Read a file'), narrow: true, failed: faults.length > 0, trail: [],
      children: (
        <Section heading={t('Een bestand van het invulformulier van het Rijk', 'A file of the State’s own form')}>
          <ErrorSummary faults={faults} />
          <Alert tone="warning"><p>{t('Het bestand komt in de plaats van wat hier is ingevuld. Wat er stond, blijft in de geschiedenis van elke vraag.', 'The file takes the place of what was filled in here. What stood there stays in the history of each question.')}</p></Alert>
          <Form action={`${visited.base}/inlezen`} files>
            <FileInput name="file" label={t('Bestand (JSON)', 'File (JSON)')} accept=".json,application/json" limit="40 MB" error={faults[0]?.message} />
            <SubmitBar primary={t('Inlezen', 'Read')} cancel={{ words: t('Annuleren', 'Cancel'), href: visited.base }} />
          </Form>
        </Section>
      ),
    }, status)
  }
}

function wantedOf(book: FillingBook, entry: Parameters<FillingBook['definitionFor']>[0]) {
  const key = book.definitionFor(entry)
  if (key === null) throw new Refused(t('Bij deze toets hoort geen vragenlijst.', 'No questionnaire belongs to this assessment.'))
  return key
}

/** @throws Invalid when it is no text */
async function gathered(bytes: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of bytes) pieces.push(piece)
  if (pieces.length === 0) throw new Invalid([{ at: 'file', message: t('Kies een bestand.', 'Choose a file.') }])
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(Buffer.concat(pieces))
  } catch {
    throw new Invalid([{ at: 'file', message: t('Dit bestand is geen tekst (UTF-8).', 'This file is no text (UTF-8).') }])
  }
}

function importedFlash(c: Visit): { tone: 'ok'; words: string } | undefined {
  const [answers, strays, steps] = [Number(c.req.query('ingelezen')), Number(c.req.query('bewaard')), c.req.query('stappen') ?? '']
  if (c.req.query('ingelezen') === undefined || !Number.isInteger(answers)) return undefined
  const older = steps === '' ? '' : t(' Het was een ouder bestand en is omgezet.', ' It was an older file and was converted.')
  const unknown = strays > 0 ? t(` ${strays} onderdelen kent deze vragenlijst niet; zij zijn bewaard en gaan mee in het bestand.`, ` ${strays} parts aren’t known to this questionnaire; they are kept and go along in the file.`) : ''
  return { tone: 'ok', words: t(`${answers} antwoorden ingelezen.`, `${answers} answers read.`) + older + unknown }
}
