// Norm page: one norm of the policy: what it asks and why, how it stands and what shows this, how that went, what is done about it, and what people stated.
import type { Scope } from '../../ground/scope.ts'
import { sayDay } from '../../ground/clock.ts'
import { say, t } from '../../ground/words.ts'
import { Alert, EmptyState, StatusBadge } from '../../page-kit/alerts.tsx'
import { Button, Link } from '../../page-kit/buttons.tsx'
import { sayCitation } from '../../page-kit/citation.ts'
import { DescriptionList, WithContents } from '../../page-kit/document.tsx'
import { Form, Section } from '../../page-kit/form.tsx'
import { StatusTrend } from '../../page-kit/status-trend.tsx'
import { Table } from '../../page-kit/table.tsx'
import { mayDo } from '../../register-kit/lifecycle.ts'
import type { Statement } from '../../register-kit/norms/statements.ts'
import type { NormStatus } from '../../register-kit/norm-evidence.ts'
import { measures } from '../../registers/measures/register.ts'
import { parameterWords, sayParameter } from '../../policy/parameter-words.ts'
import { type BoardNorm, isStated, wordsFor } from './board.ts'
import { NormBadge } from './board-page.tsx'
import { sayEvidence } from './evidence-words.ts'
import { statusTones, statusWords, sayResponsible } from './norm-words.ts'
import type { PolicyInForce } from '../../policy/in-force.ts'
import type { TrendDay } from './snapshots.ts'
import { StatementForm, StatementList, type TypedStatement } from './statement-parts.tsx'
import type { TiedMeasure } from './tied-measures.ts'

export type NormPageProps = {
  readonly scope: Scope
  readonly policy: PolicyInForce
  readonly one: BoardNorm
  readonly trend: readonly TrendDay[]
  readonly measures: readonly TiedMeasure[]
  readonly statements: readonly Statement[]
  readonly mayState: boolean
  readonly typed: TypedStatement
}

/** Higher where it stands better, so that the picture can be read without its colours. */
const levels: Readonly<Record<NormStatus, number>> = { met: 4, attention: 3, conflicts: 3, not_met: 2, not_measurable: 1 }

export function NormContent({ scope, policy, one, trend, measures: tied, statements, mayState, typed }: NormPageProps) {
  const { norm } = one
  const base = `/${scope.organisation.slug}`
  const isManual = isStated(norm)
  const sections = [
    { id: 'norm', words: t('De norm', 'The norm') }, { id: 'bewijs', words: t('Waaruit het blijkt', 'What shows it') }, { id: 'verloop', words: t('Verloop', 'Trend') }, { id: 'maatregelen', words: t('Maatregelen', 'Measures'), count: tied.length },
    ...(isManual || statements.length > 0 ? [{ id: 'verklaringen', words: t('Verklaringen', 'Statements'), count: statements.length }] : []),
  ]
  return (
    <WithContents sections={sections}>
      {norm.conflicts && (
        <Alert tone="warning" heading={t('Deze regel van het beleid is strijdig met de wet', 'This rule of the policy conflicts with the law')}>
          <p lang="nl">{norm.conflicts}</p>
          <p>{t('Waarborg voert de wet uit. De regel van het beleid blijft hier zichtbaar, met wat er gemeten is.', 'Waarborg carries out the law. The rule of the policy stays visible here, with what was measured.')}</p>
        </Alert>
      )}
      <Section id="norm" heading={t('De norm', 'The norm')}>
        <DescriptionList terms={[
          { term: t('Wat het beleid vraagt', 'What the policy asks'), description: <span lang="nl">{norm.text}</span> },
          { term: t('Waar het staat', 'Where it stands'), description: <span lang="nl">{[policy.profile.title, norm.src, policy.profile.sections.find(({ key }) => key === norm.section)?.title].filter(Boolean).join(', ')}</span> },
          { term: t('Bron', 'Source'), description: <span lang="nl">{policy.profile.source}</span> },
          { term: t('Artikel', 'Article'), description: sayCitation(norm.article) },
          { term: t('Beginsel', 'Principle'), description: wordsFor(policy.profile, norm, 'beginsel') },
          { term: t('Verantwoordelijk', 'Responsible'), description: sayResponsible(norm.role) },
          ...(norm.also ? [{ term: t('Werkt mee', 'Works on it too'), description: norm.also.map(sayResponsible).join(', ') }] : []),
          { term: t('Onderdeel', 'Part'), description: wordsFor(policy.profile, norm, 'onderdeel') },
          ...(norm.parameters ?? []).map((name) => ({ term: say(parameterWords[name]), description: sayParameter(policy.profile, name) })),
          ...(norm.note ? [{ term: t('Let op', 'Take note'), description: <span lang="nl">{norm.note}</span> }] : []),
        ]} />
      </Section>
      <Section id="bewijs" heading={t('Waaruit het blijkt', 'What shows it')} lead={one.parts.length > 1 && <p>{t('Al deze regels moeten kloppen; de slechtste telt.', 'All of these rules must hold; the worst counts.')}</p>}>
        {one.parts.map((part) => {
          const { asks, figures, links } = sayEvidence(scope, part)
          return (
            <div class="wb-card">
              <p><NormBadge status={part.status} /> <strong>{figures}</strong></p>
              <p class="wb-subtle">{t('Voldaan als dit klopt:', 'Fulfilled when this holds:')} {asks}</p>
              {links.length > 0 && <ul class="wb-values">{links.map(({ words, href, count }) => <li><Link href={href}>{words}</Link>{count !== undefined && <> <span class="wb-count">{count}</span></>}</li>)}</ul>}
            </div>
          )
        })}
      </Section>
      <Section id="verloop" heading={t('Verloop', 'Trend')} lead={<p>{t('Hoe de norm er elke dag voor stond, hoogstens 90 dagen terug. Op een lege plek is die dag niet gemeten; dat wordt niet achteraf ingevuld.', 'How the norm stood each day, at most 90 days back. An empty place is a day on which it wasn’t measured; that is never filled in afterwards.')}</p>}>
        <StatusTrend label={t(`Verloop van ${norm.id}`, `Trend of ${norm.id}`)} points={trend.map(({ day, status }) => ({ day, state: status && { words: say(statusWords[status]), tone: statusTones[status], level: levels[status] } }))} />
      </Section>
      <Section id="maatregelen" heading={t('Maatregelen', 'Measures')}>
        {tied.length === 0
          ? <EmptyState heading={t('Nog geen maatregel', 'No measure yet')} icon="check"><p>{t('Kan dit beter? Leg vast wat u gaat doen, wie dat doet en wanneer het klaar is.', 'Can this be better? Record what you will do, who does it and when it is done.')}</p></EmptyState>
          : (
            <Table<TiedMeasure> caption={t('Maatregelen voor deze norm', 'Measures for this norm')} captionHidden rows={tied} columns={[
              { key: 'name', header: t('Maatregel', 'Measure'), names: true, cell: ({ id, name }) => <Link href={`${base}/${measures.path}/${id}`}>{name}</Link> },
              { key: 'status', header: t('Fase', 'Phase'), cell: ({ status }) => <StatusBadge tone={measures.lifecycle.statuses[status]!.tone}>{say(measures.lifecycle.statuses[status]!.words)}</StatusBadge> },
              { key: 'due', header: t('Klaar op', 'Due'), oneLine: true, cell: ({ dueOn }) => dueOn && sayDay(dueOn) },
            ]} />
          )}
        {mayDo(measures, scope.actor, 'create', null) || scope.actor.kind === 'person' && scope.actor.assignments.some(({ role }) => role === 'process_owner')
          // Redraws the form of a new measure with the norm filled in, without saving anything.
          ? <Form action={`${base}/${measures.path}/nieuw`} hidden={{ 'norms.0.norm': norm.id }} defaultAction="add:norms"><Button icon="plus" name="_action" value="add:norms">{t('Maak een maatregel', 'Make a measure')}</Button></Form> : <></>}
      </Section>
      {(isManual || statements.length > 0) && (
        <Section id="verklaringen" heading={t('Verklaringen', 'Statements')}>
          <StatementList base={base} statements={statements} now={scope.now} />
          {isManual && mayState && <StatementForm action={`${base}/normen/${norm.id}/verklaringen`} norm={norm} typed={typed} />}
        </Section>
      )}
    </WithContents>
  )
}
