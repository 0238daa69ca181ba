// Typed guard: a form marked data-guard asks before the page is left with words that were not sent.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-guard]')) {
  const before = written(form)
  let sending = false
  form.addEventListener('submit', () => { sending = true })
  addEventListener('beforeunload', (event) => {
    if (!sending && written(form) !== before) event.preventDefault()
  })
  // Coming back by the browser's own button shows the same form again, unsent.
  addEventListener('pageshow', () => { sending = false })
}

function written(form: HTMLFormElement): string {
  return JSON.stringify([...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]))
}
