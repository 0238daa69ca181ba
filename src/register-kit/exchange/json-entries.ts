// JSON entries: cuts the list of a JSON file into its objects while the text streams in, so that a large file costs no more memory than its largest entry.
import { TooLarge } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'
import { refuse } from './file-kind.ts'
import { megabytes } from './table.ts'

/** `number` counts entries from 1; `line` is where the entry begins in the file. */
export type JsonEntry = { readonly number: number; readonly line: number; readonly values: Readonly<Record<string, unknown>> }

/** Characters of one entry: a thousand times an ordinary one. */
const longestEntry = 8 * 1024 * 1024
/** An entry needs five: itself, a list, a row, a reference in it. */
const deepest = 16
/** What the list is called in an object around it: ours, and that of a page of the API. */
const listNames = new Set(['entries', 'items'])

/**
 * The entries of `[{...}, ...]` or `{"entries": [{...}, ...]}`, in order.
 * @throws Invalid when the text isn't JSON of that shape, naming the entry and its line; TooLarge for an entry that is.
 */
export async function* jsonEntries(texts: AsyncIterable<string>): AsyncGenerator<JsonEntry, undefined> {
  const cutter = new Cutter()
  for await (const text of texts) for (const { number, line, json } of cutter.feed(text)) yield { number, line, values: parsed(json, number, line) }
  cutter.end()
}

function parsed(json: string, number: number, line: number): Record<string, unknown> {
  try {
    return JSON.parse(json) as Record<string, unknown>
  } catch {
    throw refuse(t(`Onderdeel ${number} (vanaf regel ${line}) is geen geldige JSON. Maak het bestand opnieuw of herstel dit onderdeel.`, `Entry ${number} (from line ${line}) isn’t valid JSON. Make the file anew or mend this entry.`))
  }
}

type Place = 'start' | 'key' | 'colon' | 'value' | 'passing' | 'afterValue' | 'list' | 'entry' | 'afterEntry' | 'end'
type Piece = { number: number; line: number; json: string }

class Cutter {
  private place: Place = 'start'
  private depth = 0
  private inString = false
  private isEscaped = false
  private line = 1
  private key = ''
  private isInObject = false
  private waiting = ''
  private begunAt = 1
  private count = 0
  private hasSeenList = false

  feed(text: string): Piece[] {
    const found: Piece[] = []
    let from = 0
    for (let at = 0; at < text.length; at++) {
      const character = text[at]!
      if (character === '\n') this.line++
      if (this.inString) this.readString(character)
      else if (this.depth > 0) {
        this.readNested(character)
        if (this.depth === 0 && this.place === 'entry') {
          found.push({ number: this.count, line: this.begunAt, json: this.waiting + text.slice(from, at + 1) })
          this.waiting = ''
          this.place = 'afterEntry'
        } else if (this.depth === 0) this.place = 'afterValue'
      } else if (!isSpace(character)) {
        this.step(character)
        if (this.place === 'entry') from = at
      }
    }
    if (this.place === 'entry') this.wait(text.slice(from))
    return found
  }

  end(): void {
    if (this.place === 'end') return
    throw this.place === 'start'
      ? refuse(t('Er staat niets in dit bestand.', 'There is nothing in this file.'))
      : refuse(t(`Het JSON-bestand is niet volledig: het breekt af op regel ${this.line}. Maak het opnieuw en kies dat bestand.`, `The JSON file isn’t complete: it breaks off at line ${this.line}. Make it anew and choose that file.`))
  }

  private wait(text: string): void {
    this.waiting += text
    if (this.waiting.length > longestEntry) {
      const most = megabytes(longestEntry)
      throw new TooLarge(t(`Onderdeel ${this.count} (vanaf regel ${this.begunAt}) is groter dan ${most}; zoveel kan één onderdeel niet zijn.`, `Entry ${this.count} (from line ${this.begunAt}) is larger than ${most}, more than one entry can be.`))
    }
  }

  private readString(character: string): void {
    if (this.isEscaped) this.isEscaped = false
    else if (character === '\\') this.isEscaped = true
    else if (character === '"') {
      this.inString = false
      if (this.place === 'key') this.place = 'colon'
      else if (this.depth === 0) this.place = 'afterValue'
      return
    }
    if (this.place === 'key' && this.key.length < 100) this.key += character
  }

  private readNested(character: string): void {
    if (character === '"') this.inString = true
    else if (character === '{' || character === '[') {
      if (++this.depth > deepest) throw refuse(t(`Op regel ${this.line} zitten meer dan ${deepest} lagen in elkaar. Zo ziet een register er niet uit.`, `Line ${this.line} is nested deeper than ${deepest} levels. A register doesn’t look like that.`))
    } else if (character === '}' || character === ']') this.depth--
  }

  /** One character outside strings and outside nested values. */
  private step(character: string): void {
    if (this.place === 'start' && character === '[') this.place = 'list'
    else if (this.place === 'start' && character === '{') [this.isInObject, this.place, this.key] = [true, 'afterValue', '']
    else if (this.place === 'list' || this.place === 'afterEntry') this.stepInList(character)
    else if (this.isInObject) this.stepInObject(character)
    else throw this.wrong()
  }

  private stepInList(character: string): void {
    if (character === ']') this.place = this.isInObject ? 'afterValue' : 'end'
    else if (character === ',' && this.place === 'afterEntry') this.place = 'list'
    else if (character === '{' && this.place === 'list') [this.place, this.depth, this.begunAt, this.count] = ['entry', 1, this.line, this.count + 1]
    else if (this.place === 'list') throw refuse(t(`Onderdeel ${this.count + 1} (regel ${this.line}) is geen object met velden. Elk onderdeel begint met {.`, `Entry ${this.count + 1} (line ${this.line}) isn’t an object with fields. Each entry begins with {.`))
    else throw this.wrong()
  }

  private stepInObject(character: string): void {
    if (this.place === 'afterValue' && character === '}') {
      if (this.count === 0 && !this.hasSeenList) throw refuse(t('In dit JSON-bestand staat geen lijst “entries” met onderdelen. Kies een export uit Waarborg, of een bestand met een lijst van objecten.', 'This JSON file has no list “entries”. Choose an export of Waarborg, or a file with a list of objects.'))
      this.place = 'end'
    } else if (this.place === 'afterValue' && character === ',') this.key = ''
    else if (this.place === 'afterValue' && character === '"') [this.place, this.inString, this.key] = ['key', true, '']
    else if (this.place === 'colon' && character === ':') this.place = 'value'
    else if (this.place === 'value' && character === '[' && listNames.has(this.key)) [this.place, this.hasSeenList] = ['list', true]
    else if (this.place === 'value' && (character === '{' || character === '[')) [this.place, this.depth] = ['passing', 1]
    else if (this.place === 'value' && character === '"') this.inString = true
    else if ((this.place === 'value' || this.place === 'afterValue') && /[\w.+-]/.test(character)) this.place = 'afterValue'
    else throw this.wrong()
  }

  private wrong() {
    return refuse(t(`Dit is geen geldige JSON: op regel ${this.line} staat iets wat daar niet hoort.`, `This isn’t valid JSON: something on line ${this.line} doesn’t belong there.`))
  }
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\r' || character === '\t'
}
