// Rooms: what the menu of an organisation offers to whom, in order.
import type { Actor, Organisation, OrganisationKind, Role } from './ground/scope.ts'
import { say, type Words } from './ground/words.ts'
import type { IconName } from './page-kit/icons.tsx'
import type { NavigationSection } from './page-kit/layout.tsx'
import { books } from './tied-rooms.ts'

type Section = 'work' | 'cases' | 'register' | 'policy' | 'knowledge' | 'manage'
type Room = { readonly words: Words; readonly path: string; readonly icon: IconName; readonly section: Section; readonly roles?: readonly Role[]; readonly kinds?: readonly OrganisationKind[] }

const overseers: readonly Role[] = ['dpo', 'privacy_officer', 'ciso', 'iso', 'process_owner', 'auditor', 'administrator']

/** Where the menu shows a register; the others stand under the registers. */
const sectionOf: Readonly<Record<string, Section>> = {
  'policy-documents': 'policy', 'measures': 'policy', 'year-plans': 'policy', 'mandates': 'policy', 'dpo-appointments': 'policy', 'responsibilities': 'policy', 'portfolios': 'policy', 'privacy-meetings': 'policy',
  'risk-frameworks': 'policy',
  'public-texts': 'knowledge', 'questions': 'knowledge', 'work-instructions': 'knowledge', 'tasks': 'work', 'breaches': 'cases', 'requests': 'cases', 'complaints': 'cases',
}
/** Registers that every employee finds in the menu; the others are for those who watch over the whole. */
const forEverybody = new Set(['processing-activities', 'policy-documents', 'questions', 'work-instructions'])

/** Who works for participants; at others these registers stay out of the menu. Those of participants are reached from their page. */
const serving: readonly OrganisationKind[] = ['service_organisation', 'joint_body']
const forServing = new Set(['services', 'instructions'])

const rooms: readonly Room[] = [
  { words: { nl: 'Vandaag', en: 'Today' }, path: '/', icon: 'home', section: 'work' },
  { words: { nl: 'Datalek melden', en: 'Report a breach' }, path: '/melden', icon: 'flag', section: 'work' },
  { words: { nl: 'Mijn werk', en: 'My work' }, path: '/mijn-werk', icon: 'check', section: 'work' },
  { words: { nl: 'Zaken en termijnen', en: 'Cases and terms' }, path: '/zaken', icon: 'clock', section: 'cases', roles: overseers },
  { words: { nl: 'Logboek', en: 'Access log' }, path: '/logboek', icon: 'eye', section: 'register', roles: ['dpo', 'privacy_officer', 'ciso', 'auditor'] },
  { words: { nl: 'Kennisbank', en: 'Knowledge base' }, path: '/kennisbank', icon: 'search', section: 'knowledge' },
  { words: { nl: 'Normbord', en: 'Norm board' }, path: '/normen', icon: 'shield', section: 'work', roles: overseers },
  ...books.map(({ register: { key, words, path, icon } }): Room => ({ words: words.many, path: `/${path}`, icon, section: sectionOf[key] ?? 'register', ...(forEverybody.has(key) ? {} : { roles: overseers }), ...(forServing.has(key) ? { kinds: serving } : {}) })),
  { words: { nl: 'Deelnemers', en: 'Participants' }, path: '/deelnemers', icon: 'people', section: 'register', roles: ['dpo', 'privacy_officer', 'ciso', 'iso', 'auditor', 'administrator'], kinds: serving },
  { words: { nl: 'Gegeven instructies', en: 'Instructions given' }, path: '/gegeven-instructies', icon: 'flag', section: 'register', roles: ['dpo', 'privacy_officer', 'process_owner', 'administrator'], kinds: ['municipality', 'joint_body', 'firm'] },
  { words: { nl: 'Beleidsprofiel', en: 'Policy profile' }, path: '/beleidsprofiel', icon: 'flag', section: 'policy' },
  { words: { nl: 'Wie doet wat', en: 'Who does what' }, path: '/wie-doet-wat', icon: 'people', section: 'policy' },
  { words: { nl: 'Begrippen', en: 'Glossary' }, path: '/begrippen', icon: 'list', section: 'knowledge' },
  { words: { nl: 'Openbare site', en: 'Public site' }, path: '/openbare-site', icon: 'globe', section: 'knowledge', roles: ['privacy_officer', 'dpo', 'administrator'] },
  { words: { nl: 'Bevindingen', en: 'Findings' }, path: '/verwerkingen/bevindingen', icon: 'flag', section: 'register', roles: overseers },
  { words: { nl: 'Jaarlijks nakijken', en: 'Yearly review' }, path: '/verwerkingen/nakijken', icon: 'calendar', section: 'register', roles: overseers },
  { words: { nl: 'Gegevensstromen', en: 'Data flows' }, path: '/verwerkingen/gegevensstromen', icon: 'link', section: 'register', roles: overseers },
  { words: { nl: 'Importeren', en: 'Import' }, path: '/verwerkingen/import', icon: 'upload', section: 'register', roles: ['privacy_officer'] },
  { words: { nl: 'Relatiewijzer', en: 'Relation help' }, path: '/relatiewijzer', icon: 'search', section: 'register', roles: overseers },
  { words: { nl: 'Catalogi', en: 'Catalogues' }, path: '/catalogi', icon: 'document', section: 'register', roles: overseers },
  { words: { nl: 'Berichten om na te kijken', en: 'Messages to look at' }, path: '/ingekomen', icon: 'warning', section: 'register', roles: ['privacy_officer', 'dpo'] },
  { words: { nl: 'Personen', en: 'Persons' }, path: '/beheer/personen', icon: 'people', section: 'manage', roles: ['administrator'] },
  { words: { nl: 'Rollen', en: 'Roles' }, path: '/beheer/rollen', icon: 'shield', section: 'manage', roles: ['administrator'] },
  { words: { nl: 'Afdelingen', en: 'Departments' }, path: '/beheer/afdelingen', icon: 'building', section: 'manage', roles: ['administrator'] },
  { words: { nl: 'Organisatie', en: 'Organisation' }, path: '/organisatie', icon: 'settings', section: 'manage', roles: ['administrator'] },
  { words: { nl: 'Organen en functies', en: 'Bodies and functions' }, path: '/beheer/organisatie', icon: 'list', section: 'manage', roles: ['administrator'] },
  { words: { nl: 'Koppelingen', en: 'Ties' }, path: '/koppelingen', icon: 'link', section: 'manage', roles: ['administrator', 'privacy_officer'] },
  { words: { nl: 'Inlogdienst', en: 'Identity provider' }, path: '/beheer/inlogdienst', icon: 'lock', section: 'manage', roles: ['administrator'] },
  { words: { nl: 'Meldlink', en: 'Reporting link' }, path: '/beheer/meldlink', icon: 'link', section: 'manage', roles: ['administrator', 'privacy_officer'] },
  { words: { nl: 'Portaal', en: 'Portal' }, path: '/beheer/portaal', icon: 'person', section: 'manage', roles: ['administrator', 'privacy_officer'] },
  { words: { nl: 'Wie is ingelogd', en: 'Who is signed in' }, path: '/beheer/sessies', icon: 'person', section: 'manage', roles: ['administrator'] },
  { words: { nl: 'Aanmeldingen', en: 'Sign-ins' }, path: '/beheer/aanmeldingen', icon: 'history', section: 'manage', roles: ['administrator'] },
  { words: { nl: 'Tokens voor programma’s', en: 'Tokens for programs' }, path: '/beheer/tokens', icon: 'lock', section: 'manage', roles: ['administrator'] },
  { words: { nl: 'Post', en: 'Mail' }, path: '/beheer/post', icon: 'document', section: 'manage', roles: ['administrator'] },
  { words: { nl: 'Webhooks', en: 'Webhooks' }, path: '/beheer/webhooks', icon: 'link', section: 'manage', roles: ['administrator'] },
]

const sections: Readonly<Record<Section, Words | undefined>> = {
  work: undefined,
  cases: { nl: 'Zaken', en: 'Cases' },
  register: { nl: 'Registers', en: 'Registers' },
  policy: { nl: 'Beleid en normen', en: 'Policy and norms' },
  knowledge: { nl: 'Kennis', en: 'Knowledge' },
  manage: { nl: 'Beheer', en: 'Management' },
}
/** A menu longer than this folds its sections, all but the one that is read now. */
const longMenu = 16

/** The menu for an actor; the current item is the longest one that the address begins with. */
export function navigationFor({ slug, kind }: Pick<Organisation, 'slug' | 'kind'>, actor: Extract<Actor, { kind: 'person' }>, path: string): NavigationSection[] {
  const open = rooms.filter(({ roles, kinds }) => (kinds === undefined || kinds.includes(kind)) && (roles === undefined || actor.assignments.some(({ role }) => roles.includes(role))))
  const here = path.slice(slug.length + 1) || '/'
  const current = open.filter((room) => room.path === here || (room.path !== '/' && here.startsWith(`${room.path}/`))).toSorted((one, other) => other.path.length - one.path.length)[0]
  const unfolded = current === undefined || current.section === 'work' ? 'register' : current.section
  return (Object.keys(sections) as Section[]).map((section) => ({
    words: sections[section] && say(sections[section]),
    fold: open.length <= longMenu ? undefined : section === unfolded || section === 'cases' ? 'open' as const : 'closed' as const,
    items: open.filter((room) => room.section === section).map((room) => ({ words: breakable(say(room.words)), href: `/${slug}${room.path}`, icon: room.icon, current: room === current })),
  })).filter(({ items }) => items.length > 0)
}

/** A long Dutch compound with a soft hyphen at its seam: browsers that know no Dutch would break it anywhere. */
function breakable(words: string): string {
  return words.replace(/(?<=\p{L}{6})(?=overeenkomst)/u, '\u00AD')
}
