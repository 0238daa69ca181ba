// Alerts and badges: what asks for attention, always by words and shape and never by colour alone.
import type { Child } from 'hono/jsx'
import { sayCitation } from './citation.ts'
import { Icon, type IconName } from './icons.tsx'
import type { Tone } from './layout.tsx'
import { text } from './texts.ts'

/** A message in the page. */
export function Alert({ tone = 'info', heading, children }: { tone?: Tone; heading?: string; children?: Child }) {
  return (
    <div class={`utrecht-alert utrecht-alert--${tone} wb-alert`} role={tone === 'error' ? 'alert' : undefined}>
      <span class="utrecht-alert__icon"><Icon name={tone} large /></span>
      <div class="utrecht-alert__content">
        {heading ? <p class="wb-alert__heading">{heading}</p> : <span class="wb-hidden">{text(tone)}: </span>}
        {children && <div class="wb-alert__body">{children}</div>}
      </div>
    </div>
  )
}

export type BadgeTone = 'neutral' | 'info' | 'positive' | 'warning' | 'negative'

/** A short label. */
export function Badge({ tone = 'neutral', children }: { tone?: BadgeTone; children?: Child }) {
  return <span class={`wb-badge wb-badge--${tone}`}>{children}</span>
}

const shapes: Record<BadgeTone, IconName | undefined> = { neutral: undefined, info: 'clock', positive: 'ok', warning: 'warning', negative: 'error' }

/** State of a thing, with a shape beside its words. */
export function StatusBadge({ tone = 'neutral', icon, children }: { tone?: BadgeTone; icon?: IconName; children?: Child }) {
  const shape = icon ?? shapes[tone]
  return <span class={`wb-badge wb-badge--${tone} wb-badge--status`}>{shape ? <Icon name={shape} /> : <span class="wb-badge__dot" aria-hidden="true"></span>}{children}</span>
}

export type Severity = 'error' | 'warning' | 'suggestion'
const severityIcons: Record<Severity, IconName> = { error: 'error', warning: 'warning', suggestion: 'info' }

/** Something that is wrong or weak: what, what to do about it, and the article it rests on. */
export function FindingNote({ severity, words, todo, citation, action }: { severity: Severity; words: string; todo?: string; citation?: string; action?: Child }) {
  return (
    <div class={`wb-finding wb-finding--${severity}`}>
      <Icon name={severityIcons[severity]} />
      <div>
        <p class="wb-finding__words"><span class="wb-hidden">{text(severity)}: </span>{words}</p>
        {todo && <p class="wb-finding__todo">{todo}</p>}
        {citation && <p class="wb-finding__source">{sayCitation(citation)}</p>}
        {action}
      </div>
    </div>
  )
}

/** What stands where nothing is yet: says what belongs here and how to begin. */
export function EmptyState({ heading, icon, action, children }: { heading: string; icon?: IconName; action?: Child; children?: Child }) {
  return (
    <div class="wb-empty">
      {icon && <span class="wb-empty__icon"><Icon name={icon} large /></span>}
      <p class="wb-empty__heading">{heading}</p>
      {children && <div class="wb-empty__words">{children}</div>}
      {action && <div class="wb-buttons">{action}</div>}
    </div>
  )
}
