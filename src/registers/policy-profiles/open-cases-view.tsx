// Open cases view: what runs keeps its term, what begins gets the new one; both are said before anybody adopts.
import { Alert } from '../../page-kit/alerts.tsx'
import { ValueList } from '../../page-kit/document.tsx'
import { Section } from '../../page-kit/form.tsx'
import { Table } from '../../page-kit/table.tsx'
import { parameterWords } from '../../policy/parameter-words.ts'
import { say, t } from '../../ground/words.ts'
import { type ChangedTerm, isTouched, type OpenCases, sayChanged } from './open-cases.ts'

export function OpenCasesView({ cases }: { cases: OpenCases }) {
  const { deadlines, reviews, others } = cases
  return (
    <Section heading={t('Wat dit doet met lopend werk', 'What this does to work in progress')} id="lopend">
      {!isTouched(cases) && <p>{t('Geen enkele termijn verandert. Lopend werk en nieuw werk houden de termijnen van nu.', 'No term changes. Work in progress and new work keep the terms of now.')}</p>}
      {deadlines.length > 0 && <Terms caption={t('Termijnen van zaken', 'Terms of cases')} rows={deadlines} runs={t('Lopende zaken (houden hun termijn)', 'Running cases (keep their term)')} begins={t('Nieuwe zaken krijgen', 'New cases get')} />}
      {reviews.length > 0 && <Terms caption={t('Opnieuw nakijken', 'Reviewing again')} rows={reviews} runs={t('Al gepland (die dag blijft staan)', 'Planned already (that day stays)')} begins={t('Vanaf de volgende keer', 'From the next time')} />}
      {others.length > 0 && (
        <Alert heading={t('Andere termijnen, vanaf de dag waarop de versie ingaat', 'Other terms, from the day on which the version begins')}>
          <ValueList values={others.map(({ name, now, next }) => `${say(parameterWords[name])}: ${now ?? t('zegt niets', 'silent')} → ${next ?? t('zegt niets', 'silent')}`)} />
        </Alert>
      )}
    </Section>
  )
}

function Terms({ caption, rows, runs, begins }: { caption: string; rows: readonly ChangedTerm[]; runs: string; begins: string }) {
  return (
    <Table<ChangedTerm>
      caption={caption} rows={rows}
      columns={[
        { key: 'what', header: t('Termijn', 'Term'), names: true, cell: sayChanged },
        { key: 'running', header: runs, cell: ({ running, now }) => t(`${running} met ${now}`, `${running} with ${now}`) },
        { key: 'next', header: begins, cell: ({ next }) => next },
      ]}
    />
  )
}
