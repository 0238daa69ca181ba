// Profile work: a new version of the policy profile that was submitted, for whoever may adopt it and wrote nothing of it.
import { t } from '../ground/words.ts'
import { mayAdopt, whyNotAdopt } from '../registers/policy-profiles/adopt.ts'
import { readDraft } from '../registers/policy-profiles/draft.ts'
import type { WorkSource } from './work-item.ts'

export const profileSource: WorkSource = {
  path: 'vaststellen', words: { nl: 'Vast te stellen', en: 'To adopt' },
  async items(scope) {
    const draft = await readDraft(scope)
    if (!draft?.proposedAt || !(await mayAdopt(scope)) || await whyNotAdopt(scope, draft)) return []
    return [{
      key: `policy-profile:${draft.id}`, words: t('Stel het beleidsprofiel vast', 'Adopt the policy profile'), plain: { nl: 'Stel het beleidsprofiel vast', en: 'Adopt the policy profile' },
      href: `/${scope.organisation.slug}/beleidsprofiel/concept/vaststellen`, detail: t(`Nieuwe versie · voorgelegd door ${draft.proposedBy ?? ''}`, `New version · submitted by ${draft.proposedBy ?? ''}`), due: null, changedAt: draft.proposedAt, icon: 'flag',
    }]
  },
}
