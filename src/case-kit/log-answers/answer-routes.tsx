// Answer routes: whoever keeps the case says by which numbers the person is known and over which period; the product searches the access log and freezes what it says.
import { Hono } from 'hono'
import { recordAccess } from '../../access-record/record.ts'
import { dayOf, sayDay, sayMoment } from '../../ground/clock.ts'
import { isId } from '../../ground/ids.ts'
import { type Fault, Invalid, NotFound } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { ButtonGroup, ButtonLink } from '../../page-kit/buttons.tsx'
import { ErrorSummary, FieldRow, Fieldset, Form, SubmitBar } from '../../page-kit/form.tsx'
import { DateInput, Select, TextInput } from '../../page-kit/inputs.tsx'
import { readTypedDate } from '../../page-kit/typed-dates.ts'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { readForm, type SentForm } from '../../register-kit/collaboration/visit.tsx'
import type { Entry } from '../../register-kit/entry.ts'
import { refreshThese } from '../../register-kit/keep-findings.ts'
import { baseOf, entryId, showPage, type Status, toEntry, type Visit } from '../../register-kit/web/visit.tsx'
import { keptCase } from '../collection/keeping.ts'
import type { TiedCollection } from '../collection/tied-collections.ts'
import { scanText } from '../text-scan.ts'
import { AnswerView } from './answer-view.tsx'
import { gatherAnswer, mostActs } from './gather-answer.ts'
import { knownKinds, mostKnown, readKnown } from './known-as.ts'
import { freezeLogAnswer, readLogAnswer } from './log-answer.ts'

/** `/:id/logboek` under the register's address; nothing for a register that never asks the log. */
export function answerRoutes(house: House, tied: TiedCollection): Hono<PeopleEnv> {
  const { register, options } = tied
  const app = new Hono<PeopleEnv>()
  if (!options.logPeriod) return app
  const onCase = <T,>(c: Visit, work: (scope: Scope, entry: Entry) => Promise<T>) => scopeOf(c, house, async (scope) => {
    const entry = await keptCase(scope, register, options, entryId(c, register))
    if (!options.logPeriod?.(entry)) throw new NotFound(t('Bij deze zaak hoort geen antwoord uit het logboek, of nog niet: kijk eerst wie het vraagt.', 'No answer from the log belongs to this case, or not yet: first see who asks.'))
    return work(scope, entry)
  })

  app.get('/:id/logboek', (c) => onCase(c, async (scope, entry) => askPage(c, scope, entry, undefined, [])))
  app.post('/:id/logboek', async (c) => {
    const form = await readForm(c)
    try {
      const id = await onCase(c, (scope, entry) => make(scope, entry, form))
      return c.redirect(`${baseOf(c, register)}/${entryId(c, register)}/logboek/${id}`, 303)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return onCase(c, async (scope, entry) => askPage(c, scope, entry, form, error.faults, 400))
    }
  })

  app.get('/:id/logboek/:logAnswer', (c) => onCase(c, async (scope, entry) => {
    const id = c.req.param('logAnswer')
    if (!isId(id)) throw new NotFound()
    const { version, answer } = await readLogAnswer(scope, { register: register.key, entryId: entry.id }, id)
    await recordAccess(scope, { name: 'Antwoord uit het logboek bekeken', subjects: [{ type: 'subject', id: entry.id }] })
    const names = answer.acts.some(({ what }) => scanText(what).length > 0)
    return showPage(c, house, register, {
      heading: t(`Uit het logboek, versie ${version}`, `From the log, version ${version}`), crumbs: toEntry(c, register, entry),
      lead: <p>{t(`Gemaakt op ${sayMoment(new Date(answer.madeAt))}. Zo leest de persoon het, zodra u een pakket hebt gemaakt. Klopt er iets niet? Zoek dan opnieuw: dat wordt een nieuwe versie, en deze blijft staan.`, `Made on ${sayMoment(new Date(answer.madeAt))}. This is how the person reads it once you made a package. Isn’t something right? Then search again: that makes a new version, and this one stays.`)}</p>,
      children: (
        <>
          {names && <Alert tone="warning" heading={t('Kijk dit eerst na', 'Check this first')}><p>{t('In wat een toepassing opschreef, lijkt een nummer of adres van iemand te staan. Vraag wie de toepassing beheert om dat weg te laten.', 'What an application wrote seems to hold somebody’s number or address. Ask whoever looks after the application to leave that out.')}</p></Alert>}
          <AnswerView answer={answer} />
          <ButtonGroup>
            {options.recipient && <ButtonLink look="primary" href={`${baseOf(c, register)}/${entry.id}/pakket`}>{t('Pakket maken', 'Make a package')}</ButtonLink>}
            <ButtonLink icon="search" href={`${baseOf(c, register)}/${entry.id}/logboek`}>{t('Opnieuw zoeken', 'Search again')}</ButtonLink>
          </ButtonGroup>
        </>
      ),
    })
  }))

  async function make(scope: Scope, entry: Entry, form: SentForm): Promise<string> {
    const { known, faults } = readKnown(rowsIn(form))
    const [from, until] = [dayIn(form, 'from', faults), dayIn(form, 'until', faults)]
    if (from !== null && until !== null && until < from) faults.push({ at: 'until', message: t('Het einde ligt vóór het begin.', 'The end lies before the start.') })
    if (from !== null && from > dayOf(scope.now)) faults.push({ at: 'from', message: t('Deze dag moet nog komen.', 'This day is still to come.') })
    if (faults.length > 0) throw new Invalid(faults)
    const id = await freezeLogAnswer(scope, { register: register.key, entryId: entry.id }, known, await gatherAnswer(scope, entry.id, { known, from, until, site: house.config.publicUrl }))
    await refreshThese(scope, register, [entry.id])
    return id
  }

  function askPage(c: Visit, _scope: Scope, entry: Entry, typed: SentForm | undefined, faults: readonly Fault[], status: Status = 200) {
    const period = options.logPeriod!(entry)!
    const rows = typed ? rowsIn(typed) : Array.from({ length: mostKnown }, (_, index) => ({ kind: index === 0 ? 'bsn' : '', type: '', value: '' }))
    const fault = (at: string) => faults.find((one) => one.at === at)?.message
    c.header('cache-control', 'no-store')
    return showPage(c, house, register, {
      heading: t('Zoeken in het logboek', 'Search the log'), crumbs: toEntry(c, register, entry), narrow: true, failed: faults.length > 0,
      lead: <p>{t('Zo weet de persoon wie de gegevens kreeg, wanneer en waarvoor. Wat geheim is, blijft weg en wordt geteld. Uw zoekvraag komt zelf ook in het logboek.', 'So the person knows who got the data, when and what for. What is secret stays out and is counted. Your search goes into the log too.')}</p>,
      children: (
        <Form action={`${baseOf(c, register)}/${entry.id}/logboek`} guard>
          <ErrorSummary faults={faults} />
          <Fieldset legend={t('Waaronder kent u deze persoon', 'By what you know this person')} hint={t('Elk nummer dat uw toepassingen gebruiken. Wij bewaren ze versleuteld bij dit antwoord, en nergens anders.', 'Each number that your applications use. We keep them encrypted with this answer, and nowhere else.')}>
            {rows.map(({ kind, type, value }, index) => (
              <FieldRow>
                <Select name={`kind_${index}`} label={t('Soort', 'Kind')} optional={index > 0} value={kind} error={fault(`kind_${index}`)} choices={Object.entries(knownKinds).map(([key, words]) => ({ value: key, label: say(words) }))} />
                <TextInput name={`value_${index}`} label={t('Nummer of naam', 'Number or name')} optional={index > 0} value={value} maxlength={200} autocomplete="off" error={fault(`value_${index}`)} />
                <TextInput name={`type_${index}`} label={t('Welk ander nummer', 'Which other number')} optional value={type} maxlength={200} autocomplete="off" error={fault(`type_${index}`)} />
              </FieldRow>
            ))}
          </Fieldset>
          <FieldRow>
            <DateInput name="from" label={t('Vanaf', 'From')} optional value={typed?.one('from') ?? period.from ?? ''} error={fault('from')} />
            <DateInput name="until" label={t('Tot en met', 'Until')} optional value={typed?.one('until') ?? period.until ?? ''} error={fault('until')} />
          </FieldRow>
          <p class="wb-subtle">{sayPeriod(period)}</p>
          <SubmitBar primary={t('Zoeken', 'Search')} cancel={{ words: t('Annuleren', 'Cancel'), href: `${baseOf(c, register)}/${entry.id}` }} />
        </Form>
      ),
    }, status)
  }
  return app
}

/** The law knows no shorter period than what is kept; who asks may say one. */
function sayPeriod({ from, until }: { readonly from: string | null; readonly until: string | null }): string {
  if (from === null && until === null) return t(`De persoon noemde geen periode: dan zoekt u in alles wat het logboek heeft (art. 15 AVG), tot ${mostActs} regels.`, `The person named no period: then you search all that the log holds (art. 15 GDPR), up to ${mostActs} records.`)
  return t(`Dit is de periode die de persoon noemde${from === null ? '' : `, vanaf ${sayDay(from)}`}${until === null ? '' : ` tot en met ${sayDay(until)}`}.`, `This is the period that the person named${from === null ? '' : `, from ${sayDay(from)}`}${until === null ? '' : ` until ${sayDay(until)}`}.`)
}

function rowsIn(form: SentForm) {
  return Array.from({ length: mostKnown }, (_, index) => ({ kind: form.one(`kind_${index}`), type: form.one(`type_${index}`), value: form.one(`value_${index}`) }))
}

function dayIn(form: SentForm, name: string, faults: Fault[]): string | null {
  const typed = form.one(name).trim()
  const day = typed === '' ? null : readTypedDate(typed)
  if (typed !== '' && day === null) faults.push({ at: name, message: t('Dit is geen bestaande datum.', 'This is no existing date.') })
  return day
}
