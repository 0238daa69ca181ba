// Passkey: has the browser make or use a passkey when its form is sent, and lets the form carry what the browser says. The words come from the page.
type Creation = PublicKeyCredentialCreationOptionsJSON
type Request = PublicKeyCredentialRequestOptionsJSON
/** What the server says: the options, or where to go first. */
type Said = (Creation | Request) & { href?: string }

class PasskeyElement extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    const field = this.querySelector<HTMLInputElement>('input[name=response]')
    if (!form || !field) return
    this.querySelector('[data-without]')?.remove()
    const isHere = location.origin === this.dataset.origin
    if (!window.PublicKeyCredential || !isHere) return this.tell(isHere ? this.dataset.none : this.dataset.elsewhere)
    form.hidden = false
    // Coming back by the browser's own button: what was answered then is used up.
    addEventListener('pageshow', () => { field.value = '' })
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.ask(form, field)
    })
  }

  async ask(form: HTMLFormElement, field: HTMLInputElement) {
    const button = form.querySelector<HTMLButtonElement>('button.wb-button')
    if (button?.disabled) return
    if (button) button.disabled = true
    this.tell()
    this.say(this.dataset.busy)
    try {
      const response = await fetch(this.dataset.options ?? '', { method: 'POST', headers: { Accept: 'application/json' } })
      const said: Said = await response.json()
      if (said.href) return location.assign(said.href)
      if (!response.ok) return this.tell(this.dataset.failed)
      field.value = JSON.stringify(this.dataset.kind === 'create' ? await made(said as Creation) : await used(said as Request))
      form.submit()
    } catch (fault) {
      const name = fault instanceof Error ? fault.name : ''
      this.tell(name === 'NotAllowedError' || name === 'AbortError' ? this.dataset.cancelled : name === 'InvalidStateError' ? this.dataset.known : this.dataset.failed)
    } finally {
      this.say()
      if (button) button.disabled = false
    }
  }

  say(words = '') {
    const status = this.querySelector('[data-status]')
    if (status) status.textContent = words
  }

  /** Says what stands in the way; without words the message goes. */
  tell(words?: string) {
    const trouble = this.querySelector<HTMLElement>('[data-trouble]')
    const text = trouble?.querySelector('p')
    if (!trouble || !text) return
    text.textContent = words ?? ''
    trouble.hidden = !words
  }
}
customElements.define('wb-passkey', PasskeyElement)

async function made({ challenge, user, excludeCredentials, ...rest }: Creation) {
  const publicKey = { ...rest, challenge: bytes(challenge), user: { ...user, id: bytes(user.id) }, excludeCredentials: excludeCredentials?.map(opened) } as PublicKeyCredentialCreationOptions
  const key = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential
  const response = key.response as AuthenticatorAttestationResponse
  return { ...identity(key), response: { clientDataJSON: text(response.clientDataJSON), attestationObject: text(response.attestationObject), transports: response.getTransports?.() ?? [] } }
}

async function used({ challenge, allowCredentials, ...rest }: Request) {
  const publicKey = { ...rest, challenge: bytes(challenge), allowCredentials: allowCredentials?.map(opened) } as PublicKeyCredentialRequestOptions
  const key = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential
  const { clientDataJSON, authenticatorData, signature, userHandle } = key.response as AuthenticatorAssertionResponse
  return {
    ...identity(key),
    response: { clientDataJSON: text(clientDataJSON), authenticatorData: text(authenticatorData), signature: text(signature), ...(userHandle ? { userHandle: text(userHandle) } : {}) },
  }
}

function identity({ id, rawId, type }: PublicKeyCredential) {
  return { id, rawId: text(rawId), type }
}

function opened(descriptor: PublicKeyCredentialDescriptorJSON) {
  return { ...descriptor, id: bytes(descriptor.id) }
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
}

function text(buffer: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
