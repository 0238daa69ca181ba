// Held work: messages from outside that a privacy officer must look at before they become a case; their terms run already.
import { dayOf } from '../ground/clock.ts'
import { hasRole } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { countHeld } from '../case-kit/intake/held-forms.ts'
import type { WorkSource } from './work-item.ts'

export const heldSource: WorkSource = {
  path: 'berichten', words: { nl: 'Berichten van buiten', en: 'Messages from outside' },
  async items(scope) {
    if (!hasRole(scope.actor, 'privacy_officer', 'dpo')) return []
    const count = await countHeld(scope)
    if (count === 0) return []
    const plain = { nl: `Berichten van buiten nakijken: ${count}`, en: `Look at messages from outside: ${count}` }
    return [{ key: 'held-forms', words: t(plain.nl, plain.en), plain, href: `/${scope.organisation.slug}/ingekomen`, detail: t('Ze lijken niet door een mens verstuurd.', 'They don’t seem to be sent by a person.'), due: dayOf(scope.now), icon: 'warning' }]
  },
}
