// Difference page: what this release of the product would add, change or withdraw in the organisation's terms, to take over wholly or in part.
import type { CatalogueDifference } from '../../catalogues/difference.ts'
import { loadCatalogues } from '../../catalogues/load.ts'
import { Badge, EmptyState } from '../../page-kit/alerts.tsx'
import { Button, ButtonLink } from '../../page-kit/buttons.tsx'
import { Form, Section } from '../../page-kit/form.tsx'
import { Table } from '../../page-kit/table.tsx'
import { sayField, sayPart } from './term-words.tsx'

type Row = { readonly catalogue: string; readonly key: string; readonly label: string; readonly kind: 'added' | 'changed' | 'withdrawn'; readonly changes: CatalogueDifference['changed'][number]['changes'] }

const kinds = {
  added: { words: 'Nieuw', tone: 'positive', effect: 'Overnemen voegt deze waarde toe.' },
  changed: { words: 'Gewijzigd', tone: 'info', effect: '' },
  withdrawn: { words: 'Vervallen', tone: 'warning', effect: 'Overnemen zet deze waarde buiten gebruik. Verwerkingen die haar hebben, houden haar.' },
} as const

export function DifferencePage({ base, difference, mayManage }: { base: string; difference: CatalogueDifference; mayManage: boolean }) {
  const rows: Row[] = [
    ...difference.added.map((one) => ({ ...one, label: one.label.nl, kind: 'added' as const, changes: [] })),
    ...difference.changed.map((one) => ({ ...one, label: one.label.nl, kind: 'changed' as const })),
    ...difference.withdrawn.map((one) => ({ ...one, label: one.label.nl, kind: 'withdrawn' as const, changes: [] })),
  ]
  if (rows.length === 0) {
    return (
      <EmptyState heading="Alles is bijgewerkt" icon="ok" action={<ButtonLink href={base}>Terug naar de catalogi</ButtonLink>}>
        <p>De waarden die met Waarborg meekomen, zijn hier dezelfde. Verandert een nieuwe uitgave iets, dan ziet u dat hier eerst. Uw eigen waarden blijven altijd zoals ze zijn.</p>
      </EmptyState>
    )
  }
  const content = loadCatalogues().flatMap(({ catalogue, title, version }) => {
    const here = rows.filter((row) => row.catalogue === catalogue)
    return here.length === 0 ? [] : [
      <Section heading={title.nl} id={catalogue} lead={<p>Uitgave {version}</p>}>
        <Table<Row>
          caption={`Verschillen in ${title.nl}`} captionHidden rows={here}
          columns={[
            ...(mayManage ? [{ key: 'choose', header: 'Overnemen', cell: (row: Row) => <Choose row={row} /> }] : []),
            { key: 'label', header: 'Waarde', names: true, cell: (row) => row.label },
            { key: 'kind', header: 'Soort', cell: (row) => <Badge tone={kinds[row.kind].tone}>{kinds[row.kind].words}</Badge> },
            { key: 'what', header: 'Wat verandert er', cell: (row) => row.changes.length === 0 ? kinds[row.kind].effect : <Changes row={row} /> },
          ]}
        />
      </Section>,
    ]
  })
  if (!mayManage) return <>{content}</>
  return (
    <Form action={`${base}/verschil`} defaultAction="chosen">
      {content}
      <div class="wb-submit">
        <Button look="primary" name="_action" value="chosen">Gekozen waarden overnemen</Button>
        <Button name="_action" value="all">Alles overnemen ({rows.length})</Button>
        <ButtonLink look="subtle" href={base}>Annuleren</ButtonLink>
      </div>
    </Form>
  )
}

function Choose({ row }: { row: Row }) {
  const id = `kies-${row.catalogue}-${row.key.replace(/[^\w-]/g, '-')}`
  return (
    <span class="wb-choice">
      <input class="utrecht-checkbox utrecht-checkbox--html-input wb-box" type="checkbox" id={id} name="term" value={`${row.catalogue}/${row.key}`} />
      <label class="wb-choice__label" for={id}><span class="wb-hidden">{row.label} overnemen</span></label>
    </span>
  )
}

function Changes({ row }: { row: Row }) {
  return (
    <dl class="wb-changes">
      {row.changes.map(({ field, before, after }) => (
        <div class="wb-change">
          <dt>{sayField(field)}</dt>
          <dd><span class="wb-hidden">was </span><del>{sayPart(field, before) || 'leeg'}</del> <span class="wb-hidden">wordt </span><ins>{sayPart(field, after) || 'leeg'}</ins></dd>
        </div>
      ))}
    </dl>
  )
}
