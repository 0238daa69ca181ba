// Norm words: how a norm stands, who answers for it and what carries it, as people read it.
import { say, t, type Words } from '../../ground/words.ts'
import type { BadgeTone } from '../../page-kit/alerts.tsx'
import type { IconName } from '../../page-kit/icons.tsx'
import { roleWords } from '../../people/roles.ts'
import { type Principle, principles } from '../../policy/principles.ts'
import type { ResponsibleRole } from '../../policy/profile.ts'
import type { Norm, Profile } from '../../policy/profiles.ts'
import type { NormStatus } from '../../register-kit/norm-evidence.ts'

/** The gravest first. */
export const statuses = ['not_met', 'attention', 'not_measurable', 'conflicts', 'met'] as const satisfies readonly NormStatus[]

export const statusWords: Readonly<Record<NormStatus, Words>> = {
  met: { nl: 'Voldaan', en: 'Fulfilled' }, attention: { nl: 'Aandacht', en: 'Attention' }, not_met: { nl: 'Niet voldaan', en: 'Not fulfilled' },
  not_measurable: { nl: 'Niet te meten', en: 'Not measurable' }, conflicts: { nl: 'Strijdig met de wet', en: 'Conflicts with law' },
}

export const statusTones: Readonly<Record<NormStatus, BadgeTone>> = { met: 'positive', attention: 'warning', not_met: 'negative', not_measurable: 'neutral', conflicts: 'info' }
export const statusIcons: Readonly<Record<NormStatus, IconName>> = { met: 'ok', attention: 'warning', not_met: 'error', not_measurable: 'search', conflicts: 'flag' }

export function sayResponsible(role: ResponsibleRole): string {
  if (role === 'governing_body') return t('Bestuursorgaan', 'Governing body')
  return role === 'management' ? t('Leiding', 'Management') : say(roleWords[role])
}

export function sayPrinciple(principle: Principle): string {
  return say(principles[principle])
}

/** What carries a norm in the product. */
export const capabilityWords: Readonly<Record<Norm['capability'], Words>> = {
  POLICY: { nl: 'Beleid', en: 'Policy' }, TENANCY: { nl: 'Organisatie', en: 'Organisation' }, GOV: { nl: 'Wie doet wat', en: 'Governance' }, 'REG-PROC': { nl: 'Register van verwerkingen', en: 'Register of processing' },
  'REG-PROCESSOR': { nl: 'Verwerkers en overeenkomsten', en: 'Processors and agreements' }, 'REG-COV': { nl: 'Convenanten', en: 'Covenants' }, DISCLOSE: { nl: 'Verstrekkingen', en: 'Disclosures' },
  DPIA: { nl: 'DPIA’s', en: 'Impact assessments' }, BREACH: { nl: 'Datalekken', en: 'Breaches' }, REQUESTS: { nl: 'Verzoeken van betrokkenen', en: 'Requests of data subjects' }, COMPLAINTS: { nl: 'Klachten', en: 'Complaints' },
  KNOWLEDGE: { nl: 'Kennis en vragen', en: 'Knowledge and questions' }, CONSENT: { nl: 'Toestemming', en: 'Consent' }, TRIAGE: { nl: 'Triage in het sociaal domein', en: 'Triage in social services' }, BSN: { nl: 'Burgerservicenummer', en: 'Citizen service number' },
  RETENTION: { nl: 'Bewaren en vernietigen', en: 'Retention and destruction' }, SOURCES: { nl: 'Gegevensbronnen', en: 'Data sources' }, ACCESSLOG: { nl: 'Logging van inzage', en: 'Access logging' }, REDACT: { nl: 'Anonimiseren', en: 'Redaction' },
  STATEMENTS: { nl: 'Verklaringen', en: 'Declarations' }, AUTHZ: { nl: 'Autorisaties', en: 'Authorisations' }, ASSETS: { nl: 'Apparaten en dragers', en: 'Devices and carriers' }, AWARE: { nl: 'Bewustwording', en: 'Awareness' },
  CONTROLS: { nl: 'Maatregelen en audits', en: 'Controls and audits' }, REPORT: { nl: 'Rapporten', en: 'Reports' }, PUBLIC: { nl: 'Openbare pagina’s', en: 'Public pages' }, SECURITY: { nl: 'Beveiliging', en: 'Security' }, BACKUP: { nl: 'Back-up', en: 'Back-up' },
}

/** The chapter of the policy that a norm belongs to: the outermost of its sections, or the first part of where it is cited. */
export function chapterOf(profile: Profile, norm: Norm): { readonly key: string; readonly title: string } {
  let section = profile.sections.find(({ key }) => key === norm.section)
  for (let depth = 0; section?.within !== undefined && depth < 20; depth++) {
    const outer = profile.sections.find(({ key }) => key === section?.within)
    if (!outer) break
    section = outer
  }
  if (section) return section.key === section.title ? { key: section.key, title: section.title } : { key: section.key, title: /^\d/.test(section.key) || section.key.startsWith('Bijlage') ? `${section.key} ${section.title}` : section.title }
  const cited = norm.src.split(/[,.]/)[0]!.trim()
  return { key: cited, title: cited }
}
