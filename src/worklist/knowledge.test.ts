// The story of knowledge through the front door: the glossary with own terms, instructions on each subject, and a privacy meeting that gathers what is open.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { storyOf } from '../../test/support/register-story.ts'
import { plain, visitorOf } from '../../test/support/register-visitor.ts'
import { dayAfter, dayOf } from '../ground/clock.ts'
import { requiredSubjects } from '../registers/work-instructions/declaration.ts'
import { findInGlossary, type GlossaryTerm, letterOf } from './glossary.ts'

test('N-51: a term is found by its word, other words, article or meaning; those called so come first', () => {
  const term = (word: string, more: Partial<GlossaryTerm> = {}): GlossaryTerm => ({ key: word, word, otherWord: undefined, meaning: undefined, language: 'nl', citation: undefined, synonyms: [], isOwn: false, ...more })
  const terms = [term('bewaartermijn', { meaning: 'Hoe lang u gegevens houdt.' }), term('datalek', { otherWord: 'personal data breach', citation: 'art. 4 onder 12 AVG' }), term('melding', { meaning: 'Een datalek meldt u.', synonyms: ['72 uur'] })]
  const found = (words: string) => findInGlossary(terms, words).map(({ word }) => word)
  assert.deepEqual(found('DATALEK'), ['datalek', 'melding'])
  assert.deepEqual(found('data breach'), ['datalek'])
  assert.deepEqual(found('72 uur'), ['melding'])
  assert.deepEqual(found('art. 4 onder 12'), ['datalek'])
  assert.deepEqual(found('onzin'), [])
  assert.deepEqual(['één', 'Woo', '72 uur'].map(letterOf), ['E', 'W', 'Overig'])
})

describe('knowledge', () => {
  test('N-51: the glossary is at hand for every employee, in both languages, with terms of the organisation’s own', async () => {
    const { house, officer } = await storyOf()
    const employee = await visitorOf(house, 'Wim Werkt', [{ role: 'employee', departmentId: house.departments.burgerzaken }])
    const page = await employee.page('/begrippen')
    assert.match(page, /id="begrip-controller"/)
    assert.match(plain(page), /verwerkingsverantwoordelijke Wie beslist waarom en hoe gegevens worden gebruikt\. Bij een gemeente het bestuursorgaan\. art\. 4 onder 7 AVG/)
    assert.doesNotMatch(page, /Eigen begrip toevoegen/)
    assert.match(plain(await employee.page('/begrippen?q=zonder%20betekenis')), /Geen begrip gevonden/)
    employee.cookies.set('taal', 'en')
    assert.match(plain(await employee.page('/begrippen?q=controller')), /controller Whoever decides why and how data are used/)
    employee.cookies.delete('taal')
    const added = await officer.send('/catalogi/glossary/nieuw', { label: 'Wijkteam', note: 'Het team dat inwoners thuis helpt.' })
    assert.equal(added.status, 303, plain(await added.text()).slice(0, 500))
    assert.match(plain(await employee.page('/begrippen?q=wijkteam')), /Wijkteam eigen Het team dat inwoners thuis helpt/)
    assert.match(plain(await employee.page('/kennisbank?q=wijkteam')), /Begrippen.*Wijkteam/)
  })

  test('N-54: a subject without an instruction in force is missing until one is put into force, and again when it is put out of force', async () => {
    const { house, officer, owner, step, rulesOn, norm } = await storyOf('municipality', 'gemeente-nieuwegein-2018')
    const employee = await visitorOf(house, 'Wim Werkt', [{ role: 'employee', departmentId: house.departments.burgerzaken }])
    const missing = async () => [...(await employee.page('/werkinstructies/onderwerpen')).matchAll(/Er geldt geen werkinstructie/g)].length
    assert.equal(await missing(), Object.keys(requiredSubjects).length)
    assert.deepEqual([await norm('N-54'), await norm('N-51')], ['not_measurable', 'met'])
    const id = await officer.make('werkinstructies', { name: 'Een datalek melden', subject: 'breaches', audience: 'Iedereen', owner: owner.personId })
    assert.deepEqual(await rulesOn(id), ['subject-uncovered', 'text-missing'])
    assert.equal((await employee.get(`/${house.slug}/werkinstructies/${id}`)).status, 404, 'a draft is for who writes it')
    assert.equal((await officer.send(`/werkinstructies/${id}/stap/issue`, {})).status, 400, 'nobody can work by an empty page')
    const second = await officer.make('werkinstructies', { name: 'Datalek, tweede versie', subject: 'breaches', body: 'Bel.', audience: 'Iedereen', owner: owner.personId })
    await step(officer, 'werkinstructies', second, 'issue')
    assert.equal(await missing(), Object.keys(requiredSubjects).length - 1)
    assert.deepEqual(await rulesOn(id), ['text-missing'], 'its subject is covered by the other one')
    assert.match(plain(await employee.page('/kennisbank')), /Werkinstructies Alles bekijken Datalek, tweede versie/)
    await step(officer, 'werkinstructies', second, 'end', { reason: 'Vervangen.' })
    assert.deepEqual(await rulesOn(id), ['subject-uncovered', 'text-missing'])
    assert.equal(await missing(), Object.keys(requiredSubjects).length)

    const made: string[] = []
    for (const subject of Object.keys(requiredSubjects)) {
      made.push(await officer.make('werkinstructies', { name: `Zo doen wij dat: ${subject}`, subject, body: 'Eerst dit, dan dat.', audience: 'Iedereen', owner: owner.personId }))
      await step(officer, 'werkinstructies', made.at(-1)!, 'issue')
      if (made.length === 1) assert.equal(await norm('N-54'), 'not_met')
    }
    assert.equal(await norm('N-54'), 'met')
    await step(officer, 'werkinstructies', made[0]!, 'end', { reason: 'Vervallen.' })
    assert.equal(await norm('N-54'), 'not_met')
  })

  test('H-52: a meeting takes its agenda from what is open, is held, and the next one follows with what was promised', async () => {
    const { house, dpo, officer, iso, step, change, rulesOn, sweep } = await storyOf()
    const today = dayOf(new Date())
    const ciso = await visitorOf(house, 'Chris Veilig', ['ciso'])
    const owner = await visitorOf(house, 'Olga Buiten', [{ role: 'process_owner', departmentId: house.departments.burgerzaken }])
    await officer.make('vragen', { title: 'Mag dit in de cloud?' })
    const people = [dpo, officer, ciso, iso].flatMap(({ personId }, index): [string, string][] => [[`participants.${index}.person`, personId], [`participants.${index}.part`, index === 0 ? 'chair' : 'member']])
    const id = await dpo.make('privacyoverleg', { name: 'Privacyoverleg', kind: 'privacy', planned_on: today, ...Object.fromEntries(people) })
    assert.equal((await owner.get(`/${house.slug}/privacyoverleg/${id}`)).status, 404, 'for who takes part')

    const proposal = await dpo.page(`/privacyoverleg/${id}/agenda`)
    assert.match(plain(proposal), /Open vragen van collega’s Mag dit in de cloud\? Bekijken/)
    assert.match(plain(proposal), /Werkinstructies die ontbreken Rechten van betrokkenen/)
    const box = /name="(punt-\d+)" value="([^"]* Mag dit in de cloud\?)"/.exec(proposal)!
    assert.equal((await dpo.send(`/privacyoverleg/${id}/agenda`, { [box[1]!]: box[2]!, 'punt-99': '//elders.example/ Weg hier' })).status, 303)
    const page = await dpo.page(`/privacyoverleg/${id}`)
    assert.match(page, new RegExp(`href="/${house.slug}/vragen/[0-9a-f-]{36}"[^>]*>Mag dit in de cloud\\?`))
    assert.doesNotMatch(page, /Weg hier/, 'an address elsewhere is none')
    assert.doesNotMatch(plain(await dpo.page(`/privacyoverleg/${id}/agenda`)), /Mag dit in de cloud/, 'not twice')

    assert.equal((await dpo.send(`/privacyoverleg/${id}/stap/hold`, { held_on: '2999-01-01' })).status, 400)
    await step(dpo, 'privacyoverleg', id, 'hold', { held_on: today, minutes: 'Alles **besproken**.' })
    const promised = { name: 'Privacyoverleg', kind: 'privacy', planned_on: today, held_on: today, minutes: 'Alles **besproken**.', ...Object.fromEntries(people), 'actions.0.action': 'Poster ophangen', 'actions.0.owner': owner.personId, 'actions.0.due_on': dayAfter(today, 'P6M') }
    await change(dpo, 'privacyoverleg', id, promised)
    assert.equal((await owner.get(`/${house.slug}/privacyoverleg/${id}`)).status, 200, 'who promised something may read it')
    await step(dpo, 'privacyoverleg', id, 'hand_out')
    await step(dpo, 'privacyoverleg', id, 'hand_out')
    const handed = plain(await owner.page('/taken'))
    assert.equal(handed.match(/Poster ophangen/g)?.length, 1, 'a task in the work of who promised it, once')
    await sweep(dayAfter(today, 'P3M'))
    assert.deepEqual(await rulesOn(id), [], 'three months are the term where the policy is silent')
    await sweep(dayAfter(dayAfter(today, 'P3M'), 'P1D'))
    assert.deepEqual(await rulesOn(id), ['next-meeting-overdue'])
    await step(officer, 'privacyoverleg', id, 'plan_next')
    assert.deepEqual(await rulesOn(id), [], 'one is planned')
    assert.match(plain(await dpo.page('/privacyoverleg')), new RegExp(`Privacyoverleg ${dayAfter(today, 'P3M')}`))
    assert.equal((await dpo.get(`/${house.slug}/privacyoverleg/${id}/agenda`)).status, 409, 'what was held is fixed')
  })
})
