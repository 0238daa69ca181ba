// Contact: what may be an e-mail address at which a processor is reached. Pure.

export function isLikeAddress(text: string): boolean {
  return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text)
}
