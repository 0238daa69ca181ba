// Rows: adds and removes rows of a repeating group at once, where the server would otherwise draw the form again.
class RowsElement extends HTMLElement {
  connectedCallback() {
    const list = this.querySelector<HTMLElement>('[data-list]')
    const template = this.querySelector('template')
    const status = document.createElement('p')
    status.className = 'wb-hidden'
    status.role = 'status'
    this.append(status)
    let next = Number(this.dataset.next)

    this.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null
      // A group within a group has its own element; its buttons are not ours.
      if (!button || button.closest('wb-rows') !== this || !list || !template) return
      if (button.value.startsWith('add:')) {
        event.preventDefault()
        const holder = document.createElement('div')
        holder.innerHTML = template.innerHTML.replaceAll('__n__', String(next)).replaceAll('__m__', String(next + 1))
        next += 1
        const row = holder.firstElementChild
        if (!row) return
        list.append(row)
        row.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus()
        status.textContent = this.dataset.added ?? ''
      } else if (button.value.startsWith('remove:')) {
        event.preventDefault()
        const row = button.closest('[data-row]')
        const neighbour = row?.nextElementSibling ?? row?.previousElementSibling
        row?.remove()
        const target = neighbour?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea') ?? this.querySelector<HTMLElement>(':scope > button')
        target?.focus()
        status.textContent = this.dataset.removed ?? ''
      }
    })
  }
}
customElements.define('wb-rows', RowsElement)
