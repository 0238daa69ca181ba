// Overview page: a questionnaire as a whole: how far each section is, who works where, what waits, and the outcome of a pre-scan with its reasons.
import { sayMoment } from '../../../ground/clock.ts'
import { say, t } from '../../../ground/words.ts'
import { Alert, Badge } from '../../../page-kit/alerts.tsx'
import { ButtonGroup, ButtonLink, Link } from '../../../page-kit/buttons.tsx'
import { sayCitation } from '../../../page-kit/citation.ts'
import { Section } from '../../../page-kit/form.tsx'
import { Table } from '../../../page-kit/table.tsx'
import { layoutOf, questionsIn } from '../../../questionnaires/layout.ts'
import type { Outcome } from '../../../questionnaires/prescan-outcome.ts'
import { Foreign, questionWords } from '../../../questionnaires/section-view.tsx'
import { parseAddress } from '../../../questionnaires/item.ts'
import { termsOfSection } from '../../../questionnaires/terms.ts'
import { Details } from '../../../page-kit/document.tsx'
import type { Remark, WaitingText } from './beside-answers.ts'
import type { KeptAnswer } from './fillings.ts'
import { countsOf, type FillingState } from './filling.ts'
import type { Opened } from './filling-visit.tsx'
import { sayAnswer } from './report-blocks.ts'
import { questionHref, sectionTitle } from './section-page.tsx'

type Props = {
  readonly opened: Opened; readonly state: FillingState; readonly waiting: readonly WaitingText[]; readonly remarks: readonly Remark[]; readonly closed: readonly KeptAnswer[]
  readonly present: readonly { readonly name: string; readonly section: string }[]; readonly offered: number
}

export function OverviewPage({ opened, state, waiting, remarks, closed, present, offered }: Props) {
  const { sheet, base, mayFill, completed } = opened
  const nextUp = sheet.definition.sections.find(({ id }) => !completed.has(id)) ?? sheet.definition.sections[0]!
  const openRemarks = remarks.filter(({ resolvedAt }) => resolvedAt === null)
  return (
    <>
      {state.frozenAt && <Alert tone="info"><p>{t(`Vastgesteld op ${sayMoment(state.frozenAt)}. Deze vragenlijst verandert niet meer.`, `Made final on ${sayMoment(state.frozenAt)}. This questionnaire doesn’t change any more.`)}</p></Alert>}
      {state.newerVersion !== null && mayFill && (
        <Alert tone="warning" heading={t(`Er is een nieuwe versie van deze vragenlijst: ${state.newerVersion}`, `There is a new version of this questionnaire: ${state.newerVersion}`)}>
          <p>{t('Uw antwoorden blijven. U ziet eerst wat er verandert.', 'Your answers stay. You first see what changes.')} <Link href={`${base}/versie`}>{t('Bekijk wat er verandert', 'See what changes')}</Link></p>
        </Alert>
      )}
      {waiting.length > 0 && (
        <Alert tone="warning" heading={t('Hier schreven twee mensen tegelijk', 'Here two people wrote at the same time')}>
          <ul class="wb-list">{[...new Set(waiting.map(({ address }) => address))].map((address) => <li><QuestionLink opened={opened} address={address} /></li>)}</ul>
        </Alert>
      )}
      {offered > 0 && mayFill && <Alert tone="info"><p>{t(`Het register zegt ${offered === 1 ? 'bij één vraag' : `bij ${offered} vragen`} iets anders dan hier staat.`, `The register says something else than here at ${offered === 1 ? 'one question' : `${offered} questions`}.`)} <Link href={`${base}/register`}>{t('Bekijken en kiezen', 'See and choose')}</Link></p></Alert>}
      {state.outcome && <OutcomePart outcome={state.outcome} />}
      <p>{t(`${state.answered} van ${state.total} vragen beantwoord, ${state.open} nog open. Versie ${state.version}.`, `${state.answered} of ${state.total} questions answered, ${state.open} still open. Version ${state.version}.`)}</p>
      <ButtonGroup>
        <ButtonLink look="primary" href={`${base}/deel/${nextUp.id}`}>{mayFill ? t('Verder invullen', 'Go on filling in') : t('Lezen', 'Read')}</ButtonLink>
        <ButtonLink icon="download" download href={`${base}/bestand`}>{t('Bestand van het Rijk (JSON)', 'The State’s file (JSON)')}</ButtonLink>
        {mayFill && <ButtonLink icon="upload" href={`${base}/inlezen`}>{t('Bestand inlezen', 'Read a file')}</ButtonLink>}
      </ButtonGroup>
      <Table
        caption={t('Delen', 'Sections')} rows={sheet.definition.sections.map((section) => ({ section, counts: countsOf(questionsIn(layoutOf(sheet, section)), sheet.answers), at: present.filter((one) => one.section === section.id).map(({ name }) => name) }))}
        columns={[
          { key: 'section', header: t('Deel', 'Section'), names: true, cell: ({ section, at }) => <><Link href={`${base}/deel/${section.id}`}><Foreign as="span">{sectionTitle(section)}</Foreign></Link>{at.length > 0 && <> <Badge tone="info">{at.join(', ')} {t('werkt hier', 'at work here')}</Badge></>}</> },
          { key: 'answered', header: t('Beantwoord', 'Answered'), numeric: true, cell: ({ counts }) => counts.total === 0 ? '–' : t(`${counts.answered} van ${counts.total}`, `${counts.answered} of ${counts.total}`) },
          { key: 'open', header: t('Nog open', 'Still open'), numeric: true, cell: ({ counts }) => counts.open || '–' },
          { key: 'done', header: t('Klaar', 'Done'), cell: ({ section }) => completed.has(section.id) ? t('ja', 'yes') : '–' },
        ]}
      />
      {openRemarks.length > 0 && (
        <Section heading={t('Opmerkingen die wachten', 'Remarks that wait')} id="opmerkingen">
          <ul class="wb-list">{openRemarks.map((one) => <li><QuestionLink opened={opened} address={one.address} />: {one.text} <span class="wb-subtle">({one.by ?? t('iemand', 'somebody')}, {sayMoment(one.at)})</span></li>)}</ul>
        </Section>
      )}
      {closed.length > 0 && (
        <Section heading={t('Niet meer in de vragenlijst', 'No longer in the questionnaire')} id="gesloten" lead={<p>{t('Antwoorden op vragen die er niet meer zijn, of uit een onderdeel dat is weggehaald. Zij blijven bewaard en gaan mee in het bestand.', 'Answers to questions that are gone, or from a part that was taken away. They are kept and go along in the file.')}</p>}>
          <dl class="wb-terms">{closed.map(({ address, value }) => {
            const item = sheet.definition.byId.get(parseAddress(address).id)
            return <div class="wb-terms__row"><dt>{address}{item && <> <Foreign as="span">{questionWords({ prefixesIds: false }, item)}</Foreign></>}</dt><dd class="wb-question__said">{item ? sayAnswer(sheet, item, value) : typeof value === 'string' ? value : Array.isArray(value) ? value.join('; ') : ''}</dd></div>
          })}</dl>
        </Section>
      )}
      <Glossary opened={opened} />
    </>
  )
}

export function OutcomePart({ outcome: { level, reasons, others } }: { outcome: Outcome }) {
  const words = { required: t('Een DPIA is verplicht', 'A DPIA is required'), recommended: t('Een DPIA is aan te raden', 'A DPIA is recommended'), not_required: t('Een DPIA is niet nodig', 'A DPIA is not required'), undecided: t('Nog geen uitkomst', 'No outcome yet') }
  return (
    <Alert tone={level === 'required' ? 'warning' : level === 'not_required' ? 'ok' : 'info'} heading={words[level]}>
      <ul class="wb-list">{reasons.map((one) => <li>{say(one.words)} <span class="wb-subtle">({sayCitation(one.citation)})</span></li>)}</ul>
      {others.length > 0 && <ul class="wb-list">{others.map((one) => <li><strong>{one.id}</strong>: <Foreign as="span">{one.words}{one.reasons.length > 0 && `, omdat ${one.reasons.map((reason) => reason.words).join('; ')}`}</Foreign></li>)}</ul>}
    </Alert>
  )
}

export function QuestionLink({ opened, address }: { opened: Opened; address: string }) {
  const item = opened.sheet.definition.byId.get(parseAddress(address).id)
  return <Link href={questionHref(opened.base, address)}>{address} <Foreign as="span">{item ? questionWords({ prefixesIds: false }, item) : ''}</Foreign></Link>
}

function Glossary({ opened: { sheet } }: { opened: Opened }) {
  const terms = termsOfSection(sheet.definition.key, sheet.definition.items)
  return <Details summary={t(`Begrippen (${terms.length})`, `Terms (${terms.length})`)}><Foreign><dl class="wb-terms">{terms.map(({ term, definition, note }) => <div class="wb-terms__row"><dt>{term}</dt><dd>{definition}{note && <><br /><span class="wb-subtle">{note}</span></>}</dd></div>)}</dl></Foreign></Details>
}
