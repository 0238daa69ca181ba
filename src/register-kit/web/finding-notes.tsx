// Finding notes: what is wrong at a field, what to do about it, and where the law says so.
import { say } from '../../ground/words.ts'
import { FindingNote, type Severity as NoteSeverity } from '../../page-kit/alerts.tsx'
import { type Finding, type Rules, sayFinding, type Severity } from '../rules.ts'

const noteSeverities: Readonly<Record<Severity, NoteSeverity>> = { blocking: 'error', serious: 'warning', attention: 'suggestion' }

export function FindingNotes({ rules, findings }: { rules: Rules; findings: readonly Finding[] }) {
  return (
    <>
      {findings.map((finding) => {
        const rule = Object.hasOwn(rules, finding.rule) ? rules[finding.rule] : undefined
        return <FindingNote severity={noteSeverities[finding.severity]} words={sayFinding(rules, finding)} todo={rule && say(rule.advice)} citation={rule && [rule.citation, ...rule.norms].join(' · ')} />
      })}
    </>
  )
}
