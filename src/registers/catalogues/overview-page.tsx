// Overview page: the catalogues of the organisation, with how many terms each has and what a new release would change.
import { loadCatalogues } from '../../catalogues/load.ts'
import { ownOrigin, type CatalogueDifference, type TenantTerm } from '../../catalogues/difference.ts'
import { currentLanguage, say, t } from '../../ground/words.ts'
import { Alert, Badge } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import { Table } from '../../page-kit/table.tsx'
import { certaintyWords } from './term-words.tsx'

export type CatalogueCount = { readonly name: string; readonly title: string; readonly version: string; readonly certainty: keyof typeof certaintyWords; readonly inUse: number; readonly own: number; readonly retired: number; readonly waiting: number }

/** Counts per catalogue, in the order of their titles. */
export function countCatalogues(terms: readonly TenantTerm[], difference: CatalogueDifference): CatalogueCount[] {
  const byCatalogue = Map.groupBy(terms, ({ catalogue }) => catalogue)
  const waiting = Map.groupBy([...difference.added, ...difference.changed, ...difference.withdrawn], ({ catalogue }) => catalogue)
  return loadCatalogues().map((shipped) => {
    const held = byCatalogue.get(shipped.catalogue) ?? []
    return {
      name: shipped.catalogue, title: say(shipped.title), version: shipped.version, certainty: shipped.certainty,
      inUse: held.filter(({ isActive }) => isActive).length, own: held.filter(({ origin }) => origin === ownOrigin).length, retired: held.filter(({ isActive }) => !isActive).length,
      waiting: waiting.get(shipped.catalogue)?.length ?? 0,
    }
  }).toSorted((one, other) => one.title.localeCompare(other.title, currentLanguage()))
}

export function CatalogueOverview({ base, catalogues, mayManage }: { base: string; catalogues: readonly CatalogueCount[]; mayManage: boolean }) {
  const waiting = catalogues.reduce((sum, one) => sum + one.waiting, 0)
  return (
    <>
      {waiting > 0 && (
        <Alert tone="info" heading={waiting === 1
            ? t('Er is 1 verschil met deze uitgave van Waarborg', 'There is 1 difference with this release of Waarborg')
            : t(`Er zijn ${waiting} verschillen met deze uitgave van Waarborg`, `There are ${waiting} differences with this release of Waarborg`)}>
          <p>
            {mayManage
              ? t('Bekijk wat er nieuw, gewijzigd of vervallen is, en neem over wat u wilt.', 'See what is new, changed or withdrawn, and take over what you want.')
              : t('Een privacy officer of beheerder kan ze overnemen.', 'A privacy officer or administrator can take them over.')}{' '}
            <Link href={`${base}/verschil`}>{t('Verschillen bekijken', 'View the differences')}</Link>
          </p>
        </Alert>
      )}
      <Table<CatalogueCount>
        caption={t('Catalogi', 'Catalogues')} captionHidden rows={catalogues}
        columns={[
          { key: 'title', header: t('Catalogus', 'Catalogue'), names: true, cell: (row) => <Link href={`${base}/${row.name}`}>{row.title}</Link> },
          { key: 'inUse', header: t('In gebruik', 'In use'), numeric: true, cell: (row) => String(row.inUse) },
          { key: 'own', header: t('Eigen', 'Own'), numeric: true, cell: (row) => String(row.own) },
          { key: 'retired', header: t('Buiten gebruik', 'Out of use'), numeric: true, cell: (row) => String(row.retired) },
          { key: 'version', header: t('Uitgave', 'Release'), oneLine: true, cell: (row) => row.version },
          { key: 'certainty', header: t('Zekerheid', 'Certainty'), cell: (row) => row.certainty === 'memory' ? <Badge tone="warning">{t('Nog nakijken', 'To be checked')}</Badge> : say(certaintyWords[row.certainty]) },
          { key: 'waiting', header: t('Verschil', 'Difference'), cell: (row) => row.waiting > 0 ? <Link href={`${base}/verschil#${row.name}`}>{row.waiting} {t('te bekijken', 'to view')}</Link> : <span class="wb-subtle">{t('geen', 'none')}</span> },
        ]}
      />
    </>
  )
}
