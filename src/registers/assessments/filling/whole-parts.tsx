// Whole parts: what a new version of a questionnaire changes, and what the register says otherwise, each to be judged by a person.
import { sayDay } from '../../../ground/clock.ts'
import { t } from '../../../ground/words.ts'
import { EmptyState } from '../../../page-kit/alerts.tsx'
import { ButtonLink } from '../../../page-kit/buttons.tsx'
import { CheckboxGroup } from '../../../page-kit/choices.tsx'
import { Form, Section, SubmitBar } from '../../../page-kit/form.tsx'
import { plainWords } from '../../../questionnaires/description.ts'
import { type Item, parseAddress } from '../../../questionnaires/item.ts'
import { Foreign, questionWords } from '../../../questionnaires/section-view.tsx'
import type { Opened } from './filling-visit.tsx'
import { sayAnswer } from './report-blocks.ts'
import type { Offered } from './taking-over.ts'
import type { Upgrade } from './upgrade.ts'

export function UpgradePart({ upgrade, opened }: { upgrade: Upgrade; opened: Opened }) {
  const what = { words: t('de vraag', 'the question'), description: t('de uitleg', 'the explanation'), options: t('de keuzes', 'the choices'), kind: t('het soort antwoord', 'the kind of answer'), condition: t('wanneer de vraag wordt gesteld', 'when the question is asked') }
  return (
    <>
      {upgrade.reworded.length > 0 && (
        <Section heading={t('Anders', 'Changed')} id="anders">
          <dl class="wb-terms">{upgrade.reworded.map(({ from, to, what: changed }) => (
            <div class="wb-terms__row">
              <dt>{to.id} <Foreign as="span">{plainWords(to.words)}</Foreign></dt>
              <dd>{t('Anders is', 'Changed:')} {changed.map((one) => what[one]).join(', ')}.{changed.includes('words') && <> {t('Eerst:', 'Before:')} <Foreign as="span">{plainWords(from.words)}</Foreign></>}<Answers upgrade={upgrade} opened={opened} item={from} from="rewordedAnswers" /></dd>
            </div>
          ))}</dl>
        </Section>
      )}
      {upgrade.added.length > 0 && <Section heading={t('Nieuw', 'New')} id="nieuw"><ul class="wb-list">{upgrade.added.map((item) => <li>{item.id} <Foreign as="span">{plainWords(item.words)}</Foreign></li>)}</ul></Section>}
      {upgrade.gone.length > 0 && (
        <Section heading={t('Vervallen', 'Gone')} id="vervallen" lead={<p>{t('De antwoorden blijven bewaard in een gesloten deel, en gaan mee in het bestand.', 'The answers are kept in a closed part, and go along in the file.')}</p>}>
          <dl class="wb-terms">{upgrade.gone.map((item) => <div class="wb-terms__row"><dt>{item.id} <Foreign as="span">{plainWords(item.words)}</Foreign></dt><dd><Answers upgrade={upgrade} opened={opened} item={item} from="goneAnswers" /></dd></div>)}</dl>
        </Section>
      )}
    </>
  )
}

function Answers({ upgrade, opened, item, from }: { upgrade: Upgrade; opened: Opened; item: Item; from: 'goneAnswers' | 'rewordedAnswers' }) {
  const given = upgrade[from].filter(({ address }) => parseAddress(address).id === item.id)
  return <>{given.map(({ value }) => <p class="wb-question__said">{t('Uw antwoord:', 'Your answer:')} {sayAnswer(opened.sheet, item, value)}</p>)}</>
}

export function OfferedPart({ offered, opened }: { offered: readonly Offered[]; opened: Opened }) {
  if (offered.length === 0) return <EmptyState heading={t('Er is niets nieuws in het register', 'There is nothing new in the register')} icon="check" action={<ButtonLink href={opened.base}>{t('Terug', 'Back')}</ButtonLink>} />
  const item = (address: string) => opened.sheet.definition.byId.get(parseAddress(address).id)!
  const choices = offered.map((one) => ({
    value: one.address, label: `${one.address} ${questionWords({ prefixesIds: false }, item(one.address))}: ${sayAnswer(opened.sheet, item(one.address), one.value)}`, lang: 'nl' as const,
    hint: [
      one.now === undefined ? t('Hier nog leeg.', 'Still empty here.') : t(`Nu staat hier: ${sayAnswer(opened.sheet, item(one.address), one.now)}`, `It says here now: ${sayAnswer(opened.sheet, item(one.address), one.now)}`),
      one.takenOn === null ? '' : t(`Overgenomen op ${sayDay(one.takenOn)}.`, `Taken over on ${sayDay(one.takenOn)}.`), one.isOwn ? t('Daarna hier gewijzigd.', 'Changed here since.') : '',
    ].filter((part) => part !== '').join(' '),
  }))
  return (
    <Form action={`${opened.base}/register`}>
      <CheckboxGroup name="take" label={t('Overnemen', 'Take over')} choices={choices} />
      <SubmitBar primary={t('Neem over wat ik koos', 'Take over what I chose')} cancel={{ words: t('Annuleren', 'Cancel'), href: opened.base }} />
    </Form>
  )
}
