// The Merkle tree of RFC 6962 §2.1 over SHA-256: what proves that a list of records is as it was written.
import { sha256, sha256Text } from '../ground/sha256.ts'

/** Digest of a leaf: its bytes after 0x00, so that no leaf can pass for a node. */
export function leafDigest(leaf: string | Buffer): Buffer {
  return sha256(typeof leaf === 'string' ? `\0${leaf}` : Buffer.concat([zero, leaf]))
}

/** Root over the digests of one or more leaves, in their order. */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256(Buffer.alloc(0))
  let row = leaves.map((leaf) => leaf.toString('latin1'))
  // Pairs from the left, the odd one goes up as it is: the same tree as the RFC's split at the largest power of two.
  while (row.length > 1) {
    const up: string[] = []
    for (let at = 0; at + 1 < row.length; at += 2) up.push(nodeOf(row[at]!, row[at + 1]!))
    if (row.length % 2 === 1) up.push(row.at(-1)!)
    row = up
  }
  return Buffer.from(row[0]!, 'latin1')
}

const zero = Buffer.from([0])
/** 0x01, and room for two digests: it is read before anything else can write in it. */
const node = Buffer.alloc(65, 1)

function nodeOf(left: string, right: string): string {
  node.write(left, 1, 'latin1')
  node.write(right, 33, 'latin1')
  return sha256Text(node)
}
