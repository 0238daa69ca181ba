// Mentions: after an @ in the text it offers the colleagues of the list below, and checks the box of whoever is chosen.
class MentionsElement extends HTMLElement {
  connectedCallback() {
    const box = this.querySelector('textarea')
    const colleagues = [...this.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].map((input) => ({ input, name: input.labels?.[0]?.textContent?.trim() ?? '' }))
    if (!box || colleagues.length === 0) return
    const list = document.createElement('ul')
    list.id = `${box.id}-collegas`
    list.className = 'wb-search__list'
    // Below the text, in the flow of the page, rather than over what stands there.
    list.style.position = 'static'
    list.style.maxInlineSize = '44rem'
    list.role = 'listbox'
    list.ariaLabel = this.dataset.list ?? ''
    list.hidden = true
    const status = document.createElement('p')
    status.className = 'wb-subtle wb-small'
    status.role = 'status'
    box.closest('.wb-field')?.append(list, status)
    box.setAttribute('aria-autocomplete', 'list')
    box.setAttribute('aria-controls', list.id)
    let chosen = 0

    /** The letters between an @ and the caret, or undefined where no name is being typed. */
    const begun = () => /(?:^|[\s(])@([\p{L}\d'’. -]{0,40})$/u.exec(box.value.slice(0, box.selectionStart))?.[1]
    const options = () => [...list.children].filter((one) => one instanceof HTMLElement)
    const close = () => {
      list.hidden = true
      box.removeAttribute('aria-activedescendant')
    }
    const choose = (place: number) => {
      const all = options()
      chosen = (place + all.length) % all.length
      for (const [index, option] of all.entries()) option.ariaSelected = String(index === chosen)
      box.setAttribute('aria-activedescendant', all[chosen]?.id ?? '')
      all[chosen]?.scrollIntoView({ block: 'nearest' })
    }
    const offer = () => {
      const letters = begun()
      if (letters === undefined) return close()
      const wanted = plain(letters)
      const fitting = colleagues.map(({ name }, index) => ({ name, index })).filter(({ name }) => plain(name).split(' ').some((_, at, words) => words.slice(at).join(' ').startsWith(wanted))).slice(0, 8)
      if (fitting.length === 0) return close()
      list.replaceChildren(...fitting.map(({ name, index }) => {
        const option = document.createElement('li')
        option.id = `${list.id}-${index}`
        option.role = 'option'
        option.className = 'wb-search__option'
        option.dataset.index = String(index)
        option.textContent = name
        return option
      }))
      list.hidden = false
      choose(0)
      status.textContent = fitting.length === 1 ? this.dataset.one ?? '' : `${fitting.length} ${this.dataset.many}`
    }
    const take = (option: HTMLElement | undefined) => {
      const colleague = colleagues[Number(option?.dataset.index)]
      const letters = begun()
      if (!colleague || letters === undefined) return close()
      const end = box.selectionStart
      box.setRangeText(`@${colleague.name} `, end - letters.length - 1, end, 'end')
      colleague.input.checked = true
      colleague.input.dispatchEvent(new Event('change', { bubbles: true }))
      status.textContent = `${colleague.name} ${this.dataset.chosen}`
      close()
    }
    box.addEventListener('input', offer)
    box.addEventListener('keydown', (event) => {
      if (list.hidden) return
      if (event.key === 'Escape') close()
      else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') choose(chosen + (event.key === 'ArrowDown' ? 1 : -1))
      else if (event.key === 'Enter') take(options()[chosen])
      else return
      event.preventDefault()
    })
    list.addEventListener('mousedown', (event) => {
      event.preventDefault()
      take((event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null) ?? undefined)
    })
    box.addEventListener('blur', close)
  }
}
customElements.define('wb-mentions', MentionsElement)

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
