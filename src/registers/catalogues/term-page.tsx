// Term page: everything one term says, where it comes from and where it is used, with its history; and the form of an own term.
import type { Child } from 'hono/jsx'
import { ownOrigin, type TenantTerm } from '../../catalogues/difference.ts'
import { isMark, marksFor, markWords } from '../../catalogues/own-terms.ts'
import type { TermHappening } from '../../catalogues/term-history.ts'
import type { Fault } from '../../ground/refusals.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { Button, ButtonLink } from '../../page-kit/buttons.tsx'
import { CheckboxGroup } from '../../page-kit/choices.tsx'
import { DescriptionList, ValueList } from '../../page-kit/document.tsx'
import { ErrorSummary, FieldRow, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { TextArea, TextInput } from '../../page-kit/inputs.tsx'
import { UsesOf } from './catalogue-page.tsx'
import { InUse, sayOrigin, sayParent, sayPart, TermHistory } from './term-words.tsx'

export function TermActions({ here, term }: { here: string; term: TenantTerm }): Child {
  return (
    <div class="wb-buttons">
      {term.origin === ownOrigin && <ButtonLink icon="edit" href={`${here}/wijzigen`}>Wijzigen</ButtonLink>}
      <form method="post" action={`${here}/stand`}><Button name="stand" value={term.isActive ? 'uit' : 'in'}>{term.isActive ? 'Buiten gebruik zetten' : 'Weer in gebruik nemen'}</Button></form>
    </div>
  )
}

export function TermPage({ slug, term, terms, count, events }: { slug: string; term: TenantTerm; terms: readonly TenantTerm[]; count: number | undefined; events: readonly TermHappening[] }) {
  const period = [term.validFrom && `vanaf ${sayPart('validFrom', term.validFrom)}`, term.validUntil && `tot en met ${sayPart('validUntil', term.validUntil)}`].filter(Boolean).join(' ')
  const said: [string, Child | null | undefined][] = [
    ['Uitleg', term.note], ['Engelse naam', term.label.en], ['Hoort onder', sayParent(term, terms)],
    ['Kenmerken', term.marks.length > 0 && <ValueList values={term.marks.map((mark) => isMark(mark) ? <><strong>{markWords[mark].words.nl}</strong>: {markWords[mark].effect}</> : mark)} />],
    ['Artikel', term.citation], ['Wet', term.law], ['Bewaartermijn', sayPart('term', term.term)], ['Daarna', sayPart('disposal', term.disposal)], ['Geldig', period],
    ['Andere namen', term.synonyms.join('; ')],
  ]
  return (
    <>
      {!term.isActive && <Alert tone="info"><p>Deze waarde is buiten gebruik. Verwerkingen die haar hebben, houden haar; nieuw kiezen kan niet.</p></Alert>}
      <DescriptionList terms={[
        { term: 'Stand', description: <InUse term={term} /> },
        ...said.flatMap(([name, description]) => description ? [{ term: name, description }] : []),
        { term: 'Herkomst', description: sayOrigin(term) },
        { term: 'Sleutel', description: <code>{term.key}</code> },
        { term: 'Verwerkingen', description: count === undefined ? 'Deze lijst is nog nergens te kiezen.' : <UsesOf slug={slug} term={term} count={count} /> },
      ]} />
      <Section heading="Geschiedenis" id="geschiedenis"><TermHistory events={events} terms={terms} catalogue={term.catalogue} /></Section>
    </>
  )
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
        <Alert tone="warning" heading="Iemand anders heeft deze waarde intussen gewijzigd">
          <p>Hieronder staat wat u typte. Slaat u opnieuw op, dan geldt dat. Nu staat er:</p>
          <DescriptionList terms={[{ term: 'Naam', description: theirs.label.nl }, { term: 'Engelse naam', description: theirs.label.en }, { term: 'Uitleg', description: theirs.note }, { term: 'Kenmerken', description: sayPart('marks', theirs.marks) }, { term: 'Andere namen', description: theirs.synonyms.join('; ') }]} />
        </Alert>
      )}
      <Form action={action} hidden={hidden} guard>
        <FieldRow>
          <TextInput name="label" label="Naam" value={values.label} error={fault('label')} />
          <TextInput name="labelEn" label="Engelse naam" optional value={values.labelEn} error={fault('labelEn')} />
        </FieldRow>
        <TextArea name="note" label="Uitleg" optional rows={2} hint="Eén zin voor wie deze waarde kiest." value={values.note} error={fault('note')} />
        {marks.length > 0 && <CheckboxGroup name="marks" label="Kenmerken" optional hint="Bevindingen letten op deze kenmerken." values={values.marks} error={fault('marks')} choices={marks.map((mark) => ({ value: mark, label: markWords[mark].words.nl, hint: markWords[mark].effect }))} />}
        <TextArea name="synonyms" label="Andere namen" optional rows={3} hint="Eén per regel. Een import herkent de waarde ook aan deze namen." value={values.synonyms} error={fault('synonyms')} />
        <SubmitBar primary="Opslaan" cancel={{ words: 'Annuleren', href: cancelHref }} />
      </Form>
    </>
  )
}
