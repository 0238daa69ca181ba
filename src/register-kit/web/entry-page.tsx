// Entry page: one entry, read like a document: what it says, with findings, remarks and history beside each field.
import type { Child } from 'hono/jsx'
import { sayDay } from '../../ground/clock.ts'
import { say, t } from '../../ground/words.ts'
import { Alert, Badge } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink } from '../../page-kit/buttons.tsx'
import { DescriptionList, Details, WithContents } from '../../page-kit/document.tsx'
import { fieldId } from '../../page-kit/field.tsx'
import { Section } from '../../page-kit/form.tsx'
import type { AnyInput } from '../entry.ts'
import { stepsFor, workOf } from '../lifecycle.ts'
import type { Section as DeclaredSection, Verb } from '../register.ts'
import { lower } from '../register-words.ts'
import type { Finding } from '../rules.ts'
import { sayCell } from '../say-value.ts'
import { DeadlinePanel } from './deadline-panel.tsx'
import { Progress, ProposalBar, Remarks, UsedIn, Versions } from './entry-parts.tsx'
import { type EntryProps, shownInput } from './entry-props.ts'
import { FieldValue, isFilled } from './field-value.tsx'
import { FindingNotes } from './finding-notes.tsx'
import { StatusOf } from './list-cells.tsx'

export function EntryLead({ register, entry, lookups }: Pick<EntryProps, 'register' | 'entry' | 'lookups'>) {
  const { system, input } = entry
  const { department, number } = register.named
  const field = department === undefined ? undefined : register.fields[department]
  return (
    <p>
      <StatusOf register={register} status={system.status} proposal={entry.proposal?.status} /> {String(input[number.field] ?? '')}
      {field?.type === 'reference' && <> · {sayCell(field, input[department!], lookups) || t('geen afdeling', 'no department')}</>}
      {system.version > 0 && <> · {t('versie', 'version')} {system.version}</>} · {t('gewijzigd', 'changed')} {sayDay(system.updated_at)}
    </p>
  )
}

/** More steps than this are a wall of buttons: they fold away, but for the main one. */
const stepsAtOnce = 6

/** The steps the reader may take now: the first as the main one. A case says itself what comes next, and keeps the others folded. */
export function EntryActions({ register, base, entry, actor, children }: Pick<EntryProps, 'register' | 'base' | 'entry' | 'actor'> & { children?: Child }) {
  const steps = stepsFor(register, actor, workOf(register, entry)).filter((key) => !isAskedAtField(register.lifecycle.verbs[key]!))
  const href = `${base}/${entry.id}`
  const isCase = register.lifecycle.concluded !== undefined
  const main = isCase ? undefined : steps[0]
  const isFolded = steps.length > stepsAtOnce
  const shown = isFolded ? steps.filter((key) => key === main || register.lifecycle.verbs[key]!.offered === 'edit') : steps
  const step = (key: string) => <StepButton verb={register.lifecycle.verbs[key]!} step={key} href={href} revision={entry.system.revision} isMain={key === main} />
  return (
    <>
      <ButtonGroup>
        {shown.map(step)}
        {children}
        <ButtonLink href={`${href}/geschiedenis`} look="subtle" icon="history">{t('Geschiedenis', 'History')}</ButtonLink>
      </ButtonGroup>
      {isFolded && <Details summary={t(`Alle stappen (${steps.length - shown.length})`, `All steps (${steps.length - shown.length})`)}><ButtonGroup>{steps.filter((key) => !shown.includes(key)).map(step)}</ButtonGroup></Details>}
    </>
  )
}

function StepButton({ verb, step, href, revision, isMain }: { verb: Verb; step: string; href: string; revision: number; isMain: boolean }) {
  const look = verb.isDanger ? 'subtle' : isMain ? 'primary' : 'secondary'
  if (verb.offered === 'edit') return <ButtonLink href={`${href}/wijzigen`} look={look} icon="edit">{say(verb.words)}</ButtonLink>
  if (verb.offered === 'form') return <ButtonLink href={`${href}/stap/${step}`} look={look}>{say(verb.words)}</ButtonLink>
  return <form method="post" action={`${href}/stap/${step}`}><input type="hidden" name="revision" value={String(revision)} /><Button look={look}>{say(verb.words)}</Button></form>
}

/** A step that is about one field is offered at each field instead of above the document. */
export function isAskedAtField(verb: Verb): boolean {
  return verb.offered === 'form' && Object.hasOwn(verb.fields ?? {}, 'field')
}

export function EntryDocument(props: EntryProps) {
  const { register, findings } = props
  const input = shownInput(props)
  const sections = register.sections.filter((section) => isRelevant(section, input, findings))
  return (
    <>
      <ProposalBar {...props} />
      {props.opening}
      <DeadlinePanel {...props} />
      <Progress {...props} />
      <Remarks {...props} />
      <WithContents
        sections={[
          ...sections.map(({ key, words, fields }) => ({ id: key, words: say(words), count: findings.filter(({ field }) => fields.includes(field)).length || undefined })),
          ...(props.usedIn.length > 0 ? [{ id: 'gebruikt-in', words: t('Gebruikt in', 'Used in') }] : []), { id: 'versies', words: t('Versies', 'Versions') },
        ]}
      >
        {findings.length > 0 && (
          <Alert tone={findings.some(({ severity }) => severity === 'blocking') ? 'error' : 'warning'} heading={findings.length === 1 ? t('1 bevinding', '1 finding') : t(`${findings.length} bevindingen`, `${findings.length} findings`)}>
            <p>{t('Ze staan hieronder bij het veld waar ze over gaan, met wat u kunt doen.', 'They stand below at the field they are about, with what you can do.')}</p>
          </Alert>
        )}
        {sections.map((section) => <DocumentSection {...props} section={section} input={input} />)}
        <UsedIn {...props} />
        {props.related}
        {props.beside}
        <Versions {...props} />
      </WithContents>
    </>
  )
}

function DocumentSection({ section, input, ...props }: EntryProps & { section: DeclaredSection; input: AnyInput }) {
  const { register, lookups, links, changedFields, findings, remarks } = props
  const isShown = (key: string) => isFilled(input[key]) || findings.some(({ field }) => field === key) || remarks.some(({ field }) => field === key)
  const empty = section.fields.filter((key) => !isShown(key))
  return (
    <Section id={section.key} heading={say(section.words)}>
      <DescriptionList
        terms={section.fields.filter(isShown).map((key) => ({
          term: say(register.fields[key]!.words),
          id: fieldId(key),
          description: isFilled(input[key]) || changedFields.includes(key)
            ? <FieldValue field={register.fields[key]!} value={input[key]} lookups={lookups} links={links} isChanged={changedFields.includes(key)} />
            : undefined,
          side: <BesideField field={key} {...props} />,
        }))}
      />
      {/* Fields with nothing in them stand together in one line, so that the page reads on. */}
      {empty.length > 0 && <p class="wb-subtle">{t('Niet ingevuld', 'Not filled in')}: {empty.map((key) => lower(say(register.fields[key]!.words))).join(', ')}.</p>}
    </Section>
  )
}

/** A section that doesn't concern this entry only shows when something is in it, or missing from it. */
function isRelevant(section: DeclaredSection, input: AnyInput, findings: readonly Finding[]): boolean {
  return (section.concerns?.(input) ?? true) || section.fields.some((key) => isFilled(input[key]) || findings.some(({ field }) => field === key))
}

function BesideField({ field, register, base, findings, remarks, actor, entry }: EntryProps & { field: string }) {
  const href = `${base}/${entry.id}`
  const words = say(register.fields[field]!.words)
  const open = remarks.filter((remark) => remark.field === field && remark.answer === null)
  const steps = stepsFor(register, actor, workOf(register, entry)).filter((key) => isAskedAtField(register.lifecycle.verbs[key]!))
  return (
    <>
      <FindingNotes rules={register.rules} findings={findings.filter((finding) => finding.field === field)} />
      {open.map((remark) => <p><Badge tone="info">{t('opmerking', 'remark')}</Badge> <a href={`#opmerking-${remark.id}`}>{remark.by}: {remark.body.slice(0, 80)}</a></p>)}
      <p class="wb-quiet-links">
        <a href={`${href}/geschiedenis?veld=${field}`} aria-label={t(`Geschiedenis van ${words}`, `History of ${words}`)}>{t('geschiedenis', 'history')}</a>
        {steps.map((key) => {
          const verb = say(register.lifecycle.verbs[key]!.words)
          return <> · <a href={`${href}/stap/${key}?veld=${field}`} aria-label={`${verb}: ${words}`}>{lower(verb)}</a></>
        })}
      </p>
    </>
  )
}
