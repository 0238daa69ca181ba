// Reading section: how far a reading campaign is, in numbers and per department, and who is still to read.
import { dayOf, sayDay } from '../../ground/clock.ts'
import { t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup } from '../../page-kit/buttons.tsx'
import { Details } from '../../page-kit/document.tsx'
import { Section } from '../../page-kit/form.tsx'
import { Bar } from '../../page-kit/progress.tsx'
import { Table } from '../../page-kit/table.tsx'
import type { Campaign, DepartmentReading } from './campaigns.ts'

export type ReadingProps = {
  readonly campaign: Campaign; readonly progress: readonly DepartmentReading[]; readonly version: number; readonly now: Date
  /** For whoever keeps the campaign: who is still to read, and where the buttons lead. */
  readonly keeping?: { readonly waiting: readonly { name: string; remindedAt: Date | null }[]; readonly base: string }
}

export function ReadingSection({ campaign, progress, version, now, keeping }: ReadingProps) {
  const [asked, read] = [sum(progress.map((one) => one.asked)), sum(progress.map((one) => one.read))]
  const isLate = campaign.dueOn < dayOf(now)
  const share = asked === 0 ? 0 : Math.floor(read * 100 / asked)
  return (
    <Section heading={t('Gelezen en begrepen', 'Read and understood')} id="gelezen">
      {campaign.version < version && <Alert><p>{t(`Dit gaat over versie ${campaign.version}. Versie ${version} is nog aan niemand voorgelegd: kies “Laten lezen” als dat nodig is.`, `This is about version ${campaign.version}. Nobody has been asked to read version ${version}: choose “Have it read” if that is needed.`)}</p></Alert>}
      <p>{campaign.closedAt === null
        ? isLate ? t(`De termijn liep tot ${sayDay(campaign.dueOn)}.`, `The term ran until ${sayDay(campaign.dueOn)}.`) : t(`De termijn loopt tot ${sayDay(campaign.dueOn)}.`, `The term runs until ${sayDay(campaign.dueOn)}.`)
        : t(`Afgerond op ${sayDay(campaign.closedAt)}.`, `Closed on ${sayDay(campaign.closedAt)}.`)} {t(`Doel: ${campaign.aim}%.`, `Aim: ${campaign.aim}%.`)}</p>
      <div class="wb-stack">
        <Bar label={t('Iedereen die is gevraagd', 'Everybody who was asked')} value={read} max={asked} words={t(`${read} van ${asked} (${share}%)`, `${read} of ${asked} (${share}%)`)} tone={share >= campaign.aim ? 'positive' : isLate ? 'warning' : undefined} />
        {progress.length > 1 && (
          <Table
            caption={t('Per afdeling', 'Per department')} rows={progress} narrow="scroll"
            columns={[
              { key: 'department', header: t('Afdeling', 'Department'), names: true, cell: ({ department }) => department ?? t('Zonder afdeling', 'Without a department') },
              { key: 'asked', header: t('Gevraagd', 'Asked'), numeric: true, cell: (one) => String(one.asked) },
              { key: 'read', header: t('Gelezen', 'Read'), numeric: true, cell: (one) => String(one.read) },
              { key: 'left', header: t('Nog te lezen', 'Still to read'), numeric: true, cell: (one) => String(one.asked - one.read) },
            ]}
          />
        )}
        {keeping && keeping.waiting.length > 0 && (
          <Details summary={t(`Nog niet gelezen: ${keeping.waiting.length}`, `Not read yet: ${keeping.waiting.length}`)}>
            <ul class="wb-list">{keeping.waiting.map(({ name, remindedAt }) => <li>{name}{remindedAt && <span class="wb-subtle"> ({t('herinnerd op', 'reminded on')} {sayDay(remindedAt)})</span>}</li>)}</ul>
          </Details>
        )}
        {keeping && campaign.closedAt === null && (
          <ButtonGroup>
            <form method="post" action={`${keeping.base}/herinneren`}><Button>{t('Herinnering sturen', 'Send a reminder')}</Button></form>
            <form method="post" action={`${keeping.base}/lezen-afronden`}><Button look="subtle">{t('Afronden', 'Close')}</Button></form>
          </ButtonGroup>
        )}
      </div>
    </Section>
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
