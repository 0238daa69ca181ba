// Buttons: what starts an action, and links that look like one.
import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icons.tsx'

type Look = 'primary' | 'secondary' | 'subtle' | 'danger'
const looks: Record<Look, string> = {
  primary: 'utrecht-button utrecht-button--primary-action',
  secondary: 'utrecht-button utrecht-button--secondary-action',
  subtle: 'utrecht-button utrecht-button--subtle',
  danger: 'utrecht-button utrecht-button--secondary-action wb-button--danger',
}

/** A submit button; `name` and `value` tell the server which one was pressed. `action` sends the form elsewhere. */
export function Button({ look = 'secondary', icon, small, children, ...rest }: {
  look?: Look; icon?: IconName; small?: boolean; name?: string; value?: string; type?: 'submit' | 'button'; form?: string; formaction?: string; formnovalidate?: boolean; disabled?: boolean; children?: Child
}) {
  return <button class={`${looks[look]} wb-button${small ? ' wb-button--small' : ''}`} type="submit" {...rest}>{icon && <Icon name={icon} />}<span>{children}</span></button>
}

export function ButtonLink({ href, look = 'secondary', icon, small, download, children }: { href: string; look?: Look; icon?: IconName; small?: boolean; download?: boolean; children?: Child }) {
  return <a class={`${looks[look]} wb-button${small ? ' wb-button--small' : ''}`} href={href} download={download}>{icon && <Icon name={icon} />}<span>{children}</span></a>
}

export function Link({ href, children }: { href: string; children?: Child }) {
  return <a class="utrecht-link utrecht-link--html-a" href={href}>{children}</a>
}

export function ButtonGroup({ children }: { children?: Child }) {
  return <div class="wb-buttons">{children}</div>
}
