// Mention work: what colleagues said to the actor in a comment, and the actor hasn't seen yet.
import { mentionTasks } from '../register-kit/collaboration/mentions.ts'
import { collaborationOf } from '../register-kit/collaboration/of-register.ts'
import { allRegisters } from '../register-kit/tied-registers.ts'
import type { WorkSource } from './work-item.ts'

export const mentionSource: WorkSource = {
  path: 'reacties', words: { nl: 'Reacties', en: 'Comments' },
  async items(scope) {
    const found = await mentionTasks(scope, allRegisters().map((register) => collaborationOf(register)))
    return found.map(({ words, href, detail }) => ({ key: `mention:${href}`, words, plain: { nl: 'Reactie van een collega', en: 'A colleague’s comment' }, href, detail: String(detail ?? ''), due: null, icon: 'person' }))
  },
}
