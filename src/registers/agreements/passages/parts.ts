// Parts: what the passages add to the pages of an agreement, for the parts of the register.
import { passageRoutes } from './passage-routes.tsx'
import { passagesSection } from './passages-section.tsx'

export const passageParts = { routes: passageRoutes, related: passagesSection }
