// Draft page: what the draft changes, the ways to change it further, and the steps from draft to adopted.
import { sayMoment } from '../../ground/clock.ts'
import type { Fault } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'
import { Alert, StatusBadge } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink } from '../../page-kit/buttons.tsx'
import { Details } from '../../page-kit/document.tsx'
import { ErrorSummary, Form, Section } from '../../page-kit/form.tsx'
import { FileInput, TextArea } from '../../page-kit/inputs.tsx'
import { Table } from '../../page-kit/table.tsx'
import { faultAt } from '../../people/form-input.ts'
import type { Profile } from '../../policy/profiles.ts'
import type { ProfileFault } from '../../policy/read-profile.ts'
import { DifferencesView } from './compare-page.tsx'
import { differencesOf } from './differences.ts'
import type { Draft } from './draft.ts'
import type { OpenCases } from './open-cases.ts'
import { OpenCasesView } from './open-cases-view.tsx'
import { sayRef } from './profile-refs.ts'
import { ProfileView } from './profile-view.tsx'

export type DraftPageProps = {
  base: string; draft: Draft; inForce: Profile | undefined; cases: OpenCases; mayEdit: boolean; mayAdopt: boolean; faults: readonly Fault[]; fileFaults?: readonly ProfileFault[]; typedNote?: string
}

export function DraftPage({ base, draft, inForce, cases, mayEdit, mayAdopt, faults, fileFaults = [], typedNote }: DraftPageProps) {
  return (
    <>
      <ErrorSummary faults={faults} />
      {fileFaults.length > 0 && <FileFaults faults={fileFaults} />}
      <p>
        <StatusBadge tone={draft.proposedAt ? 'info' : 'neutral'}>{draft.proposedAt ? t('Voorgelegd', 'Submitted') : t('Concept', 'Draft')}</StatusBadge>{' '}
        {t('Gemaakt uit', 'Made from')} {sayRef(draft.basedOn)}. {t('Laatst gewijzigd op', 'Last changed on')} {sayMoment(draft.changedAt)}{draft.changedBy && `, ${draft.changedBy}`}.
      </p>
      {draft.proposedAt && draft.note && <Alert heading={t('Wat er verandert en waarom', 'What changes and why')}><p>{draft.note}</p></Alert>}
      <Steps base={base} draft={draft} mayEdit={mayEdit} mayAdopt={mayAdopt} faults={faults} typedNote={typedNote} />
      <OpenCasesView cases={cases} />
      <Section heading={t('Verschil met wat nu geldt', 'Difference with what holds now')} id="verschil">
        {inForce ? <DifferencesView differences={differencesOf(inForce, draft.profile)} leftWords={t('Geldt nu', 'Holds now')} rightWords={t('Concept', 'Draft')} onlyChanged />
          : <p>{t('Er geldt nu geen profiel.', 'No profile holds now.')}</p>}
      </Section>
      <Details summary={t('Het hele concept', 'The whole draft')} open={mayEdit && !draft.proposedAt}>
        <ProfileView profile={draft.profile} changeHref={mayEdit ? (id) => `${base}/concept/normen/${id}` : undefined} />
      </Details>
    </>
  )
}

function Steps({ base, draft, mayEdit, mayAdopt, faults, typedNote }: Pick<DraftPageProps, 'base' | 'draft' | 'mayEdit' | 'mayAdopt' | 'faults' | 'typedNote'>) {
  return (
    <>
      {mayEdit && !draft.proposedAt && (
        <Section heading={t('Ter vaststelling voorleggen', 'Submit for adoption')} id="voorleggen">
          <Form action={`${base}/concept/voorleggen`} defaultAction="propose">
            <TextArea name="note" label={t('Wat verandert er, en waarom?', 'What changes, and why?')} value={typedNote ?? draft.note ?? ''} rows={3} error={faultAt(faults, 'note')} />
            <Button look="primary">{t('Voorleggen', 'Submit')}</Button>
          </Form>
        </Section>
      )}
      <ButtonGroup>
        {mayAdopt && draft.proposedAt && <ButtonLink look="primary" href={`${base}/concept/vaststellen`}>{t('Vaststellen', 'Adopt')}</ButtonLink>}
        {mayEdit && <ButtonLink href={`${base}/concept/termijnen`} icon="edit">{t('Termijnen wijzigen', 'Change the terms')}</ButtonLink>}
        <ButtonLink href={`${base}/versie/concept/bestand`} icon="download" download>{t('Als YAML', 'As YAML')}</ButtonLink>
        {mayEdit && <ButtonLink look="danger" href={`${base}/concept/weggooien`}>{t('Weggooien', 'Throw away')}</ButtonLink>}
      </ButtonGroup>
      {mayEdit && draft.proposedAt && <Form action={`${base}/concept/terugnemen`} defaultAction="withdraw"><Button>{t('Terugnemen', 'Take back')}</Button></Form>}
      {mayEdit && (
        <Details summary={t('Een bestand terugsturen', 'Send a file back')}>
          <Form action={`${base}/concept/bestand`} files hidden={{ revision: String(draft.revision) }}>
            <FileInput name="file" label={t('Profiel als YAML', 'Profile as YAML')} accept=".yaml,.yml,application/yaml,text/yaml" limit="250 kB"
              hint={t('Het bestand vervangt het hele concept. Klopt er iets niet, dan blijft alles zoals het is en leest u elke fout met haar regel.', 'The file replaces the whole draft. If something is wrong, all stays as it is and you read each fault with its line.')} />
            <Button>{t('Nakijken en overnemen', 'Check and take over')}</Button>
          </Form>
        </Details>
      )}
    </>
  )
}

function FileFaults({ faults }: { faults: readonly ProfileFault[] }) {
  return (
    <Alert tone="error" heading={t('Er is niets overgenomen', 'Nothing was taken over')}>
      <Table<ProfileFault>
        caption={faults.length === 1 ? t('Eén fout in het bestand', 'One fault in the file') : t(`${faults.length} fouten in het bestand`, `${faults.length} faults in the file`)} rows={faults}
        columns={[
          { key: 'line', header: t('Regel', 'Line'), numeric: true, cell: ({ line, column }) => `${line}:${column}` },
          { key: 'path', header: t('Plaats', 'Place'), cell: ({ path }) => path === '' ? t('het bestand', 'the file') : <code>{path}</code> },
          { key: 'reason', header: t('Wat er mis is', 'What is wrong'), names: true, cell: ({ reason }) => reason },
        ]}
      />
    </Alert>
  )
}
