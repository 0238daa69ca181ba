// Manage parts: what an officer sees of a version: its words, what is missing in it, the list of versions, and taking one back.
import { sayDay } from '../ground/clock.ts'
import type { Fault } from '../ground/refusals.ts'
import { type Language, say, t, type Words } from '../ground/words.ts'
import { StatusBadge } from '../page-kit/alerts.tsx'
import { Link } from '../page-kit/buttons.tsx'
import { sayCitation } from '../page-kit/citation.ts'
import { Details } from '../page-kit/document.tsx'
import { ErrorSummary, Form, SubmitBar } from '../page-kit/form.tsx'
import { TextArea } from '../page-kit/inputs.tsx'
import { Table } from '../page-kit/table.tsx'
import { type ElementKey, elements } from './pieces.ts'
import { PiecesView } from './pieces-view.tsx'
import { publicBase } from './site-frame.ts'
import type { Draft, NoticeContent, StatementContent } from './statement-draft.ts'
import type { StatementVersion } from './statements.ts'

export function VersionShown({ content, notices, language }: { content: StatementContent; notices: readonly { readonly content: NoticeContent }[]; language: Language }) {
  return (
    <div class="wb-stack">
      <PiecesView pieces={content[language].pieces} />
      <h2 class="utrecht-heading-2">{t('Per verwerking', 'Per processing activity')}</h2>
      {notices.map(({ content: { name, summary, [language]: { pieces } } }, index) => <Details summary={name}>{summary && <p lang="nl">{summary}</p>}<PiecesView pieces={pieces} level={3} within={`v${index}-`} /></Details>)}
    </div>
  )
}

const elementWords: Readonly<Record<ElementKey, Words>> = {
  controller: { nl: 'hoe mensen u bereiken', en: 'how people reach you' }, dpo: { nl: 'hoe mensen de FG bereiken', en: 'how people reach the DPO' }, purposes: { nl: 'de doelen', en: 'the purposes' }, basis: { nl: 'de grondslag', en: 'the legal basis' },
  interests: { nl: 'het gerechtvaardigd belang, in gewone taal', en: 'the legitimate interest, in plain words' }, categories: { nl: 'welke gegevens', en: 'which data' }, recipients: { nl: 'de ontvangers', en: 'the recipients' }, transfers: { nl: 'de waarborg bij doorgifte', en: 'the safeguard for the transfer' },
  retention: { nl: 'de bewaartermijn', en: 'the retention term' }, rights: { nl: 'de rechten', en: 'the rights' }, objection: { nl: 'het recht van bezwaar', en: 'the right to object' }, consent: { nl: 'het intrekken van toestemming', en: 'withdrawing consent' }, complaint: { nl: 'de klacht bij de AP', en: 'the complaint to the authority' },
  provision: { nl: 'of mensen de gegevens moeten geven', en: 'whether people must give the data' }, automated: { nl: 'of een computer beslist, en hoe', en: 'whether a computer decides, and how' }, sources: { nl: 'van wie de gegevens komen', en: 'whom the data come from' },
}
const mostGaps = 100

export function GapList({ draft, slug }: { draft: Draft; slug: string }) {
  const gaps = draft.notices.filter(({ lacks }) => lacks.length > 0)
  const own = draft.lacks.filter((key) => key === 'controller' || key === 'dpo')
  if (gaps.length === 0 && own.length === 0) return <p>{draft.notices.length === 0 ? t('Er staat nog geen verwerking in het openbare register.', 'No processing activity stands in the public register yet.') : t('Niets. Alles wat de wet vraagt, staat erin.', 'Nothing. All that the law asks is in it.')}</p>
  return (
    <ul class="wb-list">
      {own.map((key) => <li>{say(elementWords[key])} ({sayCitation(elements[key])})</li>)}
      {gaps.slice(0, mostGaps).map(({ entryId, content, lacks }) => (
        <li><Link href={`/${slug}/verwerkingen/${entryId}`}><span lang="nl">{content.name}</span></Link>: {lacks.map((key, index) => <>{index > 0 && ', '}{say(elementWords[key])} ({sayCitation(elements[key])})</>)}</li>
      ))}
      {gaps.length > mostGaps && <li>{t(`en nog ${gaps.length - mostGaps} verwerkingen`, `and ${gaps.length - mostGaps} more processing activities`)}</li>}
    </ul>
  )
}

export function VersionTable({ versions, current, slug, base, mayChange }: { versions: readonly StatementVersion[]; current: number | undefined; slug: string; base: string; mayChange: boolean }) {
  return (
    <Table
      caption={t('Versies van de privacyverklaring', 'Versions of the privacy statement')} captionHidden rows={versions} empty={<p>{t('Er is nog niets gepubliceerd.', 'Nothing has been published yet.')}</p>}
      columns={[
        { key: 'version', header: t('Versie', 'Version'), names: true, cell: ({ version }) => <Link href={`${base}/versies/${version}`}>{t('Versie', 'Version')} {version}</Link> },
        { key: 'published', header: t('Gepubliceerd', 'Published'), cell: ({ publishedAt, publishedBy }) => [sayDay(publishedAt), publishedBy].filter(Boolean).join(', ') },
        { key: 'note', header: t('Wat er veranderde', 'What changed'), cell: ({ changeNote }) => changeNote ? <span lang="nl">{changeNote}</span> : '–' },
        { key: 'state', header: t('Stand', 'State'), cell: ({ version, takenBackAt, takenBackNote }) => takenBackAt ? <><StatusBadge tone="negative">{t('teruggenomen', 'taken back')}</StatusBadge> {sayDay(takenBackAt)}: <span lang="nl">{takenBackNote}</span></>
          : version === current ? <StatusBadge tone="positive">{t('op de site', 'on the site')}</StatusBadge> : <Link href={`${publicBase(slug)}/privacyverklaring/versies/${version}`}>{t('nog te lezen', 'can still be read')}</Link> },
        { key: 'act', header: t('Terugnemen', 'Take back'), cell: ({ version, takenBackAt }) => mayChange && !takenBackAt ? <Link href={`${base}/terugnemen/${version}`}>{t('Terugnemen', 'Take back')}</Link> : '–' },
      ]}
    />
  )
}

export function TakeBackForm({ action, cancel, faults, before }: { action: string; cancel: string; faults: readonly Fault[]; before: number | undefined }) {
  return (
    <Form action={action}>
      <ErrorSummary faults={faults} />
      <p>{before === undefined ? t('Daarna staat er geen privacyverklaring op de site.', 'After that no privacy statement is on the site.') : t(`Daarna staat versie ${before} weer op de site, als er geen nieuwere is.`, `After that version ${before} is on the site again, if there is no newer one.`)} {t('Inwoners kunnen deze versie niet meer lezen; u wel.', 'Citizens can no longer read this version; you can.')}</p>
      <TextArea name="note" label={t('Waarom neemt u haar terug?', 'Why do you take it back?')} rows={3} maxlength={2000} error={faults.find(({ at }) => at === 'note')?.message} />
      <SubmitBar primary={t('Terugnemen', 'Take back')} danger cancel={{ words: t('Annuleren', 'Cancel'), href: cancel }} />
    </Form>
  )
}
