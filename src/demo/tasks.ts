// Tasks of the demo world: what each organisation has to do, did, put off and handed over; all of it invented.
import { sql } from 'kysely'
import { dayAfter, dayOf } from '../ground/clock.ts'
import type { Scope } from '../ground/scope.ts'
import { emptyInput, type InputOf } from '../register-kit/field-types.ts'
import { refreshThese } from '../register-kit/keep-findings.ts'
import { createEntry, perform } from '../register-kit/perform.ts'
import { tasks } from '../registers/tasks/register.ts'
import type { DemoOrganisation } from './organisation.ts'
import type { Settled } from './settle.ts'

type Sketch = Partial<Pick<InputOf<typeof tasks.fields>, 'description' | 'norm' | 'recurrence' | 'role' | 'progress'>> & {
  readonly name: string
  /** Days ago that it was made. */
  readonly created: number
  /** Days until it is due, when it was made as one that is still open; negative is late. */
  readonly due?: number
  readonly department?: string
  /** By name. */
  readonly owner?: string
  /** Days ago that it was done, and the ones after it in the same series. */
  readonly done?: readonly (readonly [daysAgo: number, outcome: string])[]
  readonly handed?: { readonly to: string; readonly daysAgo: number; readonly period: string; readonly note: string }
}

/** Who and where things are done in one organisation. */
type Cast = { readonly front: string; readonly desk: string; readonly worker: string; readonly inside: string; readonly manager: string; readonly dpo: string; readonly officer: string; readonly iso: string }

const casts: Readonly<Record<string, Cast>> = {
  duinrade: { front: 'Werk en Inkomen', desk: 'Youssef El Hadari', worker: 'Noor van der Laakse', inside: 'Bedrijfsvoering', manager: 'Dennis Manuhuwa', dpo: 'Meryem Aksoy-Duynstee', officer: 'Joost van Eikenrode', iso: 'Bart Hoogeveldt' },
  lekhoven: { front: 'Publiekszaken', desk: 'Marloes Tiggelaar', worker: 'Milan Sedlar', inside: 'Bedrijfsvoering', manager: 'Pieter-Jan Kuipershoek', dpo: 'Hanneke Brouwershof', officer: 'Sjoerd Wiarda-Molenkamp', iso: 'Gijs Overweerd' },
  'ict-maasdal': { front: 'Servicedesk', desk: 'Elske Donkervliet', worker: 'Kofi Asantewa', inside: 'Bedrijfsbureau', manager: 'Thea Lommerdal', dpo: 'Noortje Kessenich-Adeyemi', officer: 'Sander Meulendonk', iso: 'Harm Roerdink-Visch' },
  'ict-westerwaard': { front: 'Technisch Beheer', desk: 'Ayşe Karabulut', worker: 'Lotte Verschoorl', inside: 'Staf', manager: 'Bram Nieuwenkamp', dpo: 'Hanneke Brouwershof', officer: 'Nadia Vrijenhoek', iso: 'Winnie Tjon-Pian' },
  postwijzer: { front: 'Klantenservice', desk: 'Aaliyah Reijnders', worker: 'Jesse Lindeboomgaard', inside: 'Kantoor', manager: 'Ingeborg Matena', dpo: 'Ronald Schuttevaer', officer: 'Deniz Polatoğlu', iso: 'Stijn Kwakernaat' },
}

function tasksFor({ profile }: DemoOrganisation, { front, desk, worker, inside, manager, dpo, officer, iso }: Cast): Sketch[] {
  const awareness = { 'gemeente-heemstede-2026': 'H-46', 'gemeente-nieuwegein-2018': 'N-35' }[profile]
  return [
    { name: 'Plan voor bewustwording opstellen', norm: awareness, description: 'Wat doen we het komende jaar zodat iedereen weet hoe je zorgvuldig met persoonsgegevens werkt?', created: 400, due: -330, role: 'privacy_officer', recurrence: 'year', done: [[334, 'Vastgesteld: vier activiteiten, waarvan twee voor nieuwe collega’s.']] },
    { name: 'Verslag van de FG over het afgelopen jaar', description: 'Hoe werd de privacy beschermd, en wat moet beter?', created: 60, due: 41, owner: dpo, recurrence: 'year', progress: 'De gesprekken met de afdelingen zijn gepland.' },
    { name: `Toegang tot systemen nalopen: ${front}`, description: 'Klopt wie waarbij kan? Haal weg wat niet meer nodig is.', created: 230, due: -200, department: front, owner: desk, recurrence: 'quarter', done: [[202, 'Drie accounts van vertrokken collega’s gesloten.'], [108, 'Alles klopt.']] },
    { name: 'Back-up terugzetten als proef', description: 'Zet één map en één database terug op de testomgeving, en schrijf op hoe lang het duurde.', created: 200, due: -9, owner: iso, recurrence: 'half_year', progress: 'De testomgeving is nog bezet door de verhuizing van het zaaksysteem.' },
    { name: 'Passen en sleutels tellen', created: 70, due: 16, department: front, owner: desk, recurrence: 'half_year', handed: { to: worker, daysAgo: 3, period: 'P3W', note: 'Ik ben de komende weken vooral bij de verhuizing. De lijst ligt in de kast.' } },
    { name: 'Kast met oude intakeformulieren leegmaken', description: 'Wat ouder is dan de bewaartermijn gaat in de afgesloten papierbak.', created: 12, due: 0, department: front, owner: worker, recurrence: 'once', progress: 'Twee van de vier laden zijn leeg.' },
    { name: 'Afspraken over retourpost vastleggen', description: 'Post die terugkomt, ligt nu open op de balie.', created: 20, due: 4, department: inside, owner: manager, recurrence: 'once' },
    { name: 'Privacyverklaring nalezen', description: 'Staan alle verwerkingen van dit jaar erin, en is de taal nog helder?', created: 90, due: 12, owner: officer, recurrence: 'year' },
    { name: 'Collega’s bijpraten over valse e-mail', created: 45, due: -21, department: front, owner: desk, recurrence: 'once', done: [[24, 'Gedaan in het teamoverleg; elf van de dertien collega’s waren er.']] },
    { name: 'Uitzoeken wie de nieuwsbrief verstuurt', description: 'Gaat dat via een verwerker, en is daar een overeenkomst mee?', created: 6 },
  ]
}

/** Makes the tasks and what happened to them, each at its moment, up to the scope's `now`. */
export async function playTasks(scope: Scope, demo: DemoOrganisation, { names, actorFor }: Settled): Promise<void> {
  const cast = casts[demo.slug]
  if (!cast) return
  const day = (days: number) => dayAfter(dayOf(scope.now), `${days < 0 ? '-' : ''}P${Math.abs(days)}D`)
  const person = (name: string) => names.people.get(name) ?? missing(name)
  for (const [index, { name, created, due, department, owner, done = [], handed, ...rest }] of tasksFor(demo, cast).entries()) {
    const at = (daysAgo: number): Scope => ({ ...scope, now: new Date(scope.now.getTime() - daysAgo * 86_400_000), actor: actorFor('officer', department ?? cast.inside) })
    const input = { ...emptyInput(tasks.fields), ...defined(rest), name, number: `T-${String(index + 1).padStart(3, '0')}`, due_on: due === undefined ? null : day(due), department: department === undefined ? null : names.departments.get(department) ?? missing(department), owner: owner === undefined ? null : person(owner) }
    let id: string | undefined = await createEntry(at(created), tasks, input)
    for (const [daysAgo, outcome] of done) {
      if (id === undefined) break
      await perform(at(daysAgo), tasks, 'finish', id, { outcome })
      id = await nextOf(scope, id)
    }
    if (handed && id !== undefined) await perform(at(handed.daysAgo), tasks, 'hand_over', id, { to: person(handed.to), period: handed.period, note: handed.note })
  }
  const all = await sql<{ id: string }>`select id from task where organisation_id = ${scope.organisation.id}`.execute(scope.tx)
  await refreshThese(scope, tasks, all.rows.map(({ id }) => id))
}

async function nextOf(scope: Scope, id: string): Promise<string | undefined> {
  return (await scope.tx.selectFrom('task').select('id').where('organisation_id', '=', scope.organisation.id).where('follows', '=', id).executeTakeFirst())?.id
}

function defined(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

function missing(name: string): never {
  throw new Error(`The demo world has no ${name}`)
}
