// Answer section: on the page of a case: what was found in the access log, by version, and the way to look.
import { sayMoment } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { EmptyState } from '../../page-kit/alerts.tsx'
import { ButtonGroup, ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { Section } from '../../page-kit/form.tsx'
import { Table } from '../../page-kit/table.tsx'
import type { Entry } from '../../register-kit/entry.ts'
import { mayKeep } from '../collection/keeping.ts'
import type { TiedCollection } from '../collection/tied-collections.ts'
import { readLogAnswers } from './log-answer.ts'

/** Only for whoever keeps the case, and only where the case asks who used data. */
export async function answerSection(scope: Scope, { register, options }: TiedCollection, entry: Entry) {
  if (!options.logPeriod?.(entry) || !mayKeep(scope, register, options, entry)) return null
  const answers = await readLogAnswers(scope, { register: register.key, entryId: entry.id })
  const base = `/${scope.organisation.slug}/${register.path}/${entry.id}/logboek`
  return (
    <Section heading={t('Uit het logboek', 'From the log')} id="logboek">
      {answers.length === 0
        ? <EmptyState heading={t('Nog niet gezocht', 'Not searched yet')} icon="search"><p>{t('Wie inzage vraagt, mag weten wie de gegevens kreeg en waarvoor (art. 15 lid 1 AVG). Zoek in het logboek; het antwoord gaat mee in het pakket.', 'Whoever asks for access may know who got the data and what for (art. 15(1) GDPR). Search the log; the answer goes along in the package.')}</p></EmptyState>
        : (
          <Table
            caption={t('Antwoorden uit het logboek', 'Answers from the log')} captionHidden rows={answers}
            columns={[
              { key: 'version', header: t('Versie', 'Version'), names: true, cell: ({ id, version }) => <Link href={`${base}/${id}`}>{t(`Versie ${version}`, `Version ${version}`)}</Link> },
              { key: 'made', header: t('Gemaakt', 'Made'), cell: ({ madeAt, madeBy }) => [sayMoment(madeAt), madeBy].filter(Boolean).join(' · ') },
              { key: 'acts', header: t('Keren', 'Times'), numeric: true, cell: ({ acts }) => acts },
              { key: 'withheld', header: t('Achtergehouden', 'Withheld'), numeric: true, cell: ({ withheld }) => withheld },
            ]}
          />
        )}
      <ButtonGroup><ButtonLink icon="search" href={base}>{answers.length === 0 ? t('Zoeken in het logboek', 'Search the log') : t('Opnieuw zoeken', 'Search again')}</ButtonLink></ButtonGroup>
    </Section>
  )
}
