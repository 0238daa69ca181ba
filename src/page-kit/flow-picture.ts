// Flow picture: what is drawn as columns of boxes with lines from left to right, before anybody knows where on the paper.

/** `main` is what the picture is about; `caution` and `alarm` ask for attention (their tags say why); `rest` stands for what isn't shown one by one. */
export type BoxLook = 'plain' | 'main' | 'caution' | 'alarm' | 'rest'
export type LineLook = 'plain' | 'caution' | 'alarm'

export type Box = {
  readonly id: string
  readonly words: string
  /** A quieter line below the words. */
  readonly detail?: string
  /** Short remarks with a sign before them, so that no colour is needed to understand them. */
  readonly tags?: readonly string[]
  readonly look?: BoxLook
  readonly href?: string
  /** What the link does, for those who don't see the picture; the words themselves when left out. */
  readonly linkWords?: string
}

/** Boxes of one kind; kinds that share a column stand in it one below the other. */
export type BoxGroup = { readonly heading?: string; readonly boxes: readonly Box[] }
export type FlowColumn = { readonly heading: string; readonly groups: readonly BoxGroup[] }

/** A line always runs from a column to one further to the right. `weight` makes it thicker: how much goes along it. */
export type Line = { readonly from: string; readonly to: string; readonly look?: LineLook; readonly weight?: number; readonly words?: string }

export type FlowPicture = { readonly columns: readonly FlowColumn[]; readonly lines: readonly Line[] }

/** Columns without boxes don't take room, nor do empty groups; a line to or from nowhere isn't drawn, nor one that doesn't run to the right. */
export function tidied(picture: FlowPicture): FlowPicture {
  const columns = picture.columns.map(({ heading, groups }) => ({ heading, groups: groups.filter(({ boxes }) => boxes.length > 0) })).filter(({ groups }) => groups.length > 0)
  const columnOf = new Map(columns.flatMap(({ groups }, column) => groups.flatMap(({ boxes }) => boxes.map(({ id }) => [id, column] as const))))
  return { columns, lines: picture.lines.filter(({ from, to }) => (columnOf.get(from) ?? Infinity) < (columnOf.get(to) ?? -Infinity)) }
}
