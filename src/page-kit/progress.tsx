// Progress: work that must be done, steps that were taken, and how far something is.
import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icons.tsx'
import { text } from './texts.ts'

export type Task = {
  words: string
  href: string
  detail?: Child
  /** When it is due, in words; `late` marks it by words and colour. */
  due?: string
  late?: boolean
  count?: number
  icon?: IconName
}

/** What must be done, most urgent first. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul class="wb-tasks">
      {tasks.map(({ words, href, detail, due, late, count, icon }) => (
        <li class="wb-task">
          {icon && <span class="wb-task__icon"><Icon name={icon} /></span>}
          <div class="wb-task__words"><a class="wb-task__link" href={href}>{words}</a>{detail && <p class="wb-task__detail">{detail}</p>}</div>
          {count !== undefined && <span class="wb-count">{count}</span>}
          {due && <span class={late ? 'wb-task__due wb-task__due--late' : 'wb-task__due'}><Icon name={late ? 'warning' : 'calendar'} />{due}{late && ` (${text('overdue')})`}</span>}
        </li>
      ))}
    </ul>
  )
}

/** Figures at a glance, each a link to what it counts. */
export function Counters({ items }: { items: readonly { value: string | number; words: string; href?: string; detail?: string; tone?: 'neutral' | 'warning' | 'negative' | 'positive' }[] }) {
  return (
    <ul class="wb-counters">
      {items.map(({ value, words, href, detail, tone }) => {
        const content = <><span class="wb-counter__value">{value}</span><span class="wb-counter__words">{words}</span>{detail && <span class="wb-counter__detail">{detail}</span>}</>
        return <li class={`wb-counter wb-counter--${tone ?? 'neutral'}`}>{href ? <a href={href}>{content}</a> : <div>{content}</div>}</li>
      })}
    </ul>
  )
}

/** A small bar with its figures in words (`12 van 30`). */
export function Bar({ label, value, max, words, tone }: { label: string; value: number; max: number; words: string; tone?: 'positive' | 'warning' }) {
  return (
    <div class="wb-bar">
      <div class="wb-bar__words"><span>{label}</span><span class="wb-bar__figures">{words}</span></div>
      <progress class={tone ? `wb-bar__line wb-bar__line--${tone}` : 'wb-bar__line'} value={value} max={Math.max(max, 1)} aria-label={label}>{words}</progress>
    </div>
  )
}

/** Long work. `json` is the address that the island asks (see islands/progress.ts); give the page `refreshSeconds` for those without JavaScript. */
export function ProgressBar({ label, value, max, words, json }: { label: string; value: number; max: number; words: string; json?: string }) {
  return (
    <wb-progress class="wb-progress" data-json={json}>
      <p class="wb-progress__label">{label}</p>
      <progress class="wb-progress__line" value={value} max={Math.max(max, 1)} aria-label={label}>{words}</progress>
      <p class="wb-subtle" role="status" data-words>{words}</p>
    </wb-progress>
  )
}

export type Step = { words: string; state: 'done' | 'current' | 'todo'; detail?: Child; href?: string }

/** Steps of a process, in order. */
export function Steps({ steps, label }: { steps: readonly Step[]; label: string }) {
  return (
    <ol class="wb-steps" aria-label={label}>
      {steps.map(({ words, state, detail, href }, index) => (
        <li class={`wb-step wb-step--${state}`} aria-current={state === 'current' ? 'step' : undefined}>
          <span class="wb-step__mark" aria-hidden="true">{state === 'done' ? <Icon name="check" /> : index + 1}</span>
          <div class="wb-step__words">
            <span class="wb-hidden">{text(state)}: </span>{href ? <a class="utrecht-link utrecht-link--html-a" href={href}>{words}</a> : <span>{words}</span>}
            {detail && <div class="wb-step__detail">{detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** Parts of one subject, each a page of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly { words: string; href: string; current?: boolean; count?: number }[] }) {
  return (
    <nav class="wb-tabs" aria-label={label}>
      <ul>
        {tabs.map(({ words, href, current, count }) => <li><a href={href} aria-current={current ? 'page' : undefined}>{words}{count !== undefined && <span class="wb-count">{count}</span>}</a></li>)}
      </ul>
    </nav>
  )
}
