// RACI matrix: the steps of one process as rows and the roles as columns, with a letter and its words in each cell where a role has a part.
import { say, t, type Words } from '../ground/words.ts'
import { Badge, type BadgeTone } from '../page-kit/alerts.tsx'
import { Link } from '../page-kit/buttons.tsx'
import { Table } from '../page-kit/table.tsx'
import type { Step } from '../registers/responsibilities/actions.ts'
import { type Part, parties, type Party, parts, type Process, processes } from '../registers/responsibilities/declaration.ts'

/** Headers short enough for eight columns. */
const short: Readonly<Record<Party, Words>> = {
  process_owner: { nl: 'Eigenaar', en: 'Owner' }, privacy_officer: { nl: 'Privacy officer', en: 'Privacy officer' }, iso: { nl: 'ISO', en: 'ISO' }, ciso: { nl: 'CISO', en: 'CISO' }, dpo: { nl: 'FG', en: 'DPO' },
  management: { nl: 'Directie', en: 'Directors' }, portfolio_holder: { nl: 'Bestuurder', en: 'Board member' }, employee: { nl: 'Medewerkers', en: 'Employees' },
}
const letters: Readonly<Record<Part, { letter: string; words: Words; tone: BadgeTone }>> = {
  responsible: { letter: 'R', words: { nl: 'voert uit', en: 'carries out' }, tone: 'info' }, accountable: { letter: 'A', words: { nl: 'eindverantwoordelijk', en: 'accountable' }, tone: 'positive' },
  consulted: { letter: 'C', words: { nl: 'wordt geraadpleegd', en: 'is consulted' }, tone: 'neutral' }, informed: { letter: 'I', words: { nl: 'wordt geïnformeerd', en: 'is informed' }, tone: 'neutral' },
}

/** Of one process; `columns` are the roles that have a part in any of the organisation's processes. */
export function RaciMatrix({ base, process, name, steps, columns }: { base: string; process: string; name: string; steps: readonly Step[]; columns: readonly Party[] }) {
  return (
    <Table caption={name} rows={steps} narrow="cards" columns={[
      { key: `step-${process}`, header: t('Stap', 'Step'), names: true, cell: (step) => <Link href={`${base}/verantwoordelijkheden/${step.id}`}>{step.department === null ? step.name : `${step.name} (${step.department})`}</Link> },
      ...columns.map((party) => ({ key: party, header: say(short[party]), oneLine: true, cell: (step: Step) => <Parts step={step} party={party} /> })),
    ]} />
  )
}

export function RaciLegend() {
  return (
    <ul class="wb-values">
      {parts.map((part) => <li><Badge tone={letters[part].tone}>{letters[part].letter}</Badge> {say(letters[part].words)}</li>)}
    </ul>
  )
}

/** Roles with a part in any of these steps, in their own order. */
export function partiesIn(steps: readonly Step[]): Party[] {
  return (Object.keys(parties) as Party[]).filter((party) => steps.some((step) => parts.some((part) => step[part].includes(party))))
}

/** Steps by process in the order of the policy; those of other processes by their own name. */
export function byProcess(steps: readonly Step[]): { key: string; name: string; steps: readonly Step[] }[] {
  const named = (Object.keys(processes) as Process[]).filter((key) => key !== 'other')
    .map((key) => ({ key, name: t(processes[key][0], processes[key][1]), steps: steps.filter(({ process }) => process === key) }))
  const others = Map.groupBy(steps.filter(({ process }) => process === 'other' || process === null), ({ otherProcess }) => otherProcess ?? t(processes.other[0], processes.other[1]))
  return [...named, ...[...others].map(([name, own], index) => ({ key: `other-${index}`, name, steps: own }))].filter((process) => process.steps.length > 0)
}

function Parts({ step, party }: { step: Step; party: Party }) {
  const held = parts.filter((part) => step[part].includes(party))
  return <>{held.map((part) => <Badge tone={letters[part].tone}><span aria-hidden="true">{letters[part].letter}</span><span class="wb-hidden">{say(letters[part].words)} </span></Badge>)}</>
}
