// Matrix section: the risks of an assessment before and after measures, as two tables that read without colour, compared with what the organisation accepts.
import { say, t } from '../../ground/words.ts'
import { Alert, StatusBadge, type BadgeTone } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import { Section } from '../../page-kit/form.tsx'
import { Table } from '../../page-kit/table.tsx'
import { levelOf, levelWords, type RiskLevel, type RiskScale } from '../risk-frameworks/register.ts'
import type { AssessmentInput } from './declaration.ts'
import { aboveAppetite, gravest, mustConsult } from './may-proceed.ts'
import { type Cell, matrixOf, unplaced } from './risk-matrix.ts'

const tones: Readonly<Record<RiskLevel, BadgeTone>> = { low: 'positive', medium: 'info', high: 'warning', very_high: 'negative' }

export function MatrixSection({ input, scale, framework }: { input: AssessmentInput; scale: RiskScale; framework: { readonly name: string; readonly href: string } | undefined }) {
  const { risks } = input
  if (risks.length === 0) return null
  const above = aboveAppetite(risks, scale)
  const left = gravest(risks, scale, 'after')
  return (
    <Section heading={t('Risicomatrix', 'Risk matrix')} id="matrix">
      <p>
        {framework ? <>{t('Gewogen met', 'Weighed by')} <Link href={framework.href}>{framework.name}</Link>. </> : t('Gewogen met een gewone schaal; er is geen vastgesteld risicokader. ', 'Weighed by a usual scale; there is no adopted risk framework. ')}
        {scale.accepted === null ? t('Welk risico mag blijven, is niet bepaald.', 'Which risk may stay isn’t decided.') : t(`Hoogste risico dat mag blijven: ${say(levelWords[scale.accepted]).toLowerCase()}.`, `Highest risk that may stay: ${say(levelWords[scale.accepted]).toLowerCase()}.`)}
        {left !== null && <> {t('Hoogste risico dat blijft:', 'Highest risk that stays:')} <strong>{say(levelWords[left]).toLowerCase()}</strong>.</>}
      </p>
      {mustConsult(input, scale) && <Alert tone="warning" heading={t('Er blijft een hoog risico', 'A high risk stays')}><p>{t('Neem meer maatregelen, of raadpleeg de AP voordat de verwerking begint (art. 36 lid 1 AVG).', 'Take more measures, or consult the authority before the processing begins (art. 36(1) GDPR).')}</p></Alert>}
      {above.length > 0 && <p>{t('Hoger dan u accepteert:', 'Higher than you accept:')} {above.map((place, index) => <>{index > 0 && ', '}<Link href={`#risico-${place}`}>{t('risico', 'risk')} {place}</Link></>)}.</p>}
      {(['before', 'after'] as const).map((when) => <Matrix risks={risks} scale={scale} when={when} />)}
      <ol>
        {risks.map((risk, index) => <li id={`risico-${index + 1}`}><span lang="nl">{risk.risk ?? t('Zonder beschrijving', 'Without a description')}</span>: <Level {...{ scale }} likelihood={risk.likelihood} impact={risk.impact} /> {t('wordt', 'becomes')} <Level {...{ scale }} likelihood={risk.left_likelihood} impact={risk.left_impact} /></li>)}
      </ol>
    </Section>
  )
}

function Matrix({ risks, scale, when }: { risks: AssessmentInput['risks']; scale: RiskScale; when: 'before' | 'after' }) {
  const missing = unplaced(risks, scale, when)
  return (
    <>
      <Table
        caption={when === 'before' ? t('Vóór maatregelen', 'Before measures') : t('Na maatregelen', 'After measures')} narrow="scroll" rows={matrixOf(risks, scale, when)}
        columns={[
          { key: 'likelihood', header: t('Kans \\ gevolg', 'Likelihood \\ impact'), names: true, cell: ({ name }) => name },
          ...scale.impacts.map(({ name }, index) => ({ key: `impact-${index}`, header: name, cell: ({ cells }: { cells: readonly Cell[] }) => <CellOf cell={cells[index]!} /> })),
        ]}
      />
      {missing.length > 0 && <p>{t('Niet in de matrix, want nog niet beoordeeld:', 'Not in the matrix, because not judged yet:')} {missing.join(', ')}.</p>}
    </>
  )
}

/** The level in words, and how many risks with the way to each: nothing hangs on the colour. */
function CellOf({ cell: { level, risks } }: { cell: Cell }) {
  if (risks.length === 0) return <span class="wb-subtle">{say(levelWords[level])}</span>
  return <><StatusBadge tone={tones[level]}>{say(levelWords[level])}</StatusBadge> {risks.length === 1 ? t('1 risico:', '1 risk:') : t(`${risks.length} risico’s:`, `${risks.length} risks:`)} {risks.map((place, index) => <>{index > 0 && ', '}<Link href={`#risico-${place}`}><span class="wb-hidden">{t('risico', 'risk')} </span>{place}</Link></>)}</>
}

function Level({ scale, likelihood, impact }: { scale: RiskScale; likelihood: number | null; impact: number | null }) {
  const level = levelOf(scale, likelihood, impact)
  return level === null ? <>{t('niet beoordeeld', 'not judged')}</> : <StatusBadge tone={tones[level]}>{say(levelWords[level])}</StatusBadge>
}
