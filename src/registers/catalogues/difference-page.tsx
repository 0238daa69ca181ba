// Difference page: what this release of the product would add, change or withdraw in the organisation's terms, to take over wholly or in part.
import type { CatalogueDifference } from '../../catalogues/difference.ts'
import { loadCatalogues } from '../../catalogues/load.ts'
import { say, t } from '../../ground/words.ts'
import { Badge, EmptyState } from '../../page-kit/alerts.tsx'
import { Button, ButtonLink } from '../../page-kit/buttons.tsx'
import { Form, Section } from '../../page-kit/form.tsx'
import { Table } from '../../page-kit/table.tsx'
import { sayField, sayPart } from './term-words.tsx'

type Row = { readonly catalogue: string; readonly key: string; readonly label: string; readonly kind: 'added' | 'changed' | 'withdrawn'; readonly changes: CatalogueDifference['changed'][number]['changes'] }

const kinds = {
  added: { words: { nl: 'Nieuw', en: 'New' }, tone: 'positive', effect: { nl: 'Overnemen voegt deze waarde toe.', en: 'Taking it over adds this term.' } },
  changed: { words: { nl: 'Gewijzigd', en: 'Changed' }, tone: 'info', effect: undefined },
  withdrawn: {
    words: { nl: 'Vervallen', en: 'Withdrawn' }, tone: 'warning',
    effect: { nl: 'Overnemen zet deze waarde buiten gebruik. Verwerkingen die haar hebben, houden haar.', en: 'Taking it over puts this term out of use. Activities that have it keep it.' },
  },
} as const

export function DifferencePage({ base, difference, mayManage }: { base: string; difference: CatalogueDifference; mayManage: boolean }) {
  const rows: Row[] = [
    ...difference.added.map((one) => ({ ...one, label: say(one.label), kind: 'added' as const, changes: [] })),
    ...difference.changed.map((one) => ({ ...one, label: say(one.label), kind: 'changed' as const })),
    ...difference.withdrawn.map((one) => ({ ...one, label: say(one.label), kind: 'withdrawn' as const, changes: [] })),
  ]
  if (rows.length === 0) {
    return (
      <EmptyState heading={t('Alles is bijgewerkt', 'Everything is up to date')} icon="ok" action={<ButtonLink href={base}>{t('Terug naar de catalogi', 'Back to the catalogues')}</ButtonLink>}>
        <p>{t('De waarden die met Waarborg meekomen, zijn hier dezelfde. Verandert een nieuwe uitgave iets, dan ziet u dat hier eerst. Uw eigen waarden blijven altijd zoals ze zijn.',
          'The terms that come with Waarborg are the same here. If a new release changes something, you see it here first. Your own terms always stay as they are.')}</p>
      </EmptyState>
    )
  }
  const content = loadCatalogues().flatMap(({ catalogue, title, version }) => {
    const here = rows.filter((row) => row.catalogue === catalogue)
    return here.length === 0 ? [] : [
      <Section heading={say(title)} id={catalogue} lead={<p>{t('Uitgave', 'Release')} {version}</p>}>
        <Table<Row>
          caption={t(`Verschillen in ${title.nl}`, `Differences in ${title.en}`)} captionHidden rows={here}
          columns={[
            ...(mayManage ? [{ key: 'choose', header: t('Overnemen', 'Take over'), cell: (row: Row) => <Choose row={row} /> }] : []),
            { key: 'label', header: t('Waarde', 'Term'), names: true, cell: (row) => row.label },
            { key: 'kind', header: t('Soort', 'Kind'), cell: (row) => <Badge tone={kinds[row.kind].tone}>{say(kinds[row.kind].words)}</Badge> },
            { key: 'what', header: t('Wat verandert er', 'What changes'), cell: (row) => row.changes.length === 0 ? effectOf(row) : <Changes row={row} /> },
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
        <Button look="primary" name="_action" value="chosen">{t('Gekozen waarden overnemen', 'Take over the chosen terms')}</Button>
        <Button name="_action" value="all">{t('Alles overnemen', 'Take over everything')} ({rows.length})</Button>
        <ButtonLink look="subtle" href={base}>{t('Annuleren', 'Cancel')}</ButtonLink>
      </div>
    </Form>
  )
}

function effectOf(row: Row): string {
  const { effect } = kinds[row.kind]
  return effect ? say(effect) : ''
}

function Choose({ row }: { row: Row }) {
  const id = `kies-${row.catalogue}-${row.key.replace(/[^\w-]/g, '-')}`
  return (
    <span class="wb-choice">
      <input class="utrecht-checkbox utrecht-checkbox--html-input wb-box" type="checkbox" id={id} name="term" value={`${row.catalogue}/${row.key}`} />
      <label class="wb-choice__label" for={id}><span class="wb-hidden">{t(`${row.label} overnemen`, `Take over ${row.label}`)}</span></label>
    </span>
  )
}

function Changes({ row }: { row: Row }) {
  return (
    <dl class="wb-changes">
      {row.changes.map(({ field, before, after }) => (
        <div class="wb-change">
          <dt>{sayField(field)}</dt>
          <dd><span class="wb-hidden">{t('was', 'was')} </span><del>{sayPart(field, before) || t('leeg', 'empty')}</del> <span class="wb-hidden">{t('wordt', 'becomes')} </span><ins>{sayPart(field, after) || t('leeg', 'empty')}</ins></dd>
        </div>
      ))}
    </dl>
  )
}
