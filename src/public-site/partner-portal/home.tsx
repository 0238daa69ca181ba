// Home: what a processor or participant finds when it comes in: the parts of its portal, with how much of each waits.
import { say, t } from '../../ground/words.ts'
import type { Organisation, Scope } from '../../ground/scope.ts'
import { Section } from '../../page-kit/form.tsx'
import { TaskList } from '../../page-kit/progress.tsx'
import { portalPath } from '../portal-sign-in.tsx'
import type { PartnerVisit, PortalPart } from './parts.ts'

type Offered = { readonly part: PortalPart; readonly waiting: number }

/** One after another: they share a connection. */
export async function offeredParts(scope: Scope, visit: PartnerVisit, parts: readonly PortalPart[]): Promise<Offered[]> {
  const offered: Offered[] = []
  for (const part of parts) {
    if (part.for !== visit.register || (part.shows && !await part.shows(scope, visit))) continue
    offered.push({ part, waiting: await part.waiting?.(scope, visit) ?? 0 })
  }
  return offered
}

export function PartnerHome({ organisation, visit, offered }: { organisation: Organisation; visit: PartnerVisit; offered: readonly Offered[] }) {
  return (
    <>
      <p>{t(`U bent hier namens ${visit.party}: u ziet alleen wat tussen u en ${organisation.name} speelt; werkt u ook voor andere organisaties, dan hebben die elk hun eigen portaal.`, `You are here for ${visit.party}: you see only what is between you and ${organisation.name}; if you work for other organisations too, each has a portal of its own.`)}</p>
      {offered.length > 0 && (
        <Section heading={t('Wat u kunt bijhouden', 'What you can keep up to date')} id="onderdelen">
          <TaskList tasks={offered.map(({ part: { key, words }, waiting }) => ({ words: say(words.heading), href: `${portalPath(organisation)}/${key}`, detail: say(words.lead), ...(waiting > 0 ? { count: waiting } : {}) }))} />
        </Section>
      )}
    </>
  )
}
