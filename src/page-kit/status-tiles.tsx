// Status tiles: many things at a glance, in groups: a small tile for each, marked by colour, by shape and in words, that leads to the thing itself.
import type { BadgeTone } from './alerts.tsx'
import { Icon, type IconName } from './icons.tsx'

export type Tile = { readonly words: string; readonly state: string; readonly href: string; readonly tone: BadgeTone; readonly icon: IconName }
/** `lang`: of the words, where it isn’t the reader’s. */
export type TileGroup = { readonly words: string; readonly lang?: 'nl' | undefined; readonly detail: string; readonly href?: string; readonly tiles: readonly Tile[] }

/** `legend` says what each mark means. */
export function StatusTiles({ groups, legend }: { groups: readonly TileGroup[]; legend: readonly Pick<Tile, 'state' | 'tone' | 'icon'>[] }) {
  return (
    <div class="wb-tiles">
      {groups.map(({ words, lang, detail, href, tiles }) => (
        <div class="wb-tiles__group">
          <h3 class="wb-tiles__heading">{href ? <a class="utrecht-link utrecht-link--html-a" href={href} lang={lang}>{words}</a> : <span lang={lang}>{words}</span>} <span class="wb-tiles__detail">{detail}</span></h3>
          <ul class="wb-tiles__list">
            {tiles.map((tile) => <li><a class={`wb-tile wb-tile--${tile.tone}`} href={tile.href}><Icon name={tile.icon} /><span>{tile.words}</span><span class="wb-hidden">: {tile.state}</span></a></li>)}
          </ul>
        </div>
      ))}
      <ul class="wb-tiles__legend">
        {legend.map(({ state, tone, icon }) => <li><span class={`wb-tile wb-tile--${tone} wb-tile--sample`}><Icon name={icon} /></span>{state}</li>)}
      </ul>
    </div>
  )
}
