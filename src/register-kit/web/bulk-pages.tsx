// Bulk pages: choosing several entries and what to do with them, what that would do to each, and what it did.
import type { Child } from 'hono/jsx'
import type { Fault } from '../../ground/refusals.ts'
import { say, t } from '../../ground/words.ts'
import { Alert, Badge, type BadgeTone } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { ErrorSummary, Form, SubmitBar } from '../../page-kit/form.tsx'
import { type Choice, type ChoiceGroup, Select } from '../../page-kit/inputs.tsx'
import { type Column, Table } from '../../page-kit/table.tsx'
import { type BulkOutcome, mostAtOnce } from '../bulk.ts'
import { type BulkChoice, fieldsAsked } from '../bulk-choices.ts'
import type { Lookups } from '../entry.ts'
import { FieldControl } from '../field-control.tsx'
import type { FormState } from '../form-state.ts'
import { hasProposals } from '../lifecycle.ts'
import { type ListRow, mostCounted } from '../list-query.ts'
import type { Register } from '../register.ts'
import { amountOf, capital, lower } from '../register-words.ts'
import { sayValue } from '../say-value.ts'

/** Names of the form's own parts; a dot keeps them apart from the fields of any register. */
export const parts = { chosen: 'samen.gekozen', all: 'samen.alles', list: 'samen.lijst', action: 'samen.doen', ids: 'samen.ids', asked: 'samen.gevraagd', cause: 'samen.kenmerk' } as const
const formId = 'samen'

/** Marks a row of the list. */
export function bulkMark(): Column<ListRow> {
  const words = t('Kies', 'Choose')
  return { key: 'samen', header: words, tick: true, cell: ({ id, title }) => <input class="utrecht-checkbox utrecht-checkbox--html-input wb-box" type="checkbox" form={formId} name={parts.chosen} value={id} aria-label={`${words}: ${title}`} /> }
}

/** Under the list: goes on with the rows that are marked, or with everything that the filter shows. */
export function BulkBar({ register, base, list, count }: { register: Register; base: string; list: string; count: number }) {
  const amount = lower(amountOf(register, count, mostCounted))
  return (
    <form class="wb-form" id={formId} method="post" action={`${base}/samen`}>
      <input type="hidden" name={parts.list} value={list} />
      <ButtonGroup>
        <Button icon="edit">{t('Wijzig wat is aangevinkt', 'Change what is ticked')}</Button>
        <Button look="subtle" name={parts.all} value="yes">{t(`Wijzig alles wat dit filter toont (${amount})`, `Change everything that this filter shows (${amount})`)}</Button>
      </ButtonGroup>
    </form>
  )
}

/** What to do with the chosen entries. */
export function BulkChoose({ register, base, choices, ids, back, list, faults }: Omit<Chosen, 'choice'> & { choices: readonly BulkChoice[]; list: string; faults: readonly Fault[] }) {
  return (
    <Form action={`${base}/samen`} defaultAction="choose" hidden={{ [parts.ids]: ids.join(' '), [parts.list]: list }}>
      <ErrorSummary faults={faults} />
      <p>{capital(amountOf(register, ids.length))}. {t('U ziet eerst wat er zou gebeuren.', 'You first see what would happen.')}</p>
      <Select name={parts.action} label={t('Wat wilt u doen?', 'What do you want to do?')} choices={grouped(choices)} width="full" error={faults.find(({ at }) => at === parts.action)?.message} />
      <SubmitBar primary={t('Verder', 'Go on')} primaryAction="choose" cancel={{ words: t('Annuleren', 'Cancel'), href: back }} />
    </Form>
  )
}

function grouped(choices: readonly BulkChoice[]): ChoiceGroup[] {
  const group = (label: string, ...kinds: BulkChoice['kind'][]): ChoiceGroup[] => {
    const own: Choice[] = choices.filter(({ kind }) => kinds.includes(kind)).map(({ key, words }) => ({ value: key, label: words }))
    return own.length > 0 ? [{ label, choices: own }] : []
  }
  return [...group(t('Een stap doen', 'Take a step'), 'step'), ...group(t('Een veld invullen', 'Fill in a field'), 'set'), ...group(t('Een lijst aanvullen of inkorten', 'Add to a list or shorten it'), 'add', 'take')]
}

type Chosen = { readonly register: Register; readonly base: string; readonly choice: BulkChoice; readonly ids: readonly string[]; readonly back: string }

/** What the action needs to know, asked once for all. */
export function BulkAsk({ register, base, choice, ids, back, state, list }: Chosen & { state: FormState; list: string }) {
  const { fields, required } = fieldsAsked(register, choice)
  const verb = choice.kind === 'step' ? register.lifecycle.verbs[choice.name] : undefined
  return (
    <Form action={`${base}/samen`} defaultAction="preview" hidden={{ [parts.ids]: ids.join(' '), [parts.action]: choice.key, [parts.asked]: 'yes', [parts.list]: list }}>
      <ErrorSummary faults={state.faults} />
      <p>{capital(amountOf(register, ids.length))}.</p>
      {verb?.explain && <p>{say(verb.explain)}</p>}
      {Object.entries(fields).map(([key, field]) => <FieldControl name={key} field={field} state={state} optional={!required.includes(key)} />)}
      <SubmitBar primary={t('Bekijk wat er gebeurt', 'See what would happen')} primaryAction="preview" cancel={{ words: t('Annuleren', 'Cancel'), href: back }} />
    </Form>
  )
}

/** What would happen to each, with the button that does it. `asked` repeats what was filled in. */
export function BulkPreview({ register, base, choice, ids, back, outcomes, lookups, asked, cause, list }: Chosen & { outcomes: readonly BulkOutcome[]; lookups: Lookups; asked: readonly (readonly [string, string])[]; cause: string; list: string }) {
  const doing = outcomes.filter(({ what }) => what === 'done' || what === 'proposal').length
  return (
    <>
      <OutcomeCounts register={register} outcomes={outcomes} isPlan />
      {doing === 0
        ? <ButtonGroup><ButtonLink href={back}>{t('Terug naar de lijst', 'Back to the list')}</ButtonLink></ButtonGroup>
        : (
          <form class="wb-form" method="post" action={`${base}/samen/doen`}>
            {Object.entries({ [parts.ids]: ids.join(' '), [parts.action]: choice.key, [parts.cause]: cause, [parts.list]: list }).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
            {asked.map(([name, value]) => <input type="hidden" name={name} value={value} />)}
            <ButtonGroup>
              <Button look={choice.kind === 'step' && register.lifecycle.verbs[choice.name]?.isDanger ? 'danger' : 'primary'} name="_action" value="confirm">{sayDoing(register, choice, doing)}</Button>
              <ButtonLink look="subtle" href={back}>{t('Annuleren', 'Cancel')}</ButtonLink>
            </ButtonGroup>
          </form>
        )}
      <OutcomeTable {...{ register, base, outcomes, lookups }} isPlan />
    </>
  )
}

/** `Afdeling wijzigen`, or the step as it is called. */
export function sayAction({ kind, words }: BulkChoice): string {
  return kind === 'set' ? t(`${words} wijzigen`, `Change ${lower(words)}`) : words
}

/** The button: `Jaarlijks nagekeken: 3 systemen`, `3 systemen wijzigen`. */
function sayDoing(register: Register, { kind, words }: BulkChoice, count: number): string {
  const amount = amountOf(register, count)
  return kind === 'step' ? `${words}: ${amount}` : t(`${amount} wijzigen`, `Change ${amount}`)
}

/** What was done, as history knows it. */
export function BulkReport({ register, base, cause, done, removed, skipped, mayUndo }: { register: Register; base: string; cause: string; done: readonly { id: string; title: string; verbs: readonly string[] }[]; removed: number; skipped: number; mayUndo: boolean }) {
  const sayVerb = (verb: string) => register.lifecycle.verbs[verb] ? capital(say(register.lifecycle.verbs[verb].done)) : verb
  return (
    <>
      <p>{[
        t(`${capital(amountOf(register, done.length + removed))} gewijzigd.`, `${capital(amountOf(register, done.length + removed))} changed.`),
        skipped > 0 && t(`${capital(amountOf(register, skipped))} niet gewijzigd.`, `${capital(amountOf(register, skipped))} not changed.`),
      ].filter(Boolean).join(' ')}</p>
      <ButtonGroup>
        <ButtonLink look="primary" href={`${base}?import=${cause}`}>{t('Bekijk ze in de lijst', 'See them in the list')}</ButtonLink>
        {mayUndo && <form method="post" action={`${base}/samen/${cause}/ongedaan`}><Button icon="history">{t('Ongedaan maken', 'Undo')}</Button></form>}
        <ButtonLink href={base}>{t('Terug naar de lijst', 'Back to the list')}</ButtonLink>
      </ButtonGroup>
      {mayUndo && <p class="wb-subtle">{t('Ongedaan maken zet velden terug waar ze sindsdien niet opnieuw zijn gewijzigd. Dat staat dan ook in de geschiedenis.', 'Undoing sets fields back where they weren’t changed again since. That then stands in the history too.')}</p>}
      <Table
        caption={t('Wat is gewijzigd', 'What was changed')} captionHidden rows={done} empty={<></>}
        columns={[
          { key: 'title', header: say(register.fields[register.named.title]!.words), names: true, cell: ({ id, title }) => <Link href={`${base}/${id}`}>{title}</Link> },
          { key: 'verbs', header: t('Wat er gebeurde', 'What happened'), cell: ({ verbs }) => verbs.map(sayVerb).join(', ') },
        ]}
      />
    </>
  )
}

/** What was refused after all while it was being done, with what did go well. */
export function BulkResult({ register, base, cause, outcomes, lookups }: { register: Register; base: string; cause: string; outcomes: readonly BulkOutcome[]; lookups: Lookups }) {
  const isAnyDone = outcomes.some(({ what }) => what === 'done' || what === 'proposal')
  return (
    <>
      <OutcomeCounts register={register} outcomes={outcomes} />
      <ButtonGroup>
        {isAnyDone && <ButtonLink look="primary" href={`${base}/samen/${cause}`}>{t('Bekijk wat is gewijzigd', 'See what was changed')}</ButtonLink>}
        <ButtonLink href={base}>{t('Terug naar de lijst', 'Back to the list')}</ButtonLink>
      </ButtonGroup>
      <OutcomeTable {...{ register, base, outcomes, lookups }} />
    </>
  )
}

/** Nothing can be done with what was sent: why, and the way back. */
export function BulkStopped({ faults, back }: { faults: readonly Fault[]; back: string }) {
  return (
    <>
      <ErrorSummary heading={t('Zo kan het niet', 'It can’t be done like this')} faults={faults} />
      <ButtonGroup><ButtonLink look="primary" href={back}>{t('Terug naar de lijst', 'Back to the list')}</ButtonLink></ButtonGroup>
    </>
  )
}

export function sayTooMany(register: Register): string {
  const many = lower(say(register.words.many))
  return t(`U kunt hooguit ${mostAtOnce} ${many} tegelijk wijzigen. Maak de lijst korter met een filter.`, `You can change at most ${mostAtOnce} ${many} at once. Make the list shorter with a filter.`)
}

const tones: Readonly<Record<BulkOutcome['what'], BadgeTone>> = { done: 'positive', proposal: 'info', same: 'neutral', refused: 'warning' }

function sayWhat(what: BulkOutcome['what'], isPlan: boolean): string {
  switch (what) {
    case 'done': return isPlan ? t('wordt gewijzigd', 'will change') : t('gewijzigd', 'changed')
    case 'proposal': return isPlan ? t('wordt een voorstel', 'becomes a proposal') : t('voorgesteld', 'proposed')
    case 'same': return t('blijft gelijk', 'stays the same')
    case 'refused': return isPlan ? t('kan niet', 'isn’t possible') : t('niet gelukt', 'didn’t work')
  }
}

function OutcomeCounts({ register, outcomes, isPlan = false }: { register: Register; outcomes: readonly BulkOutcome[]; isPlan?: boolean }) {
  const counts = (['done', 'proposal', 'same', 'refused'] as const).flatMap((what) => {
    const count = outcomes.filter((outcome) => outcome.what === what).length
    return count > 0 ? [{ what, count }] : []
  })
  return (
    <>
      <ul class="wb-values">{counts.map(({ what, count }) => <li>{amountOf(register, count)}: <Badge tone={tones[what]}>{sayWhat(what, isPlan)}</Badge></li>)}</ul>
      {isPlan && hasProposals(register) && counts.some(({ what }) => what === 'proposal') && (
        <Alert tone="info">{t('Wat van kracht is, verandert niet meteen: de wijziging komt ernaast als voorstel, dat eerst wordt getoetst en geactiveerd.', 'What is in force doesn’t change at once: the change comes beside it as a proposal, which is tested and activated first.')}</Alert>
      )}
    </>
  )
}

function OutcomeTable({ register, base, outcomes, lookups, isPlan = false }: { register: Register; base: string; outcomes: readonly BulkOutcome[]; lookups: Lookups; isPlan?: boolean }) {
  const value = ({ change }: BulkOutcome, side: 'before' | 'after'): Child => change && (sayValue(register.fields[change.field]!, change[side], lookups).join('; ') || '–')
  const hasChanges = outcomes.some(({ change }) => change)
  const order = ['done', 'proposal', 'refused', 'same']
  return (
    <Table<BulkOutcome>
      caption={t('Per stuk', 'One by one')} captionHidden rows={outcomes.toSorted((one, other) => order.indexOf(one.what) - order.indexOf(other.what))}
      columns={[
        { key: 'title', header: say(register.fields[register.named.title]!.words), names: true, cell: ({ id, title }) => <Link href={`${base}/${id}`}>{title}</Link> },
        { key: 'what', header: t('Wat er gebeurt', 'What happens'), cell: ({ what, why }) => <><Badge tone={tones[what]}>{sayWhat(what, isPlan)}</Badge>{why && <> {why}</>}</> },
        ...(hasChanges ? [
          { key: 'before', header: t('Was', 'Was'), cell: (outcome: BulkOutcome) => value(outcome, 'before') },
          { key: 'after', header: t('Wordt', 'Becomes'), cell: (outcome: BulkOutcome) => value(outcome, 'after') },
        ] : []),
      ]}
    />
  )
}
