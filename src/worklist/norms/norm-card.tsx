// Norm card: how the organisation stands by its policy, in short, on the front page of whoever watches over it.
import { hasRole, type Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Link } from '../../page-kit/buttons.tsx'
import { Card } from '../../page-kit/document.tsx'
import { Counters } from '../../page-kit/progress.tsx'
import { StatusTiles } from '../../page-kit/status-tiles.tsx'
import { groupsOf, loadBoard } from './board.ts'
import { statuses, statusIcons, statusTones, statusWords } from './norm-words.ts'

/** The DPO; in a firm, where the privacy officer watches over the policy, that one too. Nothing for others, and nothing without a policy. */
export async function normCard(scope: Scope) {
  if (!hasRole(scope.actor, 'dpo') && !(scope.organisation.kind === 'firm' && hasRole(scope.actor, 'privacy_officer'))) return <></>
  const board = await loadBoard(scope)
  if (!board) return <></>
  const base = `/${scope.organisation.slug}/normen`
  const count = (status: (typeof statuses)[number]) => board.norms.filter((one) => one.status === status).length
  return (
    <Card heading={t('Hoe u ervoor staat', 'How you stand')} action={<Link href={base}>{t('Het normbord', 'The norm board')}</Link>}>
      <Counters items={[
        { value: count('not_met'), words: say(statusWords.not_met).toLowerCase(), href: `${base}?status=not_met`, tone: count('not_met') > 0 ? 'negative' : 'positive' },
        { value: count('attention'), words: say(statusWords.attention).toLowerCase(), href: `${base}?status=attention`, tone: count('attention') > 0 ? 'warning' : 'positive' },
        { value: count('met'), words: say(statusWords.met).toLowerCase(), href: `${base}?status=met`, tone: 'positive' },
        { value: count('not_measurable'), words: say(statusWords.not_measurable).toLowerCase(), href: `${base}?status=not_measurable` },
      ]} />
      <StatusTiles
        groups={groupsOf(board.policy.profile, board.norms.filter(({ status }) => status === 'not_met' || status === 'attention'), 'beginsel').map(({ key, words, norms }) => ({
          words, detail: '', href: `${base}?beginsel=${key}`, tiles: norms.map(({ norm, status }) => ({ words: norm.id, state: say(statusWords[status]).toLowerCase(), href: `${base}/${norm.id}`, tone: statusTones[status], icon: statusIcons[status] })),
        }))}
        legend={statuses.slice(0, 2).map((status) => ({ state: say(statusWords[status]), tone: statusTones[status], icon: statusIcons[status] }))}
      />
    </Card>
  )
}
