// Passages section: on the page of an agreement: whether its text was laid beside the checklist, and what came of it.
import type { Scope } from '../../../ground/scope.ts'
import { t } from '../../../ground/words.ts'
import { ButtonLink } from '../../../page-kit/buttons.tsx'
import { Section } from '../../../page-kit/form.tsx'
import type { Entry } from '../../../register-kit/entry.ts'
import { checklist } from '../checklist.ts'
import { agreements } from '../register.ts'
import { decisionsOn } from './decisions.ts'
import { isUnderWay, readingsOf } from './readings.ts'

/** For the parts of the register: between its document and what is said of it. */
export async function passagesSection(scope: Scope, entry: Entry) {
  const readings = await readingsOf(scope, entry.id)
  const read = readings.find(({ state }) => state === 'read')
  const decided = read ? (await decisionsOn(scope, read.id)).size : 0
  return (
    <Section heading={t('Tekst naast de checklist', 'Text beside the checklist')} id="passages">
      <p>
        {readings[0] && isUnderWay(readings[0]) ? t('Het document wordt nu gelezen.', 'The document is being read now.')
          : read ? t(`“${read.name}” is gelezen; over ${decided} van de ${checklist.length} punten is beslist.`, `“${read.name}” was read; ${decided} of the ${checklist.length} points are decided on.`)
            : t('De tekst van deze overeenkomst is nog niet naast de checklist gelegd.', 'The text of this agreement hasn’t been laid beside the checklist yet.')}
      </p>
      <ButtonLink href={`/${scope.organisation.slug}/${agreements.path}/${entry.id}/passages`}>{t('Passages bekijken', 'Look at the passages')}</ButtonLink>
    </Section>
  )
}
