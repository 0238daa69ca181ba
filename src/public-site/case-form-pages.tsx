// Case form pages: a question, all questions, the files, looking it over, and what stands there once it was sent. Everything works without JavaScript.
import type { Child } from 'hono/jsx'
import type { Fault } from '../ground/refusals.ts'
import { say, t } from '../ground/words.ts'
import { Alert } from '../page-kit/alerts.tsx'
import { Button, ButtonLink, Link } from '../page-kit/buttons.tsx'
import { CopyableCode, DescriptionList } from '../page-kit/document.tsx'
import { ErrorSummary, Form, Section } from '../page-kit/form.tsx'
import { FileInput } from '../page-kit/inputs.tsx'
import { type FormFile, mostFiles, mostFormFileBytes, outsideKinds } from '../case-kit/intake/form-files.ts'
import { type Asked, isContactQuestion, textsOf } from '../case-kit/intake/questions.ts'
import { sayScan, scanText } from '../case-kit/text-scan.ts'
import type { Intake } from '../case-kit/outside.ts'
import { sayKind } from '../ground/file-kinds.ts'
import type { AnyInput, Lookups } from '../register-kit/entry.ts'
import type { FormState } from '../register-kit/form-state.ts'
import { saySize } from '../register-kit/collaboration/attachments-part.tsx'
import { FieldValue, isFilled } from '../register-kit/web/field-value.tsx'
import { AskedControl } from './case-form-fields.tsx'
import { before, nameOf, type Step, type Steps } from './case-form-steps.ts'

export type FormView = {
  /** Address of the form. */
  readonly base: string
  readonly intake: Intake
  readonly steps: Steps
  readonly step: Step
  readonly files: readonly FormFile[]
  readonly faults: readonly Fault[]
  /** Signed moment at which the form was opened. */
  readonly openedAt: string
  readonly isBegun: boolean
}

export function QuestionsPage({ view, state }: { view: FormView; state: FormState }) {
  const { base, steps, step, files, faults, intake } = view
  const isAll = step.kind === 'all'
  const back = before(steps, step)
  return (
    <Form action={base} files={isAll && intake.files} hidden={{ _stap: nameOf(step), _sinds: view.openedAt, ...(view.isBegun ? { _bezig: '1' } : {}) }} defaultAction="next">
      <ErrorSummary faults={faults} />
      {step.asked.map((asked) => <AskedControl asked={asked} state={state} />)}
      {/* A person doesn't see this field, and a screen reader skips it; a program that fills in everything does. */}
      <div class="wb-hidden" aria-hidden="true"><label for="veld-website">{t('Laat dit veld leeg', 'Leave this field empty')}</label><input id="veld-website" name="website" type="text" tabindex={-1} autocomplete="off" value="" /></div>
      {isAll && intake.files && <FileControls files={files} fault={faults.find(({ at }) => at === 'file')?.message} />}
      <div class="wb-submit">
        {isAll && <Button look="primary" name="_action" value="send">{t('Versturen', 'Send')}</Button>}
        <Button look={isAll ? 'secondary' : 'primary'} name="_action" value="next">{isAll ? t('Eerst nakijken', 'Look it over first') : t('Volgende', 'Next')}</Button>
        {back && <Button name="_action" value="back">{t('Vorige', 'Previous')}</Button>}
        <Button look="subtle" name="_action" value={isAll ? 'one' : 'all'}>{isAll ? t('Liever één vraag per keer', 'Rather one question at a time') : t('Liever alles op één bladzijde', 'Rather everything on one page')}</Button>
      </div>
    </Form>
  )
}

export function FilesPage({ view }: { view: FormView }) {
  return (
    <Form action={view.base} files hidden={{ _stap: 'bestanden', _sinds: view.openedAt, ...(view.isBegun ? { _bezig: '1' } : {}) }} defaultAction="next">
      <ErrorSummary faults={view.faults} />
      <FileControls files={view.files} fault={view.faults.find(({ at }) => at === 'file')?.message} />
      <div class="wb-submit">
        <Button look="primary" name="_action" value="next">{t('Volgende', 'Next')}</Button>
        <Button name="_action" value="add-file" icon="upload">{t('Bestand toevoegen', 'Add file')}</Button>
        <Button name="_action" value="back">{t('Vorige', 'Previous')}</Button>
      </div>
    </Form>
  )
}

function FileControls({ files, fault }: { files: readonly FormFile[]; fault: string | undefined }) {
  return (
    <>
      <FileInput
        name="file" multiple optional accept={outsideKinds.endings} limit={`${mostFormFileBytes / 1024 / 1024} MB`} error={fault} label={t('Bestanden meesturen', 'Send files along')}
        hint={t(`Bijvoorbeeld een schermafdruk, foto, PDF of document; hoogstens ${mostFiles}. Uit foto’s halen wij weg waar en wanneer ze zijn gemaakt, en de naam van het bestand bewaren wij niet.`,
          `For instance a screenshot, photo, PDF or document; at most ${mostFiles}. We take out of photos where and when they were made, and don’t keep the name of the file.`)}
      />
      {files.length > 0 && (
        <div class="wb-field">
          <p>{t('Deze bestanden gaan mee:', 'These files go along:')}</p>
          <ul class="wb-values">
            {files.map(({ position, name, contentType, size }) => <li>{name} <span class="wb-subtle">({sayKind(contentType)}, {saySize(size)})</span> <Button small look="subtle" name="_action" value={`remove-file:${position}`} icon="trash">{t('Weghalen', 'Remove')}<span class="wb-hidden"> {name}</span></Button></li>)}
          </ul>
        </div>
      )}
    </>
  )
}

/** Everything once more before it is sent (P-19), with a request to take out what needn't be in it. */
export function ReviewPage({ view, input, lookups }: { view: FormView; input: AnyInput; lookups: Lookups }) {
  const { base, steps, files, faults } = view
  const found = new Map(steps.asked.map(({ key }) => [key, sayScan(textsOf(steps.asked, input).filter((one) => one.key === key && !isContactQuestion(key)).flatMap(({ text }) => scanText(text)))]))
  const asked = [...found.values()].some((words) => words !== '')
  return (
    <>
      <ErrorSummary faults={faults} heading={t('Dit moet nog anders voordat u verstuurt', 'This must be changed before you send')} />
      {asked && <Alert tone="warning" heading={t('Staat er meer in dan nodig is?', 'Does it hold more than is needed?')}><p>{t('Hieronder staat bij een antwoord wat u beter kunt weghalen. U mag het ook zo versturen.', 'Below it says with an answer what you had better take out. You may also send it as it is.')}</p></Alert>}
      <DescriptionList terms={[
        ...steps.asked.map((one, index) => ({ id: `veld-${one.key}`, term: say(one.field.words), description: <Answer asked={one} input={input} lookups={lookups} warning={found.get(one.key) ?? ''} fault={faults.find(({ at }) => at.split('.')[0] === one.key)?.message} href={`${base}?stap=${index + 1}`} /> })),
        ...(steps.hasFiles ? [{ term: t('Bestanden', 'Files'), description: <>{files.length === 0 ? t('geen', 'none') : files.map(({ name }) => name).join(', ')} <Link href={`${base}?stap=bestanden`}>{t('Wijzigen', 'Change')}<span class="wb-hidden">: {t('Bestanden', 'Files')}</span></Link></> }] : []),
      ]} />
      <Form action={base} hidden={{ _stap: 'nakijken', _bezig: '1' }} defaultAction="send">
        <div class="wb-submit">
          <Button look="primary" name="_action" value="send">{t('Versturen', 'Send')}</Button>
          <Button name="_action" value="back">{t('Vorige', 'Previous')}</Button>
        </div>
      </Form>
    </>
  )
}

function Answer({ asked, input, lookups, warning, fault, href }: { asked: Asked; input: AnyInput; lookups: Lookups; warning: string; fault: string | undefined; href: string }) {
  const value = input[asked.key]
  return (
    <>
      {isFilled(value) ? <FieldValue field={asked.field} value={value} lookups={lookups} /> : <span class="wb-terms__none">{t('niet ingevuld', 'not filled in')}</span>}{' '}
      <Link href={href}>{t('Wijzigen', 'Change')}<span class="wb-hidden">: {say(asked.field.words)}</span></Link>
      {warning !== '' && <p class="wb-small"><strong>{t('Let op', 'Mind')}:</strong> {warning}</p>}
      {fault && <p class="wb-error">{fault}</p>}
    </>
  )
}

export function DonePage({ intake, number, publicUrl, path, sentTo, isColleague, home }: { intake: Intake; number: string; publicUrl: string; path: string; sentTo: boolean; isColleague: boolean; home: string }) {
  return (
    <>
      <Alert tone="ok" heading={t('Ontvangen', 'Received')}><p>{say(intake.words.done)}</p></Alert>
      <Section heading={t('Uw nummer', 'Your number')} id="nummer"><p><strong>{number}</strong></p></Section>
      <Section heading={t('Volgen hoe het ermee staat', 'Follow how it stands')} id="volgen">
        <p>{t('Met deze link ziet u hoe het ermee staat, en kunt u iets aanvullen of intrekken. Bewaar haar goed: wie de link heeft, kan meekijken.', 'With this link you see how it stands, and can add or withdraw something. Keep it safe: whoever has the link can look along.')}</p>
        <CopyableCode label={t('Uw eigen link', 'Your own link')}>{publicUrl + path}</CopyableCode>
        <p><ButtonLink href={path}>{t('Bekijk hoe het ermee staat', 'See how it stands')}</ButtonLink></p>
        {sentTo && <p>{t('U krijgt ook een e-mail met uw nummer, de link en wat u hebt ingevuld.', 'You also get an e-mail with your number, the link and what you filled in.')}</p>}
      </Section>
      <p>{isColleague ? <Link href={home}>{t('Terug naar Waarborg', 'Back to Waarborg')}</Link> : <Link href={home}>{t('Naar de voorpagina', 'To the front page')}</Link>}</p>
    </>
  )
}

/** Who may open the form, and how; what was typed isn't lost. */
export function ClosedPage({ intake, slug, base, isKept, others }: { intake: Intake; slug: string; base: string; isKept: boolean; others: Child }) {
  const onward = `?verder=${encodeURIComponent(base)}`
  return (
    <>
      {isKept && <Alert tone="info" heading={t('Wat u invulde, is bewaard', 'What you filled in is kept')}><p>{t('Ga hieronder opnieuw naar binnen. Daarna staat alles er nog, ook uw bestanden.', 'Come in again below. Then everything is still there, your files too.')}</p></Alert>}
      {intake.door === 'employee'
        ? (
          <>
            <p>{t('Dit formulier is voor medewerkers. U kunt het openen:', 'This form is for employees. You can open it:')}</p>
            <ul class="wb-list">
              <li>{t('vanaf het netwerk van uw organisatie;', 'from the network of your organisation;')}</li>
              <li>{t('met de link die uw organisatie aan medewerkers gaf;', 'with the link that your organisation gave to employees;')}</li>
              <li><Link href={`/${slug}/inloggen${onward}`}>{t('door in te loggen bij Waarborg', 'by signing in at Waarborg')}</Link>.</li>
            </ul>
          </>
        )
        : <p>{t('Voor dit formulier moet u laten zien wie u bent.', 'For this form you must show who you are.')} <Link href={`/openbaar/${slug}/portaal${onward}`}>{t('Naar het portaal', 'To the portal')}</Link></p>}
      {others}
    </>
  )
}
