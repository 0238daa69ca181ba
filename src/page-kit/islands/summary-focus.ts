// Summary focus: puts the reader at what went wrong; the links in the summary put the focus in the field itself.
const summary = document.querySelector<HTMLElement>('[data-focus]')
summary?.focus()
