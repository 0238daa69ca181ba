// Desk opening: what whoever opens an assessment wants to know first: what must be done now, how far the questions are, and what the answers say.
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { sayCitation } from '../../page-kit/citation.ts'
import { Card } from '../../page-kit/document.tsx'
import type { Entry } from '../../register-kit/entry.ts'
import { mayDo, workOf } from '../../register-kit/lifecycle.ts'
import type { AssessmentInput } from './declaration.ts'
import { fillingState } from './filling/filling.ts'
import { nextStepOf } from './next-step.ts'
import { assessments } from './register.ts'
import { ledByDpo } from './step-kit.ts'

export async function deskOpening(scope: Scope, entry: Entry) {
  const input = entry.input as AssessmentInput
  const base = `/${scope.organisation.slug}/dpias/${entry.id}`
  const next = nextStepOf(entry.system.status, input)
  const work = workOf(assessments, entry)
  const verb = next && assessments.lifecycle.verbs[next.verb]
  const mayNow = next !== undefined && verb !== undefined && verb.when(work) && mayDo(assessments, scope.actor, next.verb, work.department, work.input)
  const filling = await fillingState(scope, entry.id)
  // While questions are open these come first, and only then the step.
  const isAsking = mayNow && entry.system.status === 'filling' && filling !== null && filling.answered < filling.total
  const [look, label] = verb && (isAsking || next.canWait) ? ['secondary', say(verb.words)] as const : ['primary', t('Doe dit nu', 'Do this now')] as const
  return (
    <>
      {(await ledByDpo(scope, input)).length > 0 && <Alert tone="error" heading={t('De FG kan deze toets niet leiden', 'The DPO can’t lead this assessment')}><p>{t('De eigenaar voert uit, de FG adviseert en houdt toezicht (art. 35 lid 1 en 2 AVG). Kies een ander.', 'The owner carries out, the DPO advises and supervises (art. 35(1) and (2) GDPR). Choose somebody else.')}</p></Alert>}
      <Card heading={t('Nu', 'Now')}>
        {next && <p><strong>{t('Wat nu', 'What now')}:</strong> {say(next.words)}</p>}
        {filling && <p>{t(`De vragenlijst (versie ${filling.version}): ${filling.answered} van ${filling.total} vragen beantwoord.`, `The questionnaire (version ${filling.version}): ${filling.answered} of ${filling.total} questions answered.`)}{filling.conflicts > 0 && <> {t(`Bij ${filling.conflicts} vragen schreven twee mensen tegelijk.`, `At ${filling.conflicts} questions two people wrote at the same time.`)}</>}</p>}
        {filling?.outcome && <><p><strong>{t('Wat de antwoorden zeggen', 'What the answers say')}:</strong> {say(levels[filling.outcome.level])}</p><ul>{filling.outcome.reasons.map(({ words, citation }) => <li>{say(words)} <span class="wb-subtle">({sayCitation(citation)})</span></li>)}</ul></>}
        {input.high_risk_stays === true && <p><strong>{t('Er blijft een hoog risico.', 'A high risk stays.')}</strong> {t('De verwerking kan niet van start voordat de AP heeft geantwoord (art. 36 AVG).', 'The processing can’t start before the authority has answered (art. 36 GDPR).')}</p>}
        <ButtonGroup>
          {isAsking && <ButtonLink look="primary" icon="edit" href={`${base}/invullen`}>{t('Naar de vragen', 'To the questions')}</ButtonLink>}
          {mayNow && verb.offered !== 'button' && <ButtonLink look={look} href={`${base}/stap/${next.verb}`}>{label}</ButtonLink>}
          {mayNow && verb.offered === 'button' && <form method="post" action={`${base}/stap/${next.verb}`}><input type="hidden" name="revision" value={String(entry.system.revision)} /><Button look={look}>{label}</Button></form>}
          {filling && !isAsking && <ButtonLink icon="edit" href={`${base}/invullen`}>{filling.frozenAt === null ? t('Naar de vragen', 'To the questions') : t('Antwoorden bekijken', 'Look at the answers')}</ButtonLink>}
          <ButtonLink icon="download" download href={`${base}/rapport/rapport.pdf`}>{input.kind === 'purchase' ? t('Eisen als PDF', 'Requirements as PDF') : t('Rapport als PDF', 'Report as PDF')}</ButtonLink>
        </ButtonGroup>
        <p>{t('Ook als', 'Also as')} <Link href={`${base}/rapport/rapport.docx`}>{t('Word-document', 'Word document')}</Link> {t('of', 'or')} <Link href={`${base}/rapport/rapport.odt`}>{t('ODF-tekst', 'ODF text')}</Link>.</p>
        {input.is_published === true && <p><Link href={`/openbaar/${scope.organisation.slug}/dpias#toets-${entry.id}`}>{t('De samenvatting op de openbare site', 'The summary on the public site')}</Link></p>}
      </Card>
    </>
  )
}

const levels = {
  required: { nl: 'Een DPIA is verplicht.', en: 'A DPIA is required.' }, recommended: { nl: 'Een DPIA is aangeraden.', en: 'A DPIA is advised.' },
  not_required: { nl: 'Een DPIA is niet nodig.', en: 'A DPIA isn’t required.' }, undecided: { nl: 'Nog niet te zeggen.', en: 'Can’t be said yet.' },
} as const
