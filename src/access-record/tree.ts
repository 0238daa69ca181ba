// The Merkle tree of RFC 6962 §2.1 over SHA-256: what proves that a list of records is as it was written.
import { hash } from 'node:crypto'

/** Digest of a leaf: its bytes after 0x00, so that no leaf can pass for a node. */
export function leafDigest(leaf: string | Buffer): Buffer {
  return hash('sha256', Buffer.concat([zero, typeof leaf === 'string' ? Buffer.from(leaf) : leaf]), 'buffer')
}

/** Root over the digests of one or more leaves, in their order. */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return hash('sha256', Buffer.alloc(0), 'buffer')
  let row = leaves
  // Pairs from the left, the odd one goes up as it is: the same tree as the RFC's split at the largest power of two.
  while (row.length > 1) {
    const up: Buffer[] = []
    for (let at = 0; at + 1 < row.length; at += 2) up.push(node(row[at]!, row[at + 1]!))
    if (row.length % 2 === 1) up.push(row.at(-1)!)
    row = up
  }
  return row[0]!
}

const zero = Buffer.from([0])
const one = Buffer.from([1])

function node(left: Buffer, right: Buffer): Buffer {
  return hash('sha256', Buffer.concat([one, left, right], 65), 'buffer')
}
