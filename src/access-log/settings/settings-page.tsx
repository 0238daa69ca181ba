// Settings page of the log: own activity, term, keys, and what was changed before.
import type { Child } from 'hono/jsx'
import { sayMoment } from '../../ground/clock.ts'
import type { LogKeys } from '../../ground/log-keys.ts'
import { t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { type DurationParts, sayDuration } from '../../page-kit/duration.ts'
import { ErrorSummary, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { History } from '../../page-kit/history.tsx'
import { DurationInput, Select } from '../../page-kit/inputs.tsx'
import { DescriptionList } from '../../page-kit/document.tsx'
import { faultAt, type Faults } from '../../people/form-input.ts'
import type { HistoryEvent } from '../../register-kit/history.ts'
import type { ChosenActivity, LogSettings } from './log-settings.ts'

export type SettingsPageProps = {
  readonly base: string; readonly slug: string; readonly settings: LogSettings; readonly activities: readonly ChosenActivity[]; readonly keys: LogKeys; readonly events: readonly HistoryEvent[]
  readonly mayChange: boolean; readonly mayDestroy: boolean; readonly faults: Faults; readonly typed?: { readonly ownActivity: string; readonly keepFor: DurationParts }
}

export function SettingsPage(props: SettingsPageProps): Child {
  const { base, slug, settings, activities, keys, events, mayChange, mayDestroy, faults, typed } = props
  const chosen = activities.find(({ id }) => id === settings.ownActivity)
  return (
    <>
      <ErrorSummary faults={faults} />
      {settings.ownActivity === null && <Alert tone="warning" heading={t('Kies onder welke verwerking Waarborg zelf valt', 'Choose under which processing activity Waarborg itself falls')}>{t('Ook wie met Waarborg werkt, gebruikt persoonsgegevens. Die regels horen bij een verwerking uit uw register; nu staan ze onder een algemene naam.', 'Whoever works with Waarborg uses personal data too. Those records belong to a processing activity of your register; now they stand under a general name.')}{!mayChange && ` ${t('De privacy officer of de beheerder kan dit kiezen.', 'The privacy officer or the administrator can choose this.')}`}</Alert>}
      <Section heading={t('Verwerking en bewaartermijn', 'Activity and retention')} id="termijn">
        {mayChange ? (
          <Form action={`${base}/instellingen`}>
            <Select
              name="own_activity" label={t('Verwerking die beschrijft wat uw organisatie met Waarborg doet', 'Processing activity that describes what your organisation does with Waarborg')} optional value={typed?.ownActivity ?? settings.ownActivity ?? ''} error={faultAt(faults, 'own_activity')}
              hint={t('Staat zij er niet bij? Leg haar dan eerst vast in het register van verwerkingen.', 'Isn’t it there? Then record it in the register of processing activities first.')} choices={activities.map(({ id, label }) => ({ value: id, label }))}
            />
            <DurationInput
              name="keep_for" label={t('Bewaar regels van het logboek', 'Keep records of the access log')} value={typed?.keepFor ?? settings.keepFor} error={faultAt(faults, 'keep_for')}
              hint={t('Minstens 6 maanden en hoogstens 20 jaar. Een kortere termijn geldt vanaf de eerstvolgende nacht: wat dan te oud is, gaat weg en komt niet terug.', 'At least 6 months and at most 20 years. A shorter term holds from the next night on: what is too old by then goes, and doesn’t come back.')}
            />
            <SubmitBar primary={t('Opslaan', 'Save')} />
          </Form>
        ) : <DescriptionList terms={[{ term: t('Verwerking van Waarborg zelf', 'Activity of Waarborg itself'), description: chosen?.label ?? t('Nog niet gekozen', 'Not chosen yet') }, { term: t('Bewaartermijn', 'Retention'), description: sayDuration(settings.keepFor) }]} />}
        <p><Link href={`${base}/bewaren`}>{t('Wat langer moet blijven, en wat is verwijderd', 'What must stay longer, and what was removed')}</Link></p>
        <p><Link href={`/${slug}/organisatie#kantooruren`}>{t('Kantooruren: daarbuiten valt het op als iemand gegevens bekijkt', 'Office hours: outside them it stands out when somebody looks at data')}</Link></p>
      </Section>
      <Section
        heading={t('Sleutels', 'Keys')} id="sleutels"
        lead={t('In het logboek staan geen namen en nummers, maar kenmerken die met een sleutel zijn gemaakt. De sleutels liggen buiten de database. Zonder sleutel kan niemand zien over wie een regel gaat.', 'The access log holds no names and numbers, but marks made with a key. The keys lie outside the database. Without a key nobody can tell whom a record is about.')}
      >
        <DescriptionList terms={keyTerms(keys)} />
        {mayChange && (
          <>
            <p>{t('Vervang de sleutel elk jaar, en als u denkt dat iemand hem kent. Nieuwe regels krijgen dan kenmerken met de nieuwe sleutel. Oude regels blijven te vinden: wie zoekt, zoekt met alle sleutels tegelijk.', 'Replace the key every year, and when you think that somebody knows it. New records then get marks made with the new key. Old records can still be found: a search uses all keys at once.')}</p>
            <Form action={`${base}/sleutels/vervangen`}><ButtonGroup><Button look="secondary">{t('Sleutel vervangen', 'Replace the key')}</Button></ButtonGroup></Form>
          </>
        )}
        {mayDestroy && <ButtonGroup><ButtonLink look="danger" href={`${base}/sleutels/vernietigen`}>{t('Sleutels vernietigen', 'Destroy the keys')}</ButtonLink></ButtonGroup>}
      </Section>
      <Section heading={t('Geschiedenis', 'History')} id="geschiedenis">
        {events.length === 0 ? <p>{t('Er is nog niets gewijzigd.', 'Nothing has been changed yet.')}</p> : <History label={t('Geschiedenis', 'History')} happenings={events.map((event) => happening(event, activities))} />}
      </Section>
    </>
  )
}

function keyTerms(keys: LogKeys) {
  const all = keys.all()
  const destroyed = keys.destroyed()
  return [
    { term: t('Sleutel waarmee nu wordt geschreven', 'Key that is written with now'), description: t(`nummer ${all[0]!.number}, sinds ${sayMoment(all[0]!.since)}`, `number ${all[0]!.number}, since ${sayMoment(all[0]!.since)}`) },
    { term: t('Oudere sleutels om mee te zoeken', 'Older keys to search with'), description: all.length === 1 ? t('geen', 'none') : all.slice(1).map(({ number }) => number).join(', ') },
    ...(destroyed.length === 0 ? [] : [{ term: t('Sleutels vernietigd', 'Keys destroyed'), description: destroyed.map(sayMoment).join('; ') }]),
  ]
}

function happening({ at, personName, verb, note, changes }: HistoryEvent, activities: readonly ChosenActivity[]) {
  const what = {
    change: t('Instellingen gewijzigd', 'Settings changed'), rotate_keys: t('Sleutel vervangen', 'Key replaced'), destroy_keys: t('Sleutels vernietigd', 'Keys destroyed'),
    hold: t('Bewaarplicht vastgelegd', 'Hold made'), end_hold: t('Bewaarplicht beëindigd', 'Hold ended'),
  }[verb] ?? verb
  const shown = (field: string, value: unknown) => typeof value !== 'string' ? undefined : field === 'keep_for' ? sayDuration(value) : activities.find(({ id }) => value.endsWith(id))?.label ?? value
  return {
    at: at.toISOString(), when: sayMoment(at), who: personName ?? 'Waarborg', what, ...(note ? { note: <p lang="nl">{note}</p> } : {}),
    changes: changes.map(({ field, before, after }) => ({ field: field === 'keep_for' ? t('Bewaartermijn', 'Retention') : t('Verwerking van Waarborg zelf', 'Activity of Waarborg itself'), before: shown(field, before), after: shown(field, after) })),
  }
}
