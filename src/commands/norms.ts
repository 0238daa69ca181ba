// `waarborg norms`: checks the shipped policy profiles and prints how their norms are proven.
import { countStandings, type Standing } from '../policy/evidence-count.ts'
import { loadProfiles } from '../policy/profiles.ts'
import { knownToProfiles } from '../tied-rooms.ts'
import { readArgs, say, type Verb } from './verb.ts'

export const verb: Verb = {
  summary: 'tel per beleidsprofiel welke normen worden gemeten, verklaard of nog openstaan',
  help: `
Gebruik: waarborg norms [--ids]

  --ids   noem onder elk profiel de normen bij hun nummer

gemeten      wat in het product staat, zegt hoe de norm ervoor staat
deels        een deel wordt gemeten, voor de rest verklaart iemand het
verklaring   iemand verklaart het, met document, datum en naam
open         ook een verklaring, tot dit onderdeel van het product er is

Klopt er iets niet in een profiel, dan staat elke fout er met bestand, regel en plaats, en eindigt de opdracht met code 1.
`,
  run(args) {
    const { values: { ids } } = readArgs(args, { ids: { type: 'boolean' } })
    const counted = loadProfiles(undefined, knownToProfiles).map((profile) => ({ name: profile.key, found: countStandings(profile) }))
    const line = (name: string, cells: readonly (string | number)[]) => `${name.padEnd(26)}${cells.map((cell) => String(cell).padStart(11)).join('')}`
    say(line('profiel', [...standings.map(([, words]) => words), 'samen']))
    for (const { name, found } of counted) {
      say(line(name, [...standings.map(([key]) => found[key].length), standings.reduce((sum, [key]) => sum + found[key].length, 0)]))
      if (ids) for (const [key, words] of standings) if (found[key].length > 0) say(`  ${words}: ${found[key].join(' ')}`)
    }
    const totals = standings.map(([key]) => counted.reduce((sum, { found }) => sum + found[key].length, 0))
    say(line('samen', [...totals, totals.reduce((sum, one) => sum + one, 0)]))
    return Promise.resolve(0)
  },
}

const standings: readonly (readonly [Standing, string])[] = [['measured', 'gemeten'], ['partly', 'deels'], ['manual', 'verklaring'], ['open', 'open']]
