// Manage page: how the public site of an organisation stands: what is out, what moved since, what is missing, which parts are open, and what happened.
import type { Child } from 'hono/jsx'
import { sayDay, sayMoment } from '../ground/clock.ts'
import type { Fault } from '../ground/refusals.ts'
import { say, t } from '../ground/words.ts'
import { Alert } from '../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink, Link } from '../page-kit/buttons.tsx'
import { ErrorSummary, FieldRow, Form, Section, SubmitBar } from '../page-kit/form.tsx'
import { History } from '../page-kit/history.tsx'
import { TextArea } from '../page-kit/inputs.tsx'
import { FieldControl } from '../register-kit/field-control.tsx'
import type { HistoryEvent } from '../register-kit/history.ts'
import { sayValue } from '../register-kit/say-value.ts'
import { GapList, VersionTable } from './manage-parts.tsx'
import { publicBase } from './site-frame.ts'
import { siteFields } from './site-settings.ts'
import { type Draft, hasMoved, type Moved, movedSince } from './statement-draft.ts'
import type { Statement, StatementVersion } from './statements.ts'

export type ManageProps = {
  readonly slug: string; readonly base: string; readonly mayChange: boolean; readonly revision: number; readonly raw: Readonly<Record<string, unknown>>; readonly faults: readonly Fault[]; readonly note: string
  readonly draft: Draft; readonly out: Statement | undefined; readonly versions: readonly StatementVersion[]; readonly events: readonly HistoryEvent[]; readonly publicUrl: string
}

const noLookups = { terms: new Map(), references: { department: new Map(), governing_body: new Map(), person: new Map(), participant: new Map() } }

export function ManagePage(props: ManageProps) {
  const { slug, base, mayChange, revision, raw, faults, draft, out, versions, events, publicUrl } = props
  const state = { raw, faults, lookups: noLookups }
  const control = (name: keyof typeof siteFields) => <FieldControl name={name} field={siteFields[name]} state={state} optional={siteFields[name].type !== 'yesNo'} />
  return (
    <>
      <ErrorSummary faults={faults} />
      <ButtonGroup>
        <ButtonLink href={publicBase(slug)} icon="globe">{t('Bekijk de openbare site', 'View the public site')}</ButtonLink>
        <ButtonLink href={`/${slug}/openbare-teksten`} icon="document">{t('Eigen teksten', 'Own texts')}</ButtonLink>
        <ButtonLink href={`${base}/uitleg`} icon="link">{t('Uitleg bij formulieren', 'Explanation for forms')}</ButtonLink>
      </ButtonGroup>
      <StatementSection {...props} />
      <Section heading={t('Wat er ontbreekt', 'What is missing')} id="ontbreekt" lead={<p>{t('Wat de wet vraagt (art. 13 en 14 AVG) en uw register of instellingen nog niet zeggen. U kunt wel publiceren; inwoners lezen dan dat het ontbreekt.', 'What the law asks (art. 13 and 14 GDPR) and your register or settings don’t say yet. You can publish; citizens then read that it is missing.')}</p>}>
        <GapList draft={draft} slug={slug} />
      </Section>
      <Section heading={t('Versies', 'Versions')} id="versies"><VersionTable versions={versions} current={out?.version} slug={slug} base={base} mayChange={mayChange} /></Section>
      <Form action={base} hidden={{ revision: String(revision) }} guard>
        <Section heading={t('Wat openbaar is', 'What is public')} id="delen">{control('is_open')}{control('shows_register')}{control('shows_policies')}</Section>
        <Section heading={t('Toegankelijkheidsverklaring', 'Accessibility statement')} id="toegankelijkheid" lead={<p>{t('De status volgt uit wat u invult: zonder onderzoek is die D.', 'The status follows from what you fill in: without an audit it is D.')} <Link href={`${publicBase(slug)}/toegankelijkheid`}>{t('Bekijk', 'View')}</Link></p>}>
          <FieldRow>{control('audited_on')}{control('audited_by')}</FieldRow>
          {control('meets_all')}
          <FieldRow>{control('audit_report')}{control('audit_planned_on')}</FieldRow>
          {control('known_issues')}{control('known_issues_en')}
          <FieldRow>{control('accessibility_contact')}{control('signed_by')}</FieldRow>
        </Section>
        <Section heading={t('Lekken in de beveiliging', 'Security flaws')} id="beveiliging" lead={<p>{t(`Wie een lek vindt, leest hier waar dat te melden is (security.txt, RFC 9116). Laat /.well-known/security.txt van uw eigen domein verwijzen naar ${publicUrl}${publicBase(slug)}/security.txt.`, `Whoever finds a flaw reads here where to report it (security.txt, RFC 9116). Have /.well-known/security.txt of your own domain point at ${publicUrl}${publicBase(slug)}/security.txt.`)}</p>}>
          <FieldRow>{control('security_contact')}{control('security_until')}</FieldRow>
        </Section>
        {mayChange && <SubmitBar primary={t('Opslaan', 'Save')} />}
      </Form>
      <Section heading={t('Geschiedenis', 'History')} id="geschiedenis">
        {mayChange && revision > 0 && <Form action={`${base}/ongedaan`}><Button icon="history">{t('Laatste wijziging van de instellingen ongedaan maken', 'Undo the last change of the settings')}</Button></Form>}
        {events.length === 0 ? <p>{t('Er is nog niets gebeurd.', 'Nothing has happened yet.')}</p> : <History label={t('Geschiedenis', 'History')} happenings={events.map(happening)} />}
      </Section>
    </>
  )
}

function StatementSection({ base, mayChange, draft, out, note, faults }: ManageProps): Child {
  const moved = out && movedSince(out.sources, draft.sources)
  const isSame = out?.digest.equals(draft.digest) === true
  return (
    <Section heading={t('Privacyverklaring', 'Privacy statement')} id="privacyverklaring">
      {out === undefined
        ? <Alert tone="warning"><p>{t('Er staat nog geen privacyverklaring op de site (art. 13 en 14 AVG; norm H-08, H-10 en H-11).', 'No privacy statement is on the site yet (art. 13 and 14 GDPR; norms H-08, H-10 and H-11).')}</p></Alert>
        : <p>{t(`Versie ${out.version} staat op de site sinds ${sayDay(out.publishedAt)}; aantal verwerkingen: ${Object.keys(out.sources.entries).length}.`, `Version ${out.version} has been on the site since ${sayDay(out.publishedAt)}; number of processing activities: ${Object.keys(out.sources.entries).length}.`)}</p>}
      {moved && hasMoved(moved) && <Alert tone="warning" heading={t('Sindsdien is er iets veranderd', 'Something has changed since')}><ul class="wb-list">{sayMoved(moved).map((words) => <li>{words}</li>)}</ul></Alert>}
      <ButtonGroup>
        <ButtonLink href={`${base}/voorbeeld`} icon="eye">{t('Voorbeeld', 'Preview')}</ButtonLink>
        <ButtonLink href={`${base}/verschil`} icon="list">{t('Wat verandert er als ik publiceer?', 'What changes when I publish?')}</ButtonLink>
      </ButtonGroup>
      {mayChange && (isSame ? <p>{t('Wat op de site staat, klopt met het register en de teksten van nu.', 'What is on the site agrees with the register and the texts of now.')}</p> : (
        <Form action={`${base}/publiceren`}>
          <TextArea name="note" label={t('Wat is er veranderd, voor inwoners', 'What has changed, for citizens')} value={note} rows={2} maxlength={2000} optional error={faults.find(({ at }) => at === 'note')?.message} />
          <SubmitBar primary={out ? t('Nieuwe versie publiceren', 'Publish a new version') : t('Publiceren', 'Publish')} />
        </Form>
      ))}
    </Section>
  )
}

function sayMoved({ added, removed, changed, texts, site }: Moved): string[] {
  return [
    ...(added > 0 ? [t(`${added} nieuw in het openbare register`, `${added} new in the public register`)] : []), ...(changed > 0 ? [t(`${changed} met een nieuwe versie`, `${changed} with a new version`)] : []), ...(removed > 0 ? [t(`${removed} niet meer in het openbare register`, `${removed} no longer in the public register`)] : []),
    ...(texts > 0 ? [t(`${texts} eigen teksten gewijzigd`, `${texts} own texts changed`)] : []), ...(site ? [t('de contactgegevens, de FG of de termijnen van het beleid', 'the contact details, the DPO or the terms of the policy')] : []),
  ]
}

function happening({ at, personName, verb, note, changes }: HistoryEvent) {
  const what = { change: t('Instellingen gewijzigd', 'Settings changed'), undo: t('Wijziging ongedaan gemaakt', 'Change undone'), publish: t('Privacyverklaring gepubliceerd', 'Privacy statement published'), take_back: t('Privacyverklaring teruggenomen', 'Privacy statement taken back') }[verb] ?? verb
  return {
    at: at.toISOString(), when: sayMoment(at), who: personName ?? 'Waarborg', what, ...(note ? { note: <p lang="nl">{note}</p> } : {}),
    changes: changes.flatMap(({ field, before, after }) => {
      const declared = Object.hasOwn(siteFields, field) ? siteFields[field as keyof typeof siteFields] : undefined
      return declared ? [{ field: say(declared.words), before: sayValue(declared, before, noLookups).join(''), after: sayValue(declared, after, noLookups).join('') }] : []
    }),
  }
}
