// Evidence words: what a norm is measured by, what was counted, and where the entries behind it are, as people read it.
import { sayDay } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { hasRole } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { sayDuration } from '../../page-kit/duration.ts'
import { isRole, roleWords } from '../../people/roles.ts'
import { statusesAt } from '../../register-kit/lifecycle.ts'
import type { Register } from '../../register-kit/register.ts'
import { lower } from '../../register-kit/register-words.ts'
import { registerOf } from '../../register-kit/tied-registers.ts'
import { normRuleOf } from '../../register-kit/norms/tied-measured.ts'
import type { PartFigures } from '../../register-kit/norms/figures.ts'
import { statusWords } from './norm-words.ts'

export type EvidenceLink = { readonly words: string; readonly href: string; readonly count?: number }
/** `asks`: what must hold; `figures`: what was counted; `links`: the entries behind it. */
export type SaidEvidence = { readonly asks: string; readonly figures: string; readonly links: readonly EvidenceLink[] }

export function sayEvidence(scope: Scope, figures: PartFigures): SaidEvidence {
  const unknown = t('Dit kan deze versie nog niet meten.', 'This version can’t measure this yet.')
  const register = 'register' in figures.part ? registerOf(figures.part.register) : undefined
  const many = register ? lower(say(register.words.many)) : ''
  const list = (query = '') => register ? [{ words: t(`Bekijk ${many}`, `View ${many}`), href: `${baseOf(scope, register)}${query}` }] : []
  switch (figures.part.kind) {
    case 'findings': return sayFindings(scope, figures as Of<'findings'>)
    case 'reviewed': {
      const { part, counted } = figures as Of<'reviewed'>
      return {
        asks: t(`Alle ${many} zijn op tijd nagekeken${share(part.share)}.`, `All ${many} were reviewed in time${share(part.share)}.`), links: list('?controle=overdue'),
        figures: counted ? outOf(counted.well, counted.entries, t('op tijd nagekeken', 'reviewed in time')) : unknown,
      }
    }
    case 'closed_within_term': {
      const { part, counted } = figures as Of<'closed_within_term'>
      const term = lower(say(register?.deadlines?.[part.deadline]?.words ?? { nl: 'Termijn', en: 'Term' }))
      return {
        asks: t(`De termijn “${term}” wordt gehaald, en niets is nu te laat${share(part.share)}.`, `The term “${term}” is kept, and nothing is late now${share(part.share)}.`), links: list(),
        figures: counted ? `${outOf(counted.inTime, counted.ended, t(`sinds ${sayDay(counted.since)} op tijd`, `in time since ${sayDay(counted.since)}`))}; ${t(`${counted.late} nu te laat`, `${counted.late} late now`)}` : unknown,
      }
    }
    case 'in_force': {
      const { part, counted } = figures as Of<'in_force'>
      return {
        asks: t(`Er is ten minste ${part.least} van kracht in het register ${many}${kinds(register, part)}.`, `At least ${part.least} is in force in the register ${many}${kinds(register, part)}.`),
        figures: counted ? t(`${counted.entries} van kracht`, `${counted.entries} in force`) : unknown, links: list(inForceQuery(register, part)),
      }
    }
    case 'recent': {
      const { part, counted } = figures as Of<'recent'>
      const field = lower(say(register?.fields[part.field]?.words ?? { nl: 'datum', en: 'date' }))
      return {
        asks: counted ? t(`Er is iets van na ${sayDay(counted.notBefore)} in het register ${many}${kinds(register, part)} (${field}).`, `There is something from after ${sayDay(counted.notBefore)} in the register ${many}${kinds(register, part)} (${field}).`) : unknown,
        figures: counted?.latest ? t(`De laatste is van ${sayDay(counted.latest)}`, `The last is of ${sayDay(counted.latest)}`) : t('Er is er geen', 'There is none'), links: list(inForceQuery(register, part)),
      }
    }
    case 'roles_filled': {
      const { counted: { holders, clashes } } = figures as Of<'roles_filled'>
      return {
        asks: t('Deze rollen zijn vervuld, en niemand heeft een rol die daar niet mee samengaat.', 'These roles are filled, and nobody has a role that doesn’t go together with them.'),
        figures: [...holders.map(({ role, count }) => `${isRole(role) ? say(roleWords[role]) : role}: ${count}`), ...(clashes > 0 ? [t(`${clashes} met rollen die niet samengaan`, `${clashes} with roles that don’t go together`)] : [])].join(' · '),
        links: hasRole(scope.actor, 'administrator') ? [{ words: t('Bekijk de rollen', 'View the roles'), href: `/${scope.organisation.slug}/beheer/rollen` }] : [],
      }
    }
    case 'setting': {
      const { counted } = figures as Of<'setting'>
      return {
        asks: t('De organisatie is alleen bereikbaar vanaf het eigen netwerk.', 'The organisation can only be reached from its own network.'), figures: counted.isSet ? t('Dat is ingesteld', 'This is set') : t('Dat is niet ingesteld', 'This is not set'),
        links: hasRole(scope.actor, 'administrator') ? [{ words: t('Bekijk de instelling', 'View the setting'), href: `/${scope.organisation.slug}/beheer/aanmeldingen` }] : [],
      }
    }
    case 'rule': {
      const { part, counted } = figures as Of<'rule'>
      const rule = normRuleOf(part.rule)
      return {
        asks: rule ? `${say(rule.words)}.` : unknown, figures: counted ? say(counted.words) : unknown,
        links: counted?.path ? [{ words: t('Bekijk waar dit op rust', 'View what this rests on'), href: `/${scope.organisation.slug}${counted.path}` }] : [],
      }
    }
    case 'manual': {
      const { part, counted } = figures as Of<'manual'>
      const asks = t(`Iemand verklaart hoe het ervoor staat, met waaruit dat blijkt. Een verklaring telt hoogstens ${sayDuration(part.valid_for)}.`, `Somebody states how it stands, and what shows this. A statement counts for at most ${sayDuration(part.valid_for)}.`)
      if (!counted) return { asks, figures: t('Er is geen verklaring', 'There is no statement'), links: [] }
      const until = counted.age === 'valid' ? t(`geldig tot en met ${sayDay(counted.validUntil)}`, `valid until ${sayDay(counted.validUntil)}`) : t(`verlopen op ${sayDay(counted.validUntil)}`, `lapsed on ${sayDay(counted.validUntil)}`)
      return {
        asks, figures: t(`${say(statusWords[counted.statement.stands])}, volgens ${counted.statement.by} op ${sayDay(counted.statement.statedAt)}; ${until}`, `${say(statusWords[counted.statement.stands])}, according to ${counted.statement.by} on ${sayDay(counted.statement.statedAt)}; ${until}`),
        links: [{ words: t('Lees de verklaring', 'Read the statement'), href: `/${scope.organisation.slug}/normverklaringen/${counted.statement.id}` }],
      }
    }
  }
}

type Of<K extends PartFigures['part']['kind']> = Extract<PartFigures, { part: { kind: K } }>

function sayFindings(scope: Scope, { part, counted }: Of<'findings'>): SaidEvidence {
  const names = part.in.map(({ register }) => lower(say(registerOf(register)?.words.many ?? { nl: register, en: register })))
  return {
    asks: t(`Er zijn geen bevindingen op wat van kracht is in: ${[...new Set(names)].join(', ')}${share(part.share)}.`, `There are no findings on what is in force in: ${[...new Set(names)].join(', ')}${share(part.share)}.`),
    figures: counted.length === 0 ? t('Dit kan deze versie nog niet meten.', 'This version can’t measure this yet.')
      : counted.map(({ register, entries, found }) => `${say(registerOf(register)?.words.many ?? { nl: register, en: register })}: ${outOf(entries - found, entries, t('zonder bevinding', 'without findings'))}`).join(' · '),
    links: counted.flatMap(({ register: key, rules }) => {
      const register = registerOf(key)
      return register ? rules.map(({ rule, entries }) => ({ words: say(register.rules[rule]!.words), href: `${baseOf(scope, register)}?bevinding=${rule}${activeOnly(register)}`, count: entries })) : []
    }),
  }
}

function baseOf(scope: Scope, register: Register): string {
  return `/${scope.organisation.slug}/${register.path}`
}

const activeOnly = (register: Register) => statusesAt(register, 'active').map((status) => `&status=${status}`).join('')

/** What is in force, and where the list has a filter for it, with the value that the norm asks. */
function inForceQuery(register: Register | undefined, { where = {} }: { readonly where?: Readonly<Record<string, readonly (string | boolean)[]>> | undefined }): string {
  if (!register) return ''
  const chosen = register.list.filters.flatMap(({ path, field }) => where[field]?.length === 1 ? [`&${path}=${typeof where[field][0] === 'boolean' ? (where[field][0] ? 'yes' : 'no') : where[field][0]}`] : [])
  return `?${[activeOnly(register), ...chosen].join('').slice(1)}`
}

/** ` (soort: privacybeleid)`. */
function kinds(register: Register | undefined, { where = {} }: { readonly where?: Readonly<Record<string, readonly (string | boolean)[]>> | undefined }): string {
  const said = Object.entries(where).map(([key, values]) => {
    const field = register?.fields[key]
    const words = values.map((value) => typeof value === 'boolean' ? (value ? t('ja', 'yes') : t('nee', 'no')) : lower(say((field && 'choices' in field ? field.choices.find((choice) => choice.key === value)?.words : undefined) ?? { nl: value, en: value })))
    return `${lower(say(field?.words ?? { nl: key, en: key }))}: ${words.join(t(' of ', ' or '))}`
  })
  return said.length === 0 ? '' : ` (${said.join('; ')})`
}

function share(wanted: number | undefined): string {
  return wanted === undefined || wanted === 1 ? '' : t(` (ten minste ${Math.round(wanted * 100)}%)`, ` (at least ${Math.round(wanted * 100)}%)`)
}

function outOf(well: number, of: number, words: string): string {
  return of === 0 ? t('niets om te meten', 'nothing to measure') : t(`${well} van ${of} ${words}`, `${well} of ${of} ${words}`)
}
