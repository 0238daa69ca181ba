// Checkbox filter: a box above a long list of checkboxes that hides what doesn't match; what is checked always stays in sight.
class FilterElement extends HTMLElement {
  connectedCallback() {
    const bar = document.createElement('div')
    bar.className = 'wb-filter__bar'
    const box = document.createElement('input')
    box.type = 'search'
    box.className = 'utrecht-textbox utrecht-textbox--html-input wb-input'
    box.autocomplete = 'off'
    box.placeholder = this.dataset.label ?? ''
    box.setAttribute('aria-label', this.dataset.label ?? '')
    const count = document.createElement('span')
    count.className = 'wb-subtle wb-small'
    count.role = 'status'
    bar.append(box, count)
    this.prepend(bar)

    const choices = [...this.querySelectorAll<HTMLElement>('.wb-choice')].map((element) => ({ element, input: element.querySelector('input'), words: plain(element.textContent) }))
    const groups = [...this.querySelectorAll<HTMLElement>('[data-group]')]
    const show = () => {
      const wanted = plain(box.value).split(/\s+/)
      for (const { element, input, words } of choices) element.hidden = !input?.checked && !wanted.every((word) => words.includes(word))
      for (const group of groups) group.hidden = !group.querySelector('.wb-choice:not([hidden])')
      count.textContent = `${choices.filter(({ input }) => input?.checked).length} ${this.dataset.chosen}`
    }
    box.addEventListener('input', show)
    this.addEventListener('change', show)
    // Enter in this box must not send the form.
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault()
    })
    show()
  }
}
customElements.define('wb-filter', FilterElement)

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
