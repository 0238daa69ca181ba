// Letter page: a letter as it is written, checked, made final, sent and sent again, with what became of each sending.
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { renderMarkdown } from '../../documents/markdown.ts'
import { sayMoment } from '../../ground/clock.ts'
import type { Fault } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'
import { Alert, StatusBadge } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink } from '../../page-kit/buttons.tsx'
import { Checkbox } from '../../page-kit/choices.tsx'
import { Details } from '../../page-kit/document.tsx'
import { ErrorSummary, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { Select, TextArea, TextInput } from '../../page-kit/inputs.tsx'
import { messageId } from '../../people/mail-letter.tsx'
import { unfinished } from './letter-check.ts'
import type { Sending } from './letter-sending.ts'
import type { Letter } from './letter-store.ts'
import { sayWay, sendingState } from './letter-words.ts'
import { standardLetter } from './standard-letters.ts'

type Shown = { readonly letter: Letter; readonly base: string; readonly faults: readonly Fault[]; readonly mayWrite: boolean }

/** The form of a draft, with what is still open. `preview`: the text below it as it will read. */
export function DraftForm({ letter, base, faults, preview }: Shown & { preview: boolean }): Child {
  const at = (name: string) => faults.find((fault) => fault.at === name)?.message
  const open = faults.length > 0 ? [] : unfinished(letter)
  const standard = standardLetter(letter.template)
  return (
    <>
      <ErrorSummary faults={faults} />
      {open.length > 0 && <Alert tone="info" heading={t('Nog te doen voordat de brief definitief kan worden', 'Still to do before the letter can be final')}><ul class="wb-list">{open.map(({ message }) => <li>{message}</li>)}</ul></Alert>}
      {standard && <p class="wb-subtle">{t('Standaardbrief op grond van', 'Standard letter by')} {standard.citation}.</p>}
      <Form action={base} hidden={{ revision: String(letter.revision) }} guard>
        {!letter.isForList && (
          <>
            <TextInput name="addressee" label={t('Aan', 'To')} value={letter.addressee ?? ''} maxlength={200} error={at('addressee')} />
            <TextInput name="email" type="email" label={t('E-mailadres', 'E-mail address')} optional value={letter.email ?? ''} maxlength={254} error={at('email')} />
            <TextArea name="address" label={t('Postadres', 'Postal address')} optional value={letter.address ?? ''} rows={3} maxlength={500} error={at('address')} />
          </>
        )}
        <Select name="language" label={t('Taal van de brief', 'Language of the letter')} value={letter.language} empty={null} choices={[{ value: 'nl', label: t('Nederlands', 'Dutch') }, { value: 'en', label: t('Engels', 'English') }]} hint={t('De taal van de datum en de kop. De tekst zelf verandert niet mee.', 'The language of the date and the heading. The text itself doesn’t change with it.')} />
        <TextInput name="subject" label={t('Onderwerp', 'Subject')} value={letter.subject} maxlength={200} error={at('subject')} />
        <TextArea name="body" label={t('Tekst', 'Text')} value={letter.body} rows={24} maxlength={50_000} error={at('body')} hint={t('Een kop begint met ##, een opsomming met -, vette tekst staat tussen **. Wat tussen [[ en ]] staat, vult u nog in.', 'A heading begins with ##, a list with -, bold text stands between **. What stands between [[ and ]] you still fill in.')} />
        <TextInput name="bsnReason" label={t('Waarom staat er een BSN in', 'Why there is a BSN in it')} optional value={letter.bsnReason ?? ''} maxlength={500} error={at('bsnReason')} hint={t('Alleen als het echt niet zonder kan (art. 46 UAVG).', 'Only if it really can’t do without (art. 46 UAVG).')} />
        {!letter.isForList && <Checkbox name="shown" value="yes" label={t('Na het versturen ook op de statuspagina van de indiener', 'After sending also on the status page of whoever brought the case')} checked={letter.isShownOutside} />}
        <SubmitBar primary={t('Opslaan', 'Save')} secondary={t('Opslaan en bekijken', 'Save and look')} secondaryAction="preview"><Button name="_action" value="finalise">{t('Definitief maken', 'Make final')}</Button></SubmitBar>
      </Form>
      {preview && <LetterText letter={letter} />}
    </>
  )
}

/** As it will read. */
export function LetterText({ letter }: { letter: Pick<Letter, 'subject' | 'body' | 'addressee' | 'address' | 'language'> }): Child {
  return (
    <Section heading={t('Zo leest de brief', 'How the letter reads')} id="voorbeeld">
      <div class="wb-text" lang={letter.language}>
        {(letter.addressee || letter.address) && <p>{[letter.addressee, ...(letter.address ?? '').split('\n')].filter(Boolean).map((line, index) => <>{index > 0 && <br />}{line}</>)}</p>}
        <p><strong>{letter.subject}</strong></p>
        {raw(withoutIds(renderMarkdown(letter.body, 3, { isNumbered: false }).html))}
      </div>
    </Section>
  )
}

/** Many letters may stand on one page. */
function withoutIds(html: string): string {
  return html.replace(/(<h[2-6]) id="[^"]*"/g, '$1')
}

export function Downloads({ letter, base }: Pick<Shown, 'letter' | 'base'>): Child {
  if (letter.isForList) return null
  return (
    <ButtonGroup>
      <ButtonLink icon="eye" href={`${base}/pdf`}>{t('Bekijk als pdf', 'Look at it as a PDF')}</ButtonLink>
      <ButtonLink look="subtle" icon="download" download href={`${base}/docx`}>{t('Word-bestand', 'Word file')}</ButtonLink>
      <ButtonLink look="subtle" icon="download" download href={`${base}/odt`}>{t('ODT-bestand', 'ODT file')}</ButtonLink>
    </ButtonGroup>
  )
}

/** What may be done with a letter that is final, each as a button of its own. */
export function SendForm({ letter, base, faults }: Shown): Child {
  if (letter.isForList) return <ButtonGroup><ButtonLink look="primary" href={`${base.replace(/\/[^/]+$/, '')}/verzendlijst?brief=${letter.id}`}>{t('Naar de verzendlijst', 'To the mailing list')}</ButtonLink></ButtonGroup>
  const button = (way: string, words: string, look: 'primary' | 'secondary' = 'secondary') => <Button look={look} name="way" value={way}>{words}</Button>
  return (
    <Section heading={letter.state === 'sent' ? t('Nog eens versturen', 'Send again') : t('Versturen', 'Send')} id="versturen">
      <ErrorSummary faults={faults} />
      {letter.email && <p>{t(`E-mail gaat naar ${letter.email}. Met een link blijft de inhoud op de beveiligde statuspagina; dat is veiliger dan een bijlage.`, `E-mail goes to ${letter.email}. With a link the content stays on the protected status page; that is safer than an attachment.`)}</p>}
      <form method="post" action={`${base}/versturen`}>
        <ButtonGroup>
          {letter.email && letter.isShownOutside && button('email_link', t('E-mail met link', 'E-mail with a link'), 'primary')}
          {letter.email && button('email_attachment', t('E-mail met bijlage', 'E-mail with an attachment'))}
          {button('post', t('Is met de post gestuurd', 'Was sent by post'))}
          {button('handed', t('Is overhandigd', 'Was handed over'))}
        </ButtonGroup>
      </form>
    </Section>
  )
}

export function Sendings({ sendings, base, mayWrite, publicUrl }: { sendings: readonly Sending[]; base: string; mayWrite: boolean; publicUrl: string }): Child {
  if (sendings.length === 0) return null
  const act = (id: string, word: string, words: string) => <form method="post" action={`${base}/zending/${id}/${word}`}><Button small>{words}</Button></form>
  return (
    <Section heading={t('Verzendingen', 'Sendings')} id="zendingen">
      <ul class="wb-remarks">
        {sendings.map((one) => {
          const state = sendingState(one)
          return (
            <li>
              <p>{sayMoment(one.at)}, {sayWay(one.way)}{one.by && <>, {one.by}</>} <StatusBadge tone={state.tone}>{state.words}</StatusBadge></p>
              {state.detail && <p class="wb-subtle">{state.detail}</p>}
              {one.returnedNote && <p>{one.returnedNote}</p>}
              {one.mail?.state === 'uncertain' && (
                <Alert tone="warning" heading={t('Is deze e-mail verstuurd?', 'Was this e-mail sent?')}>
                  <p>{t('Dat is niet zeker. Waarborg stuurt hem niet vanzelf nog eens. Laat de beheerder van de mailserver dit bericht opzoeken, en kies dan:', 'That isn’t certain. Waarborg doesn’t send it again by itself. Have the mail server’s administrator look up this message, and then choose:')} <code>{messageId(one.mail.id, publicUrl)}</code></p>
                  {mayWrite && <ButtonGroup>{act(one.id, 'sent', t('Hij is verstuurd', 'It was sent'))}{act(one.id, 'again', t('Stuur nog eens', 'Send again'))}</ButtonGroup>}
                </Alert>
              )}
              {mayWrite && one.mail?.state === 'failed' && <ButtonGroup>{act(one.id, 'retry', t('Probeer nog eens', 'Try again'))}</ButtonGroup>}
              {mayWrite && !one.returnedAt && (one.mail === undefined || one.mail.state === 'sent') && (
                <Details summary={t('Kwam terug', 'Came back')}>
                  <Form action={`${base}/zending/${one.id}/terug`}>
                    <TextInput name="note" label={t('Wat stond erbij', 'What it said')} optional maxlength={500} />
                    <SubmitBar primary={t('Vastleggen', 'Record')} />
                  </Form>
                </Details>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
