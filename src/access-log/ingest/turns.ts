// Turns: pieces of heavy work, one in each turn of the event loop, so that pages get theirs in between however many applications send at once.

let tail: Promise<unknown> = Promise.resolve()

/** Resolves when it is this one's turn. */
export function nextTurn(): Promise<void> {
  const mine = tail.then(() => new Promise<void>((done) => { setImmediate(done) }))
  tail = mine
  return mine
}
