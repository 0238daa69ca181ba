// Rows: a repeating group of fields. Adding and removing work by submit buttons, and at once where there is JavaScript.
import type { Child } from 'hono/jsx'
import { Button } from './buttons.tsx'
import { fieldId } from './field.tsx'
import { Icon } from './icons.tsx'
import { text } from './texts.ts'

/**
 * `render` draws one row's fields; it gets the row's path (`purposes.0`) to put before its sub-fields' names, and the index, which is -1 in
 * the template for new rows. The server meets gaps in the numbers and a marker `purposes.0._row` (see row-actions.ts); order is that of the numbers.
 */
export function Rows(props: {
  name: string
  legend: string
  hint?: string
  error?: string
  /** How many rows there are now. */
  count: number
  /** Title of one row; its number is put behind it. */
  rowWords?: string
  addWords?: string
  /** Rows stand as compact lines instead of cards. */
  compact?: boolean
  render: (path: string, index: number) => Child
}) {
  const id = fieldId(props.name)
  const described = [props.error && `${id}-fout`, props.hint && `${id}-uitleg`].filter(Boolean).join(' ') || undefined
  return (
    <fieldset class={props.error ? 'wb-rows utrecht-form-field--invalid' : 'wb-rows'} aria-describedby={described}>
      <legend class="utrecht-form-label wb-label">{props.legend}</legend>
      {props.hint && <p class="wb-hint" id={`${id}-uitleg`}>{props.hint}</p>}
      {props.error && <p class="wb-error" id={`${id}-fout`}><Icon name="error" /><span>{props.error}</span></p>}
      <wb-rows data-next={String(props.count)} data-added={text('rowAdded')} data-removed={text('rowRemoved')}>
        <div class="wb-rows__list" data-list>
          {Array.from({ length: props.count }, (_, index) => <Row rows={props} index={index} />)}
        </div>
        <Button look="secondary" small icon="plus" name="_action" value={`add:${props.name}`} formnovalidate>
          <span id={id} data-add>{props.addWords ?? text('addRow')}</span>
        </Button>
        <template><Row rows={props} index={-1} /></template>
      </wb-rows>
    </fieldset>
  )
}

function Row({ rows, index }: { rows: Parameters<typeof Rows>[0]; index: number }) {
  const place = index < 0 ? '__n__' : String(index)
  const title = `${rows.rowWords ?? text('row')} ${index < 0 ? '__m__' : index + 1}`
  return (
    <fieldset class={rows.compact ? 'wb-row wb-row--compact' : 'wb-row'} data-row>
      <legend class={rows.compact ? 'wb-hidden' : 'wb-row__title'}>{title}</legend>
      {/* Keeps a row alive of which nothing is filled in or checked. */}
      <input type="hidden" name={`${rows.name}.${place}._row`} value="1" />
      <div class="wb-row__fields">{rows.render(`${rows.name}.${place}`, index)}</div>
      <Button look="subtle" small icon="trash" name="_action" value={`remove:${rows.name}:${place}`} formnovalidate>
        {text('removeRow')}<span class="wb-hidden"> {title}</span>
      </Button>
    </fieldset>
  )
}
