// People in charge: who holds the privacy roles and how to reach them, who owns the processes, and who decides by portfolio or mandate.
import { sayDay } from '../ground/clock.ts'
import { say, t } from '../ground/words.ts'
import { Link } from '../page-kit/buttons.tsx'
import { Details, DescriptionList, ValueList } from '../page-kit/document.tsx'
import { Table } from '../page-kit/table.tsx'
import { roleTasks, roleWords } from '../people/roles.ts'
import { powers } from '../registers/mandates/declaration.ts'
import { fields as portfolioFields } from '../registers/portfolios/declaration.ts'
import { type OwnerOf, shownRoles, type WhoDoesWhat } from './division.ts'

export function Roles({ division: { holders, appointment } }: { division: WhoDoesWhat }) {
  return (
    <DescriptionList terms={shownRoles.map((role) => {
      const names = holders.filter(({ party }) => party === role)
      return {
        term: say(roleWords[role]),
        description: (
          <>
            {names.length > 0
              ? <ValueList values={names.map(({ name, standsInFor }) => standsInFor === null ? name : t(`${name}, vervangt ${standsInFor}`, `${name}, stands in for ${standsInFor}`))} />
              : role === 'dpo' && appointment?.outcome === 'none' ? <p>{t('Er is geen FG; dat is getoetst.', 'There is no DPO; that has been tested.')}</p> : <p>{t('Niemand heeft deze rol.', 'Nobody holds this role.')}</p>}
            <p class="wb-subtle">{say(roleTasks[role])}</p>
            {role === 'dpo' && appointment && <Contact {...appointment} />}
          </>
        ),
      }
    })} />
  )
}

function Contact({ email, phone }: { email: string | null; phone: string | null }) {
  if (email === null && phone === null) return <></>
  return <p>{email && <Link href={`mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`}>{email}</Link>}{email && phone && ' · '}{phone}</p>
}

export function Owners({ owners }: { owners: readonly OwnerOf[] }) {
  if (owners.length === 0) return <></>
  const departments = Map.groupBy(owners, ({ department }) => department)
  return (
    <Details summary={t('Proceseigenaren per afdeling', 'Process owners by department')}>
      <DescriptionList terms={[...departments].map(([department, own]) => ({ term: department, description: own.map(({ name }) => name).join(', ') }))} />
    </Details>
  )
}

export function Portfolios({ base, portfolios }: { base: string; portfolios: WhoDoesWhat['portfolios'] }) {
  const subjectWords = (key: string | null) => { const found = portfolioFields.subject.choices.find((choice) => choice.key === key); return found ? say(found.words) : '' }
  return (
    <Table caption={t('Portefeuilles die vandaag gelden', 'Portfolios that hold today')} captionHidden rows={portfolios} empty={<p>{t('Er is nog geen portefeuillehouder vastgelegd.', 'No portfolio holder has been recorded yet.')}</p>} columns={[
      { key: 'name', header: t('Portefeuille', 'Portfolio'), names: true, cell: ({ id, name }) => <Link href={`${base}/portefeuilles/${id}`}>{name}</Link> },
      { key: 'holder', header: t('Houder', 'Holder'), cell: ({ holder, substitute }) => holder && (substitute ? t(`${holder} (vervanger: ${substitute})`, `${holder} (substitute: ${substitute})`) : holder) },
      { key: 'subject', header: t('Waarvoor', 'What for'), cell: ({ subject }) => subjectWords(subject) },
      { key: 'body', header: t('Namens', 'In the name of'), cell: ({ body, department }) => [body, department].filter(Boolean).join(', ') },
    ]} />
  )
}

export function Mandates({ base, mandates }: { base: string; mandates: WhoDoesWhat['mandates'] }) {
  const holderWords = ({ holder, holderRole }: WhoDoesWhat['mandates'][number]) => holder ?? (holderRole === null ? '' : say(roleWords[holderRole as keyof typeof roleWords]))
  return (
    <Table caption={t('Mandaten die vandaag gelden', 'Mandates that hold today')} captionHidden rows={mandates} empty={<p>{t('Er zijn geen mandaten vastgelegd.', 'No mandates have been recorded.')}</p>} columns={[
      { key: 'name', header: t('Mandaat', 'Mandate'), names: true, cell: ({ id, name }) => <Link href={`${base}/mandaten/${id}`}>{name}</Link> },
      { key: 'holder', header: t('Houder', 'Holder'), cell: (mandate) => mandate.substitute ? t(`${holderWords(mandate)} (vervanger: ${mandate.substitute})`, `${holderWords(mandate)} (substitute: ${mandate.substitute})`) : holderWords(mandate) },
      { key: 'powers', header: t('Mag', 'May'), cell: (mandate) => mandate.powers.length === 12
        ? t('Alle twaalf bevoegdheden', 'All twelve powers') : <ValueList values={mandate.powers.map((power) => t(powers[power][0], powers[power][1]))} /> },
      { key: 'from', header: t('Van', 'From'), cell: ({ body, department }) => [body, department].filter(Boolean).join(', ') },
      { key: 'until', header: t('Tot en met', 'Until'), oneLine: true, cell: ({ endsOn }) => endsOn === null ? '' : sayDay(endsOn) },
    ]} />
  )
}
