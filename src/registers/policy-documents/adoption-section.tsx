// Adoption section: for whom a document holds: each body with its decision, and from when to when.
import { dayOf, sayDay } from '../../ground/clock.ts'
import { t } from '../../ground/words.ts'
import { type BadgeTone, StatusBadge } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import { Section } from '../../page-kit/form.tsx'
import { Table } from '../../page-kit/table.tsx'
import type { Adoption } from './adoptions.ts'

/** `revokeHref` gives where an adoption is taken back, for whoever may. */
export function AdoptionSection({ adoptions, now, revokeHref }: { adoptions: readonly Adoption[]; now: Date; revokeHref?: (id: string) => string }) {
  const today = dayOf(now)
  return (
    <Section heading={t('Voor wie het geldt', 'For whom it holds')} id="geldt-voor">
      <Table
        caption={t('Besluiten van organen', 'Decisions of bodies')} captionHidden rows={adoptions}
        empty={<p>{t('Nog geen orgaan heeft dit document vastgesteld. Het geldt dus voor niemand.', 'No body has adopted this document yet, so it holds for nobody.')}</p>}
        columns={[
          { key: 'body', header: t('Orgaan', 'Body'), names: true, cell: ({ body }) => body },
          { key: 'version', header: t('Versie', 'Version'), numeric: true, cell: ({ version }) => String(version) },
          { key: 'decision', header: t('Besluit', 'Decision'), cell: ({ adoptedOn, decisionNumber, recordedBy }) => <>{sayDay(adoptedOn)}{decisionNumber && <>, {decisionNumber}</>}{recordedBy && <span class="wb-subtle"> ({t('vastgelegd door', 'recorded by')} {recordedBy})</span>}</> },
          { key: 'term', header: t('Geldt', 'Holds'), cell: sayTerm },
          {
            key: 'state', header: t('Stand', 'State'), cell: (adoption) => {
              const { tone, words } = stateOf(adoption, today)
              return <><StatusBadge tone={tone}>{words}</StatusBadge>{revokeHref && adoption.revokedOn === null && <> <Link href={revokeHref(adoption.id)}>{t('terugnemen', 'take back')}<span class="wb-hidden">: {adoption.body}, {t('versie', 'version')} {adoption.version}</span></Link></>}</>
            },
          },
        ]}
      />
    </Section>
  )
}

export function sayTerm({ inForceFrom, inForceUntil }: Pick<Adoption, 'inForceFrom' | 'inForceUntil'>): string {
  if (inForceFrom === null) return t('na publicatie', 'after publication')
  if (inForceUntil === null) return t(`vanaf ${sayDay(inForceFrom)}`, `from ${sayDay(inForceFrom)}`)
  if (inForceUntil < inForceFrom) return t('nooit', 'never')
  return t(`${sayDay(inForceFrom)} tot en met ${sayDay(inForceUntil)}`, `${sayDay(inForceFrom)} until ${sayDay(inForceUntil)}`)
}

function stateOf({ inForceFrom, inForceUntil, revokedOn }: Adoption, today: string): { tone: BadgeTone; words: string } {
  if (inForceFrom === null && revokedOn === null) return { tone: 'warning', words: t('wacht op publicatie', 'waits for publication') }
  if (inForceFrom !== null && inForceFrom > today && (inForceUntil === null || inForceUntil >= inForceFrom)) return { tone: 'info', words: t('geldt nog niet', 'doesn’t hold yet') }
  if (inForceFrom !== null && (inForceUntil === null || inForceUntil >= today)) return { tone: 'positive', words: t('geldt nu', 'holds now') }
  return revokedOn === null ? { tone: 'neutral', words: t('vervangen', 'replaced') } : { tone: 'neutral', words: t('teruggenomen', 'taken back') }
}
