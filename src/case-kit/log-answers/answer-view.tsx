// Answer view: an answer from the access log on a page: the same for whoever handles the case and for the person it is about, so that both read the same.
import { t } from '../../ground/words.ts'
import { Alert, EmptyState } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import { Details } from '../../page-kit/document.tsx'
import { Table } from '../../page-kit/table.tsx'
import { aboutLines, actHeads, answerHeading, answerLead, sayAct, withheldLines } from './answer-words.ts'
import type { LogAnswer } from './log-answer.ts'

/** Longer tables are read from the file. */
const mostShown = 500

export function AnswerView({ answer }: { answer: LogAnswer }) {
  const [when, what, why, who] = actHeads()
  const shown = answer.acts.slice(0, mostShown)
  const withheld = withheldLines(answer)
  return (
    <>
      <p>{answerLead(answer)}</p>
      {withheld.length > 0 && <Alert tone="info"><ul class="wb-list">{withheld.map((line) => <li>{line}</li>)}</ul></Alert>}
      {shown.length === 0
        ? <EmptyState heading={t('Niets gevonden', 'Nothing found')} icon="search" />
        : (
          <Table
            caption={answerHeading()} captionHidden rows={shown}
            columns={[
              { key: 'when', header: when, names: true, cell: (act) => <time datetime={act.at}>{sayAct(act, answer.organisation)[0]}</time> },
              { key: 'what', header: what, cell: (act) => <span lang="nl">{sayAct(act, answer.organisation)[1]}</span> },
              { key: 'why', header: why, cell: (act) => act.activity?.path ? <Link href={act.activity.path}><span lang="nl">{act.activity.title}</span></Link> : <span lang={act.activity?.title ? 'nl' : undefined}>{sayAct(act, answer.organisation)[2]}</span> },
              { key: 'who', header: who, cell: (act) => sayAct(act, answer.organisation)[3] },
            ]}
          />
        )}
      {answer.acts.length > shown.length && <p>{t(`U ziet de nieuwste ${shown.length}. Alle ${answer.acts.length} staan in het bestand.`, `You see the newest ${shown.length}. All ${answer.acts.length} are in the file.`)}</p>}
      <Details summary={t('Wat in het logboek staat, en wat niet', 'What the log holds, and what it doesn’t')} open>
        {aboutLines(answer).map((line) => <p>{line}</p>)}
      </Details>
    </>
  )
}
