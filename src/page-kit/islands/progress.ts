// Progress: asks every second how far long work is; the answer is `{ value, max?, words, done?, href? }`, and `href` is where to go when done.
class ProgressElement extends HTMLElement {
  connectedCallback() {
    const address = this.dataset.json
    if (address) void this.follow(address)
  }

  async follow(address: string) {
    const bar = this.querySelector('progress')
    const words = this.querySelector('[data-words]')
    let wait = 1000
    while (this.isConnected && bar) {
      await new Promise((resolve) => setTimeout(resolve, wait))
      try {
        const answer: { value: number; max?: number; words: string; done?: boolean; href?: string } = await (await fetch(address, { headers: { Accept: 'application/json' } })).json()
        if (answer.max !== undefined) bar.max = answer.max
        bar.value = answer.value
        if (words && words.textContent !== answer.words) words.textContent = answer.words
        if (answer.done) return answer.href ? location.assign(answer.href) : location.reload()
        wait = 1000
      } catch {
        // The server may be restarting: ask less often, but go on asking.
        wait = Math.min(wait * 2, 15_000)
      }
    }
  }
}
customElements.define('wb-progress', ProgressElement)
