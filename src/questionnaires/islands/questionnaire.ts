// Questionnaire: a question that depends on another is shown or hidden at once, and an answer is saved as soon as it is given; without this both happen by the button.
type When = { name: string; operator: string; value: unknown; action: string }

const place = document.querySelector<HTMLElement>('[data-save-at]')
const form = place?.closest('form')
if (place && form) {
  form.addEventListener('input', showAsked)
  form.addEventListener('change', (event) => {
    const question = (event.target as HTMLElement).closest<HTMLElement>('[data-question]')
    if (question) void save(form, question, place.dataset.saveAt!)
  })
}

function showAsked(): void {
  const data = new FormData(form!)
  for (const part of form!.querySelectorAll<HTMLElement>('[data-when]')) {
    const conditions = JSON.parse(part.dataset.when!) as When[]
    part.hidden = !conditions.every((one) => {
      const given = data.getAll(one.name).filter((value) => value !== '')
      const isMet = one.operator === 'any' ? given.length > 0 : given.includes(String(one.value))
      return one.action === 'show' ? isMet : !isMet
    })
  }
}

const waiting = new Map<HTMLElement, Promise<void>>()

/** One at a time for each question, so that its second change knows of its first. */
async function save(within: HTMLFormElement, question: HTMLElement, to: string): Promise<void> {
  const turn = (waiting.get(question) ?? Promise.resolve()).then(() => send(within, question, to))
  waiting.set(question, turn)
  await turn
}

async function send(within: HTMLFormElement, question: HTMLElement, to: string): Promise<void> {
  const address = question.dataset.question!
  const seen = question.querySelector<HTMLInputElement>(`input[name="s.${address}"]`)
  const said = question.querySelector<HTMLElement>('[data-saved]')
  if (!seen || !said) return
  const all = new FormData(within)
  const body = new URLSearchParams([['address', address], ['seen', seen.value], ...all.getAll(`a.${address}`).map((value) => ['value', String(value)])])
  try {
    const response = await fetch(to, { method: 'POST', body, headers: { accept: 'application/json' } })
    const answer = await response.json() as { seen?: string; words: string }
    if (answer.seen !== undefined) seen.value = answer.seen
    said.textContent = answer.words
  } catch {
    said.textContent = said.dataset.failed ?? ''
  }
}
