// Text comparison: what changed between two texts, section by section and word by word; by words, a sign and a line, never by colour alone.
import { compareTexts, type Piece, type SectionDifference } from '../../documents/text-difference.ts'
import { t } from '../../ground/words.ts'
import { StatusBadge } from '../../page-kit/alerts.tsx'
import { Details } from '../../page-kit/document.tsx'

/** `level`: that of the headings of its sections. */
export function TextComparison({ left, right, level = 3 }: { left: string; right: string; level?: 2 | 3 }) {
  const sections = compareTexts(left, right)
  const count = (kind: SectionDifference['kind']) => sections.filter((section) => section.kind === kind).length
  if (sections.every(({ kind }) => kind === 'same')) return <p>{t('De tekst is in beide gelijk.', 'The text is the same in both.')}</p>
  return (
    <div class="wb-stack">
      <p>{t(
        `${amount(count('changed'), 'paragraaf gewijzigd', 'paragrafen gewijzigd')}, ${count('added')} nieuw, ${count('removed')} vervallen, ${count('same')} gelijk. Wat erbij kwam staat tussen [+ en +], wat wegging tussen [− en −].`,
        `${amount(count('changed'), 'section changed', 'sections changed')}, ${count('added')} new, ${count('removed')} removed, ${count('same')} the same. What was added stands between [+ and +], what went between [− and −].`,
      )}</p>
      {sections.map((section) => <SectionShown {...section} level={level} />)}
    </div>
  )
}

function SectionShown({ kind, left, right, pieces, level }: SectionDifference & { level: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const { number, title } = (right ?? left)!
  const name = title === '' ? t('Vóór de eerste kop', 'Before the first heading') : `${number} ${title}`
  const moved = left && right && left.number !== right.number && title !== '' ? t(` (eerst ${left.number})`, ` (was ${left.number})`) : ''
  const text = <p class="wb-difference" lang="nl">{pieces.map((piece) => <PieceShown {...piece} />)}</p>
  if (kind === 'same') return <Details summary={`${name}${moved}: ${t('gelijk', 'the same')}`}>{text}</Details>
  const state = {
    changed: { tone: 'warning', icon: 'edit', words: t('gewijzigd', 'changed') }, added: { tone: 'positive', icon: 'plus', words: t('nieuw', 'new') }, removed: { tone: 'negative', icon: 'cross', words: t('vervallen', 'removed') },
  } as const
  const { tone, icon, words } = state[kind]
  return (
    <section>
      <Heading class="utrecht-heading-3"><span lang="nl">{name}</span>{moved} <StatusBadge tone={tone} icon={icon}>{words}</StatusBadge></Heading>
      {text}
    </section>
  )
}

function PieceShown({ kind, text }: Piece) {
  if (kind === 'same') return <>{text}</>
  // The white space behind it stays outside, so that a line is drawn through words only.
  const [, words = '', space = ''] = /^([\s\S]*?)(\s*)$/.exec(text) ?? []
  if (kind === 'added') return <><ins class="wb-difference__added"><span class="wb-hidden">{t('erbij: ', 'added: ')}</span><span aria-hidden="true">[+</span>{words}<span aria-hidden="true">+]</span></ins>{space}</>
  return <><del><span class="wb-hidden">{t('weg: ', 'removed: ')}</span><span aria-hidden="true">[−</span>{words}<span aria-hidden="true">−]</span></del>{space}</>
}

function amount(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`
}
