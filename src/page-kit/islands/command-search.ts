// Command search: `/` goes to the search box; what it finds while typing comes from data-json?q= as `{ results: [{ href, words, detail? }] }`.
type Result = { href: string; words: string; detail?: string }

class SearchElement extends HTMLElement {
  connectedCallback() {
    const box = this.querySelector('input')
    if (!box) return
    document.addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]')) return
      event.preventDefault()
      box.focus()
      box.select()
    })
    if (this.dataset.json) this.suggest(box, this.dataset.json)
  }

  suggest(box: HTMLInputElement, address: string) {
    const list = document.createElement('ul')
    list.id = 'zoekresultaten'
    list.className = 'wb-search__list'
    list.role = 'listbox'
    list.ariaLabel = this.dataset.results ?? ''
    list.hidden = true
    const status = document.createElement('p')
    status.className = 'wb-hidden'
    status.role = 'status'
    this.append(list, status)
    box.role = 'combobox'
    box.setAttribute('aria-autocomplete', 'list')
    box.setAttribute('aria-controls', list.id)
    box.ariaExpanded = 'false'
    let chosen = -1
    let asked = 0
    let timer: ReturnType<typeof setTimeout> | undefined

    const close = () => {
      list.hidden = true
      chosen = -1
      box.ariaExpanded = 'false'
      box.removeAttribute('aria-activedescendant')
    }
    const options = () => [...list.querySelectorAll<HTMLElement>('[role=option][data-href]')]
    const choose = (place: number) => {
      const all = options()
      chosen = all.length === 0 ? -1 : (place + all.length) % all.length
      for (const [index, option] of all.entries()) option.ariaSelected = String(index === chosen)
      const option = all[chosen]
      if (option) box.setAttribute('aria-activedescendant', option.id)
      option?.scrollIntoView({ block: 'nearest' })
    }
    const ask = async () => {
      const turn = ++asked
      const query = box.value.trim()
      if (query.length < 2) return close()
      const answer = await fetch(`${address}?q=${encodeURIComponent(query)}`, { headers: { Accept: 'application/json' } }).catch(() => undefined)
      // An answer to what was typed earlier must not replace a later one.
      if (!answer?.ok || turn !== asked) return
      const { results }: { results: Result[] } = await answer.json()
      if (turn !== asked) return
      list.replaceChildren(...results.map(draw))
      chosen = -1
      status.textContent = results.length === 0 ? this.dataset.nothing ?? '' : `${results.length} ${this.dataset.results?.toLowerCase()}`
      list.hidden = results.length === 0
      box.ariaExpanded = String(!list.hidden)
    }
    box.addEventListener('input', () => {
      clearTimeout(timer)
      timer = setTimeout(() => void ask(), 150)
    })
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !list.hidden) {
        event.preventDefault()
        close()
      } else if (!list.hidden && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        event.preventDefault()
        choose(event.key === 'ArrowDown' ? chosen + 1 : chosen < 0 ? -1 : chosen - 1)
      } else if (event.key === 'Enter' && chosen >= 0) {
        event.preventDefault()
        location.assign(options()[chosen]?.dataset.href ?? '')
      }
    })
    list.addEventListener('mousedown', (event) => {
      const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-href]') : null
      event.preventDefault()
      if (option?.dataset.href) location.assign(option.dataset.href)
    })
    box.addEventListener('blur', close)
  }
}
customElements.define('wb-search', SearchElement)

function draw(result: Result, index: number): HTMLElement {
  const option = document.createElement('li')
  option.id = `zoekresultaat-${index}`
  option.role = 'option'
  option.className = 'wb-search__option'
  option.ariaSelected = 'false'
  option.dataset.href = result.href
  const words = document.createElement('span')
  words.textContent = result.words
  option.append(words)
  if (result.detail) {
    const detail = document.createElement('small')
    detail.textContent = result.detail
    option.append(detail)
  }
  return option
}
