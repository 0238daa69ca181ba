// Form: the form itself, its sections, the summary of what is wrong, the bar with buttons, and the choice between two versions.
import type { Child } from 'hono/jsx'
import { Button, ButtonLink } from './buttons.tsx'
import { FieldGroup, fieldId, type FieldProps } from './field.tsx'
import { Icon } from './icons.tsx'
import { text } from './texts.ts'

/**
 * A form. `hidden` carries the CSRF token and versions. The first, unseen button decides what Enter does: without it a browser
 * presses the first button it finds, which in a form with rows would be "remove". `guard` warns before typed words are lost.
 */
export function Form({ action, method = 'post', hidden, files, guard, defaultAction = 'save', children }: {
  action: string; method?: 'get' | 'post'; hidden?: Record<string, string>; files?: boolean; guard?: boolean; defaultAction?: string; children?: Child
}) {
  return (
    <form class="wb-form" action={action} method={method} enctype={files ? 'multipart/form-data' : undefined} novalidate data-guard={guard ? '' : undefined}>
      {Object.entries(hidden ?? {}).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      {method === 'post' && <button class="wb-hidden" type="submit" name="_action" value={defaultAction} tabindex={-1} aria-hidden="true">{text('applyFilters')}</button>}
      {children}
    </form>
  )
}

/** A part of a long form or page: heading, a line of explanation, fields. `id` makes it reachable by a link. */
export function Section({ heading, id, lead, side, children }: { heading: Child; id?: string; lead?: Child; side?: Child; children?: Child }) {
  return (
    <section class="wb-section" id={id} aria-labelledby={id && `${id}-kop`}>
      <div class="wb-section__head">
        <h2 class="utrecht-heading-2" id={id && `${id}-kop`}>{heading}</h2>
        {side}
      </div>
      {lead && <div class="wb-section__lead">{lead}</div>}
      {children}
    </section>
  )
}

/** Fields that belong together, with a legend. */
export function Fieldset({ legend, hint, children }: { legend: string; hint?: string; children?: Child }) {
  return (
    <fieldset class="wb-fieldset">
      <legend class="wb-fieldset__legend">{legend}</legend>
      {hint && <p class="wb-hint">{hint}</p>}
      {children}
    </fieldset>
  )
}

/** Several short fields on one line where there is room. */
export function FieldRow({ children }: { children?: Child }) {
  return <div class="wb-field-row">{children}</div>
}

/** Every fault with a link to its field; `at` is the field's path, or empty when it belongs to no field. Takes the focus on load. */
export function ErrorSummary({ faults, heading }: { faults: readonly { at: string; message: string }[]; heading?: string }) {
  if (faults.length === 0) return <></>
  return (
    <div class="utrecht-alert utrecht-alert--error wb-alert wb-error-summary" role="alert" tabindex={-1} autofocus data-focus>
      <span class="utrecht-alert__icon"><Icon name="error" large /></span>
      <div class="utrecht-alert__content">
        <h2 class="wb-alert__heading">{heading ?? text('errorSummary')}</h2>
        <ul class="wb-list">
          {faults.map((fault) => <li>{fault.at ? <a class="utrecht-link utrecht-link--html-a" href={`#${fieldId(fault.at)}`}>{fault.message}</a> : fault.message}</li>)}
        </ul>
      </div>
    </div>
  )
}

/** The buttons at the end of a form. The primary one sends `_action=save` unless said otherwise. */
export function SubmitBar({ primary, primaryAction = 'save', secondary, secondaryAction, cancel, danger, children }: {
  primary: string; primaryAction?: string; secondary?: string; secondaryAction?: string; cancel?: { words: string; href: string }; danger?: boolean; children?: Child
}) {
  return (
    <div class="wb-submit">
      <Button look={danger ? 'danger' : 'primary'} name="_action" value={primaryAction}>{primary}</Button>
      {secondary && <Button name="_action" value={secondaryAction ?? 'secondary'}>{secondary}</Button>}
      {children}
      {cancel && <ButtonLink look="subtle" href={cancel.href}>{cancel.words}</ButtonLink>}
    </div>
  )
}

/** The content of a page that asks "are you sure?": what will happen, and a button that says what it does. */
export function Confirm({ action, hidden, consequences, button, danger, cancel, children }: {
  action: string; hidden?: Record<string, string>; consequences?: readonly Child[]; button: string; danger?: boolean; cancel: { words: string; href: string }; children?: Child
}) {
  return (
    <Form action={action} hidden={hidden} defaultAction="confirm">
      {consequences && <ul class="wb-list">{consequences.map((one) => <li>{one}</li>)}</ul>}
      {children}
      <SubmitBar primary={button} primaryAction="confirm" danger={danger} cancel={cancel} />
    </Form>
  )
}

/** Two people changed the same field: both versions, and which to keep. Sends `mine` or `theirs`, with what `mine` was kept by the form itself. */
export function ConflictField(props: FieldProps & { mine: Child; theirs: Child; by: string; chosen?: 'mine' | 'theirs' }) {
  const options = [['mine', text('yourVersion'), props.mine], ['theirs', `${text('versionOf')} ${props.by}`, props.theirs]] as const
  return (
    <FieldGroup {...props}>
      <div class="wb-conflict">
        {options.map(([value, title, content], index) => {
          const id = index === 0 ? fieldId(props.name) : fieldId(`${props.name}-${value}`)
          return (
            <div class="wb-conflict__version">
              <div class="wb-choice">
                <input class="utrecht-radio-button utrecht-radio-button--html-input wb-box" type="radio" id={id} name={props.name} value={value} checked={(props.chosen ?? 'mine') === value} aria-describedby={`${id}-inhoud`} />
                <label class="wb-choice__label" for={id}><strong>{title}</strong></label>
              </div>
              <div class="wb-conflict__content" id={`${id}-inhoud`}>{content || <span class="wb-subtle">{text('empty')}</span>}</div>
            </div>
          )
        })}
      </div>
    </FieldGroup>
  )
}
