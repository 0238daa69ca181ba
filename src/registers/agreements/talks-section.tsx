// Talks section: which versions of the text there are, what went to the processor and what it answered, and the signed copy with its digest.
import { sayMoment } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { StatusBadge } from '../../page-kit/alerts.tsx'
import { Button, Link } from '../../page-kit/buttons.tsx'
import { Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { Select } from '../../page-kit/inputs.tsx'
import { readAttachments } from '../../register-kit/collaboration/attachments.ts'
import type { Entry } from '../../register-kit/entry.ts'
import { mayDo, workOf } from '../../register-kit/lifecycle.ts'
import { lines } from '../../register-kit/web/field-value.tsx'
import { agreements } from './register.ts'
import { readRounds, type Round } from './rounds.ts'
import { readSigned, type SignedFile } from './signed-files.ts'

export async function talksSection(scope: Scope, entry: Entry) {
  const base = `/${scope.organisation.slug}/${agreements.path}/${entry.id}`
  const work = workOf(agreements, entry)
  const mayMark = work.stage !== 'ended' && mayDo(agreements, scope.actor, 'sign_ours', work.department, work.input)
  const [rounds, signed] = [await readRounds(scope, entry.id), await readSigned(scope, entry.id)]
  const unmarked = mayMark ? (await readAttachments(scope, agreements.key, entry.id)).filter(({ id }) => !signed.some(({ attachmentId }) => attachmentId === id)) : []
  return (
    <>
      {rounds.length > 0 && <Section heading={t('Overleg met de verwerker', 'Talks with the processor')} id="overleg"><ul class="wb-remarks">{rounds.map((round) => <RoundShown round={round} base={base} />)}</ul></Section>}
      {(signed.length > 0 || unmarked.length > 0) && (
        <Section heading={t('Getekend exemplaar', 'Signed copy')} id="getekend" lead={<p>{t('Waarborg bewaart de vingerafdruk (SHA-256) van het getekende bestand. Zo ziet u later of het nog hetzelfde is.', 'Waarborg keeps the fingerprint (SHA-256) of the signed file, so that you can see later whether it is still the same.')}</p>}>
          {signed.length > 0 && <ul class="wb-remarks">{signed.map((one) => <SignedShown signed={one} base={base} />)}</ul>}
          {unmarked.length > 0 && (
            <Form action={`${base}/getekend`}>
              <Select name="attachment" label={t('Welke bijlage is getekend', 'Which attachment is signed')} empty={null} choices={unmarked.map(({ id, name }) => ({ value: id, label: name }))} />
              <SubmitBar primary={t('Dit is het getekende exemplaar', 'This is the signed copy')} />
            </Form>
          )}
        </Section>
      )}
    </>
  )
}

function RoundShown({ round: { number, textNumber, sentAt, sentBy, note, answer, answeredAt, answeredBy, remarks, isByPortal }, base }: { round: Round; base: string }) {
  return (
    <li>
      <p>
        <strong>{t('Ronde', 'Round')} {number}</strong>{textNumber !== null && <> · <Link href={`${base}/tekst/versie/${textNumber}/pdf`}>{t(`versie ${textNumber} van de tekst`, `version ${textNumber} of the text`)}</Link></>}
        {' '}<StatusBadge tone={answer === 'agreed' ? 'positive' : answer === 'remarks' ? 'warning' : 'info'}>{answer === 'agreed' ? t('akkoord', 'agreed') : answer === 'remarks' ? t('opmerkingen', 'remarks') : t('wacht op antwoord', 'waits for an answer')}</StatusBadge>
      </p>
      <p class="wb-subtle">{t('Gestuurd', 'Sent')} {sayMoment(sentAt)}{sentBy && <>, {sentBy}</>}{answeredAt && <> · {t('antwoord', 'answer')} {sayMoment(answeredAt)}{answeredBy && <>, {answeredBy}</>}{isByPortal && <> ({t('via het portaal', 'through the portal')})</>}</>}</p>
      {note && <p>{lines(note)}</p>}
      {remarks && <p>{lines(remarks)}</p>}
    </li>
  )
}

function SignedShown({ signed: { attachmentId, name, sha256, markedAt, markedBy, checkedAt, isSame, isThere }, base }: { signed: SignedFile; base: string }) {
  return (
    <li>
      <p>
        {isThere ? <Link href={`${base}/bijlagen/${attachmentId}`}>{name}</Link> : name}{' '}
        {!isThere ? <StatusBadge tone="negative">{t('bijlage is weggehaald', 'attachment was taken away')}</StatusBadge> : checkedAt && <StatusBadge tone={isSame ? 'positive' : 'negative'}>{isSame ? t('gelijk', 'the same') : t('niet gelijk', 'not the same')}</StatusBadge>}
      </p>
      <p class="wb-subtle">SHA-256 <code>{sha256}</code> · {t('aangewezen', 'pointed out')} {sayMoment(markedAt)}{markedBy && <>, {markedBy}</>}{checkedAt && <> · {t('nagekeken', 'checked')} {sayMoment(checkedAt)}</>}</p>
      {isThere && <form method="post" action={`${base}/getekend/${attachmentId}/nakijken`}><Button small>{t(`Opnieuw nakijken: ${name}`, `Check again: ${name}`)}</Button></form>}
    </li>
  )
}
