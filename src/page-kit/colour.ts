// Colour: contrast as WCAG 2 counts it, and colours made lighter or darker until it suffices. Pure.

/** `#1A2B3C` or `1a2b3c` as `#1a2b3c`; undefined when it is no colour of six hexadecimal digits. */
export function readColour(typed: string): string | undefined {
  const digits = /^#?([0-9a-f]{6})$/i.exec(typed.trim())?.[1]
  return digits && `#${digits.toLowerCase()}`
}

/** From 1 (the same) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** `share` 0 gives the first, 1 the second. */
export function mix(one: string, other: string, share: number): string {
  const ends = [channels(one), channels(other)] as const
  return `#${[0, 1, 2].map((place) => Math.round(ends[0][place]! * (1 - share) + ends[1][place]! * share).toString(16).padStart(2, '0')).join('')}`
}

/** The colour itself, or drawn towards `goal` just as far as it must to stand out from `ground`. */
export function untilClear(colour: string, goal: string, ground: string, wanted: number): string {
  for (let share = 0; share < 1; share += 0.02) {
    const drawn = mix(colour, goal, share)
    if (contrast(drawn, ground) >= wanted) return drawn
  }
  return goal
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16))
}
