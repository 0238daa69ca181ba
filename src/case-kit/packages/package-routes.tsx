// Package routes: making an answer package, seeing how far it is and who fetched it, sending its link, renewing and destroying it; for whoever keeps the case.
import { Hono } from 'hono'
import { recordAccess } from '../../access-record/record.ts'
import { dayOf, sayDay, sayMoment } from '../../ground/clock.ts'
import { isId } from '../../ground/ids.ts'
import { type Fault, Invalid, NotFound, Refused } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { inLanguage, t } from '../../ground/words.ts'
import { Alert, StatusBadge } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { RadioGroup } from '../../page-kit/choices.tsx'
import { CopyableCode, DescriptionList } from '../../page-kit/document.tsx'
import { ErrorSummary, FieldRow, Fieldset, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { DateInput, NumberInput, TextArea, TextInput } from '../../page-kit/inputs.tsx'
import { ProgressBar } from '../../page-kit/progress.tsx'
import { readTypedDate } from '../../page-kit/typed-dates.ts'
import type { House } from '../../people/house.ts'
import { enqueueOutside } from '../../people/mail-outside.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { readForm, type SentForm } from '../../register-kit/collaboration/visit.tsx'
import type { Entry } from '../../register-kit/entry.ts'
import { writeHistory } from '../../register-kit/history.ts'
import { baseOf, entryId, showPage, type Status, toEntry, type Visit } from '../../register-kit/web/visit.tsx'
import { keptCase } from '../collection/keeping.ts'
import type { TiedCollection } from '../collection/tied-collections.ts'
import { sentFile } from '../collection/upload-file.ts'
import { sayMissing } from './facts.ts'
import { pathOfPackage } from './outside-packages.ts'
import { packageContent, packageStanding } from './package-content.ts'
import { sayKindOf, stateOfPackage } from './package-section.tsx'
import { type AnswerPackage, destroyPackage, isFetchable, noteDownload, orderPackage, readDownloads, readPackage, renewPackage, usualDays, usualDownloads } from './packages.ts'
import { sendingFaults } from './portability.ts'

/** `/:id/pakket` under the register's address; nothing for a register without packages. */
export function packageRoutes(house: House, tied: TiedCollection): Hono<PeopleEnv> {
  const { register, options } = tied
  const app = new Hono<PeopleEnv>()
  if (!options.recipient) return app
  const onCase = <T,>(c: Visit, work: (scope: Scope, entry: Entry) => Promise<T>) => scopeOf(c, house, async (scope) => work(scope, await keptCase(scope, register, options, entryId(c, register))))
  const onPackage = <T,>(c: Visit, work: (scope: Scope, entry: Entry, one: AnswerPackage) => Promise<T>) => onCase(c, async (scope, entry) => {
    const id = c.req.param('pack') ?? ''
    const one = isId(id) ? await readPackage(scope, id) : undefined
    if (!one || one.register !== register.key || one.entryId !== entry.id) throw new NotFound()
    return work(scope, entry, one)
  })
  const to = (c: Visit, pack: string) => c.redirect(`${baseOf(c, register)}/${entryId(c, register)}/pakket/${pack}`, 303)

  app.get('/:id/pakket', (c) => onCase(c, (scope, entry) => orderPage(c, scope, entry, undefined, [])))
  app.post('/:id/pakket', async (c) => {
    const form = await readForm(c)
    try {
      return to(c, await onCase(c, (scope, entry) => order(scope, entry, form)))
    } catch (error) {
      const faults = error instanceof Invalid ? error.faults : error instanceof Refused ? [{ at: 'kind', message: error.message }] : undefined
      if (!faults) throw error
      return onCase(c, (scope, entry) => orderPage(c, scope, entry, form, faults, error instanceof Refused ? 409 : 400))
    }
  })

  app.get('/:id/pakket/:pack', (c) => onPackage(c, (scope, entry, one) => packagePage(c, scope, entry, one)))
  app.get('/:id/pakket/:pack/voortgang.json', (c) => onPackage(c, async (_scope, _entry, { done, parts, state }) => c.json({ value: done, max: parts, words: t(`${done} van ${parts}`, `${done} of ${parts}`), done: state !== 'waiting' && state !== 'making' })))
  app.get('/:id/pakket/:pack/bestand', (c) => onPackage(c, async (scope, entry, { id, fileId, size }) => {
    if (fileId === null || size === null) throw new NotFound()
    await recordAccess(scope, { name: 'Antwoordpakket bekeken', subjects: [{ type: 'subject', id: entry.id }] })
    await noteDownload(scope, id)
    return sentFile({ database: house.database, organisation: scope.organisation }, { fileId, size, name: t('gegevens.zip', 'data.zip'), contentType: 'application/zip' })
  }))
  app.post('/:id/pakket/:pack/mailen', async (c) => {
    await onPackage(c, async (scope, entry, one) => { await mailLink(scope, entry, one) })
    return to(c, c.req.param('pack'))
  })
  app.post('/:id/pakket/:pack/vernieuwen', async (c) => to(c, await onPackage(c, (scope, _entry, { id }) => renewPackage(scope, id))))
  app.post('/:id/pakket/:pack/vernietigen', async (c) => {
    await onPackage(c, (scope, _entry, { id }) => destroyPackage(scope, id))
    return to(c, c.req.param('pack'))
  })

  async function order(scope: Scope, entry: Entry, form: SentForm): Promise<string> {
    const kind = form.one('kind') === 'portability' ? 'portability' as const : 'access' as const
    const language = form.one('language') === 'en' ? 'en' as const : 'nl' as const
    const [days, mostDownloads] = [Number(form.one('days') || usualDays), Number(form.one('downloads') || usualDownloads)]
    const typed = form.one('consent_on').trim()
    const sending = { name: form.one('to_name').trim() || null, consentOn: typed === '' ? null : readTypedDate(typed), consentNote: form.one('consent_note').trim() || null }
    const faults: Fault[] = [
      ...(Number.isInteger(days) && days >= 1 && days <= 90 ? [] : [{ at: 'days', message: t('Kies 1 tot en met 90 dagen.', 'Choose 1 to 90 days.') }]),
      ...(Number.isInteger(mostDownloads) && mostDownloads >= 1 && mostDownloads <= 50 ? [] : [{ at: 'downloads', message: t('Kies 1 tot en met 50 keer.', 'Choose 1 to 50 times.') }]),
      ...(typed !== '' && sending.consentOn === null ? [{ at: 'consent_on', message: t('Dit is geen bestaande datum.', 'This is no existing date.') }] : kind === 'portability' ? sendingFaults(sending, dayOf(scope.now)) : []),
      ...(sending.name !== null && sending.name.length > 200 ? [{ at: 'to_name', message: t('De naam heeft hoogstens 200 tekens.', 'The name has at most 200 characters.') }] : []),
      ...(sending.consentNote !== null && sending.consentNote.length > 1000 ? [{ at: 'consent_note', message: t('Dit heeft hoogstens 1000 tekens.', 'This has at most 1,000 characters.') }] : []),
    ]
    if (kind === 'access' && sending.name !== null) faults.push({ at: 'to_name', message: t('Alleen gegevens om mee te nemen kunnen naar een andere organisatie (art. 20 lid 2 AVG).', 'Only data to take along can go to another organisation (art. 20(2) GDPR).') })
    if (faults.length > 0) throw new Invalid(faults)
    const content = await packageContent(scope, tied, entry, kind, language)
    return orderPackage(scope, { register: register.key, entryId: entry.id, content, days, mostDownloads, toName: sending.name, consentOn: sending.name === null ? null : sending.consentOn, consentNote: sending.name === null ? null : sending.consentNote })
  }

  async function orderPage(c: Visit, scope: Scope, entry: Entry, typed: SentForm | undefined, faults: readonly Fault[], status: Status = 200) {
    const { open, unchecked, missing, hasActivities, lacksLog } = await packageStanding(scope, tied, entry)
    const fault = (at: string) => faults.find((one) => one.at === at)?.message
    const value = (name: string, usual: string) => typed?.one(name) ?? usual
    return showPage(c, house, register, {
      heading: t('Pakket maken', 'Make a package'), crumbs: toEntry(c, register, entry), narrow: true, failed: faults.length > 0,
      children: (
        <>
          {open.length > 0 && <Alert tone="warning"><p>{t('Nog niet iedereen heeft geantwoord', 'Not everybody has answered yet')}: {open.map(({ aboutName }) => aboutName).join(', ')}.</p></Alert>}
          {unchecked.length > 0 && <Alert tone="warning"><p>{t('Kijk eerst na', 'Check first')}: {unchecked.map(({ id, aboutName }, index) => <>{index > 0 && ', '}<Link href={`/${scope.organisation.slug}/ophalen/${id}`}>{aboutName}</Link></>)}.</p></Alert>}
          {lacksLog && <Alert tone="warning"><p>{t('Er zit nog niets uit het logboek bij: wie de gegevens kreeg, wanneer en waarvoor (art. 15 lid 1 AVG).', 'Nothing from the log is in it yet: who got the data, when and what for (art. 15(1) GDPR).')} <Link href={`${baseOf(c, register)}/${entry.id}/logboek`}>{t('Zoeken in het logboek', 'Search the log')}</Link></p></Alert>}
          {!hasActivities && options.registers && <Alert tone="warning"><p>{t('Bij deze zaak zijn geen verwerkingen gekozen. Het overzicht vertelt dan niet waarvoor u de gegevens gebruikt en hoe lang u ze bewaart (art. 15 lid 1 AVG).', 'No processing activities were chosen for this case. The overview then doesn’t tell what you use the data for and how long you keep them (art. 15(1) GDPR).')}</p></Alert>}
          {missing.length > 0 && (
            <Alert tone="warning" heading={t('In het register ontbreekt nog iets dat in het antwoord hoort', 'The register lacks something that belongs in the answer')}>
              <ul class="wb-list">{missing.map(({ activity, keys }) => <li>{activity}: {keys.map(sayMissing).join('; ')}</li>)}</ul>
            </Alert>
          )}
          <Form action={`${baseOf(c, register)}/${entry.id}/pakket`}>
            <ErrorSummary faults={faults} />
            <RadioGroup
              name="kind" label={t('Welk pakket', 'Which package')} value={value('kind', options.isPortability?.(entry) ? 'portability' : 'access')} error={fault('kind')}
              choices={[{ value: 'access', label: t('Inzage', 'Access'), hint: t('Alles wat is nagekeken, met uitleg (art. 15 AVG).', 'All that was checked, with explanation (art. 15 GDPR).') }, { value: 'portability', label: t('Om mee te nemen', 'To take along'), hint: t('Alleen wat de persoon zelf gaf, met toestemming of voor een overeenkomst (art. 20 AVG).', 'Only what the person gave, by consent or for a contract (art. 20 GDPR).') }]}
            />
            <RadioGroup name="language" label={t('Taal', 'Language')} inline value={value('language', options.recipient?.(entry)?.language ?? 'nl')} choices={[{ value: 'nl', label: t('Nederlands', 'Dutch') }, { value: 'en', label: t('Engels', 'English') }]} />
            <FieldRow>
              <NumberInput name="days" label={t('Op te halen gedurende', 'Can be fetched during')} unit={t('dagen', 'days')} value={value('days', String(usualDays))} error={fault('days')} />
              <NumberInput name="downloads" label={t('Hoogstens', 'At most')} unit={t('keer', 'times')} value={value('downloads', String(usualDownloads))} error={fault('downloads')} />
            </FieldRow>
            <Fieldset legend={t('Rechtstreeks naar een andere organisatie', 'Directly to another organisation')} hint={t('Alleen bij gegevens om mee te nemen, en alleen met schriftelijke toestemming van de persoon.', 'Only for data to take along, and only with the person’s written consent.')}>
              <TextInput name="to_name" label={t('Welke organisatie', 'Which organisation')} optional maxlength={200} value={value('to_name', '')} error={fault('to_name')} />
              <DateInput name="consent_on" label={t('Toestemming gegeven op', 'Consent given on')} optional value={value('consent_on', '')} error={fault('consent_on')} />
              <TextArea name="consent_note" label={t('Hoe is de toestemming gegeven', 'How the consent was given')} optional rows={2} value={value('consent_note', '')} error={fault('consent_note')} />
            </Fieldset>
            <SubmitBar primary={t('Pakket maken', 'Make the package')} cancel={{ words: t('Annuleren', 'Cancel'), href: `${baseOf(c, register)}/${entry.id}` }} />
          </Form>
        </>
      ),
    }, status)
  }

  async function packagePage(c: Visit, scope: Scope, entry: Entry, one: AnswerPackage) {
    const base = `${baseOf(c, register)}/${entry.id}/pakket/${one.id}`
    const { words, tone } = stateOfPackage(one, scope.now)
    const isBusy = one.state === 'waiting' || one.state === 'making'
    const canFetch = isFetchable(one, scope.now)
    const email = one.toName === null ? options.recipient?.(entry)?.email ?? null : null
    const downloads = await readDownloads(scope, one.id)
    return showPage(c, house, register, {
      heading: t('Antwoordpakket', 'Answer package'), crumbs: toEntry(c, register, entry), narrow: true, refreshSeconds: isBusy ? 3 : undefined, lead: <p><StatusBadge tone={tone}>{words}</StatusBadge> {sayKindOf(one)}</p>,
      children: (
        <>
          {isBusy && <ProgressBar label={t('Het pakket wordt gemaakt', 'The package is being made')} value={one.done} max={one.parts} words={t(`${one.done} van ${one.parts}`, `${one.done} of ${one.parts}`)} json={`${base}/voortgang.json`} />}
          {canFetch && (
            <Section heading={t('Zo komt het bij de persoon', 'How it reaches the person')} id="ophalen" lead={<p>{t('Geef de code apart van de link: aan de balie, per brief of per telefoon.', 'Give the code apart from the link: at the desk, by letter or by telephone.')}</p>}>
              <CopyableCode label={t('Link', 'Link')}>{`${house.config.publicUrl}${pathOfPackage(scope, one.id)}`}</CopyableCode>
              <CopyableCode label={t('Code', 'Code')}>{one.code ?? ''}</CopyableCode>
              {email !== null && <form method="post" action={`${base}/mailen`}><Button>{t(`Link mailen naar ${email}`, `Mail the link to ${email}`)}</Button></form>}
              <p><Link href={`${base}/bestand`}>{t('Zelf bekijken', 'Look at it yourself')}</Link> <span class="wb-subtle">{t('Dat telt niet mee, maar wordt wel vastgelegd.', 'That doesn’t count, but is recorded.')}</span></p>
            </Section>
          )}
          <Section heading={t('Wat ermee gebeurde', 'What happened to it')} id="verloop">
            <DescriptionList terms={[
              { term: t('Gevraagd', 'Asked for'), description: [sayMoment(one.askedAt), one.askedBy].filter(Boolean).join(' · ') },
              ...(one.madeAt ? [{ term: t('Gemaakt', 'Made'), description: sayMoment(one.madeAt) }] : []),
              { term: t('Op te halen tot', 'Can be fetched until'), description: sayDay(one.endsAt) },
              ...(one.toName === null ? [] : [{ term: t('Naar', 'To'), description: one.toName }, { term: t('Toestemming', 'Consent'), description: [sayDay(one.consentOn!), one.consentNote].filter(Boolean).join(': ') }]),
              { term: t('Opgehaald', 'Fetched'), description: downloads.length === 0 ? t('nog niet', 'not yet') : downloads.map(({ at, by }) => `${sayMoment(at)}${by === null ? '' : ` (${by})`}`).join('; ') },
              ...(one.destroyedAt ? [{ term: t('Vernietigd', 'Destroyed'), description: sayMoment(one.destroyedAt) }] : []),
            ]} />
            <ButtonGroup>
              {one.state === 'ready' && <form method="post" action={`${base}/vernieuwen`}><Button>{t('Vernieuwen', 'Renew')}</Button></form>}
              {one.state !== 'destroyed' && !isBusy && <form method="post" action={`${base}/vernietigen`}><Button look="danger">{t('Vernietigen', 'Destroy')}</Button></form>}
              {(one.state === 'destroyed' || one.state === 'failed') && <ButtonLink href={`${baseOf(c, register)}/${entry.id}/pakket`}>{t('Nieuw pakket maken', 'Make a new package')}</ButtonLink>}
            </ButtonGroup>
          </Section>
        </>
      ),
    })
  }

  async function mailLink(scope: Scope, entry: Entry, one: AnswerPackage): Promise<void> {
    const email = options.recipient?.(entry)?.email
    if (!email || one.toName !== null || !isFetchable(one, scope.now)) throw new Refused(t('Deze link kan nu niet per e-mail worden verstuurd.', 'This link can’t be sent by e-mail now.'))
    const until = (language: 'nl' | 'en') => inLanguage(language, () => sayDay(one.endsAt))
    await enqueueOutside(scope, {
      to: email, kind: 'letter', language: one.language, subject: { nl: 'Uw gegevens staan klaar', en: 'Your data are ready' },
      lines: [{ nl: `${scope.organisation.name} heeft uw gegevens klaargezet. U kunt ze ophalen tot ${until('nl')}. De code daarvoor krijgt u apart.`, en: `${scope.organisation.name} has your data ready. You can fetch them until ${until('en')}. You get the code separately.` }],
      link: { words: { nl: 'Uw gegevens ophalen', en: 'Fetch your data' }, path: pathOfPackage(scope, one.id) },
    })
    await writeHistory(scope, register.key, [{ entryId: entry.id, verb: 'package_mail' }])
  }

  return app
}
