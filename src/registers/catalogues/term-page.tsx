// Term page: everything one term says, where it comes from and where it is used, with its history; and the form of an own term.
import type { Child } from 'hono/jsx'
import { ownOrigin, type TenantTerm } from '../../catalogues/difference.ts'
import { isMark, marksFor, markWords } from '../../catalogues/own-terms.ts'
import type { TermHappening } from '../../catalogues/term-history.ts'
import type { Fault } from '../../ground/refusals.ts'
import { currentLanguage, say, t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { Button, ButtonLink } from '../../page-kit/buttons.tsx'
import { CheckboxGroup } from '../../page-kit/choices.tsx'
import { sayCitation } from '../../page-kit/citation.ts'
import { DescriptionList, ValueList } from '../../page-kit/document.tsx'
import { ErrorSummary, FieldRow, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { TextArea, TextInput } from '../../page-kit/inputs.tsx'
import { UsesOf } from './catalogue-page.tsx'
import { InUse, sayField, sayOrigin, sayParent, sayPart, TermHistory } from './term-words.tsx'

export function TermActions({ here, term }: { here: string; term: TenantTerm }): Child {
  return (
    <div class="wb-buttons">
      {term.origin === ownOrigin && <ButtonLink icon="edit" href={`${here}/wijzigen`}>{t('Wijzigen', 'Change')}</ButtonLink>}
      <form method="post" action={`${here}/stand`}><Button name="stand" value={term.isActive ? 'uit' : 'in'}>{term.isActive ? t('Buiten gebruik zetten', 'Put out of use') : t('Weer in gebruik nemen', 'Take back into use')}</Button></form>
    </div>
  )
}

export function TermPage({ slug, term, terms, count, events }: { slug: string; term: TenantTerm; terms: readonly TenantTerm[]; count: number | undefined; events: readonly TermHappening[] }) {
  const period = [term.validFrom && `${t('vanaf', 'from')} ${sayPart('validFrom', term.validFrom)}`, term.validUntil && `${t('tot en met', 'up to and including')} ${sayPart('validUntil', term.validUntil)}`].filter(Boolean).join(' ')
  const said: [string, Child | null | undefined][] = [
    [t('Uitleg', 'Explanation'), dutch(term.note)], [sayField(currentLanguage() === 'nl' ? 'labelEn' : 'labelNl'), currentLanguage() === 'nl' ? <span lang="en">{term.label.en}</span> : dutch(term.label.nl)],
    [t('Hoort onder', 'Belongs under'), sayParent(term, terms)],
    [t('Kenmerken', 'Marks'), term.marks.length > 0 && <ValueList values={term.marks.map((mark) => isMark(mark) ? <><strong>{say(markWords[mark].words)}</strong>: {say(markWords[mark].effect)}</> : mark)} />],
    [t('Artikel', 'Article'), term.citation && sayCitation(term.citation)], [t('Wet', 'Act'), dutch(term.law)], [t('Bewaartermijn', 'Retention period'), sayPart('term', term.term)],
    [t('Daarna', 'After that'), sayPart('disposal', term.disposal)], [t('Geldig', 'Valid'), period], [t('Andere namen', 'Other names'), dutch(term.synonyms.join('; '))],
  ]
  return (
    <>
      {!term.isActive && <Alert tone="info"><p>{t('Deze waarde is buiten gebruik. Verwerkingen die haar hebben, houden haar; nieuw kiezen kan niet.', 'This term is out of use. Activities that have it keep it; it can’t be chosen anew.')}</p></Alert>}
      <DescriptionList terms={[
        { term: t('Stand', 'State'), description: <InUse term={term} /> },
        ...said.flatMap(([name, description]) => description ? [{ term: name, description }] : []),
        { term: t('Herkomst', 'Origin'), description: sayOrigin(term) },
        { term: t('Sleutel', 'Key'), description: <code>{term.key}</code> },
        { term: t('Verwerkingen', 'Processing activities'), description: count === undefined ? t('Deze lijst is nog nergens te kiezen.', 'This list can’t be chosen from anywhere yet.') : <UsesOf slug={slug} term={term} count={count} /> },
      ]} />
      <Section heading={t('Geschiedenis', 'History')} id="geschiedenis"><TermHistory events={events} terms={terms} catalogue={term.catalogue} /></Section>
    </>
  )
}

// Names of laws, explanations and what registers call it exist in Dutch only.
function dutch(text: string | null): Child {
  return text ? <span lang="nl">{text}</span> : null
}

export type TermValues = { readonly label: string; readonly labelEn: string; readonly note: string; readonly marks: readonly string[]; readonly synonyms: string }

export const emptyTerm: TermValues = { label: '', labelEn: '', note: '', marks: [], synonyms: '' }

export function valuesOf(term: TenantTerm): TermValues {
  return { label: term.label.nl, labelEn: term.label.en, note: term.note ?? '', marks: term.marks, synonyms: term.synonyms.join('\n') }
}

/** `theirs` is what somebody else made of the term while this form was open. */
export function TermForm({ action, catalogue, values, faults, hidden, cancelHref, theirs }: {
  action: string; catalogue: string; values: TermValues; faults: readonly Fault[]; hidden: Record<string, string>; cancelHref: string; theirs?: TenantTerm
}) {
  const fault = (at: string) => faults.find((one) => one.at === at)?.message
  const marks = marksFor(catalogue)
  return (
    <>
      <ErrorSummary faults={faults} />
      {theirs && (
        <Alert tone="warning" heading={t('Iemand anders heeft deze waarde intussen gewijzigd', 'Somebody else has changed this term in the meantime')}>
          <p>{t('Hieronder staat wat u typte. Slaat u opnieuw op, dan geldt dat. Nu staat er:', 'Below is what you typed. If you save again, that holds. Now it says:')}</p>
          <DescriptionList terms={[
            { term: sayField('labelNl'), description: theirs.label.nl }, { term: sayField('labelEn'), description: theirs.label.en }, { term: sayField('note'), description: theirs.note },
            { term: sayField('marks'), description: sayPart('marks', theirs.marks) }, { term: sayField('synonyms'), description: theirs.synonyms.join('; ') },
          ]} />
        </Alert>
      )}
      <Form action={action} hidden={hidden} guard>
        <FieldRow>
          <TextInput name="label" label={sayField('labelNl')} value={values.label} error={fault('label')} />
          <TextInput name="labelEn" label={sayField('labelEn')} optional value={values.labelEn} error={fault('labelEn')} />
        </FieldRow>
        <TextArea name="note" label={sayField('note')} optional rows={2} hint={t('Eén zin voor wie deze waarde kiest.', 'One sentence for who chooses this term.')} value={values.note} error={fault('note')} />
        {marks.length > 0 && <CheckboxGroup name="marks" label={sayField('marks')} optional hint={t('Bevindingen letten op deze kenmerken.', 'Findings look at these marks.')} values={values.marks} error={fault('marks')} choices={marks.map((mark) => ({ value: mark, label: say(markWords[mark].words), hint: say(markWords[mark].effect) }))} />}
        <TextArea name="synonyms" label={sayField('synonyms')} optional rows={3} hint={t('Eén per regel. Een import herkent de waarde ook aan deze namen.', 'One on each line. An import knows the term by these names too.')} value={values.synonyms} error={fault('synonyms')} />
        <SubmitBar primary={t('Opslaan', 'Save')} cancel={{ words: t('Annuleren', 'Cancel'), href: cancelHref }} />
      </Form>
    </>
  )
}
