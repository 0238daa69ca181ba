// Wire: the protobuf encoding itself (varints, fixed numbers, lengths), read from hostile bytes without ever going past their end.
import { isUtf8 } from 'node:buffer'
import { Unreadable } from '../unreadable.ts'

/** Wire types of the encoding that still exist. */
export const wire = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const

export class WireReader {
  readonly buffer: Buffer
  at: number
  end: number

  constructor(buffer: Buffer) {
    this.buffer = buffer
    this.at = 0
    this.end = buffer.length
  }

  /** The next tag (field × 8 + wire type), or 0 at the end of the message. */
  tag(): number {
    if (this.at >= this.end) return 0
    const tag = this.varint()
    if (tag < 8 || tag > 0xffff_ffff) throw bad()
    return tag
  }

  /** Exact up to 2^53; larger ones (negative numbers too) come out rounded. */
  varint(): number {
    const { buffer } = this
    let value = 0
    let scale = 1
    for (let count = 0; count < 10; count++) {
      if (this.at >= this.end) throw bad()
      const byte = buffer[this.at++]!
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
      scale *= 128
    }
    throw bad()
  }

  /** Goes into a message, text or bytes. @returns where what is around it goes on */
  enter(): number {
    const length = this.varint()
    const around = this.end
    if (length > around - this.at) throw bad()
    this.end = this.at + length
    return around
  }

  /** Leaves what `enter` went into, read or not. */
  leave(around: number): void {
    this.at = this.end
    this.end = around
  }

  bytes(): Buffer {
    const around = this.enter()
    const found = this.buffer.subarray(this.at, this.end)
    this.leave(around)
    return found
  }

  text(): string {
    const around = this.enter()
    const found = this.buffer.toString('utf8', this.at, this.end)
    // Only where this sign came out may something have been that isn't UTF-8.
    if (found.includes('\ufffd') && !isUtf8(this.buffer.subarray(this.at, this.end))) throw bad()
    this.leave(around)
    return found
  }

  /** Nanoseconds since 1970 as whole milliseconds, exactly: the halves apart stay below 2^53. */
  nanosAsMs(): number {
    if (this.end - this.at < 8) throw bad()
    const low = this.buffer.readUInt32LE(this.at)
    const high = this.buffer.readUInt32LE(this.at + 4)
    this.at += 8
    return high * 4294 + Math.floor((high * 967_296 + low) / 1_000_000)
  }

  double(): number {
    if (this.end - this.at < 8) throw bad()
    const value = this.buffer.readDoubleLE(this.at)
    this.at += 8
    return value
  }

  skip(tag: number): void {
    switch (tag & 7) {
      case wire.varint: this.varint(); return
      case wire.fixed64: this.forward(8); return
      case wire.bytes: this.leave(this.enter()); return
      case wire.fixed32: this.forward(4); return
      default: throw bad()
    }
  }

  private forward(bytes: number): void {
    if (this.end - this.at < bytes) throw bad()
    this.at += bytes
  }
}

function bad(): Unreadable {
  return new Unreadable({ nl: 'Dit is geen geldig protobuf-bericht van OTLP.', en: 'This isn’t a valid protobuf message of OTLP.' })
}
