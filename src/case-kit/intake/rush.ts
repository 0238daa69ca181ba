// Rush: whether more is being sent than a process can make cases of meanwhile (a breach in the news). Per process: a brake, not a lock.

/** Sent in a second. */
const most = 20
const lately: number[] = []

/** To be told of everything that is sent. @returns whether there is time to make a case of it at once */
export function countSent(): boolean {
  const now = performance.now()
  while (lately.length > 0 && now - lately[0]! > 1000) lately.shift()
  return lately.push(now) <= most
}

/** While there is a rush, what can wait leaves the processor to those who send. */
export function isRushing(): boolean {
  return performance.now() - (lately.at(-1) ?? -Infinity) < 1000 && lately.length > most
}
