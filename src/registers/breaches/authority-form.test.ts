import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { emptyInput } from '../../register-kit/field-types.ts'
import { shippedCatalogue } from '../../catalogues/load.ts'
import { authorityForm, missingOnForm } from './authority-form.ts'
import { onForm } from './authority-words.ts'
import { fields } from './declaration.ts'
import type { NotificationContext } from './notification-context.ts'
import { telling, wrongRecipient } from './notification.fixtures.ts'
import type { BreachInput } from './step-kit.ts'

const answersOf = (change: Partial<BreachInput> = {}, about: Partial<NotificationContext> = {}) => new Map(authorityForm({ ...wrongRecipient, ...change }, { ...telling, ...about }).flatMap(({ rows }) => rows.map((row) => [row.id, row])))
const choices = (key: 'cause' | 'kinds' | 'consequence_kinds' | 'informed_how' | 'inform_exception' | 'protection' | 'regime') => fields[key].choices.map((one) => one.key)

describe('a sheet in the order of the authority’s form (H-37, N-50; art. 33 lid 3 AVG)', () => {
  test('ten parts in the form’s order, with nothing missing for a breach that was handled to the end', () => {
    const sections = authorityForm(wrongRecipient, telling)
    assert.deepEqual(sections.map(({ heading }) => heading.nl), ['Over deze melding', 'Contactgegevens', 'Tijdlijn', 'Gegevens over het datalek', 'Persoonsgegevens', 'Groep mensen', 'Maatregelen vooraf', 'Gevolgen', 'Vervolgacties', 'Overig'])
    assert.deepEqual(missingOnForm(sections).map(({ id }) => id), [])
    const ids = sections.flatMap(({ rows }) => rows.map(({ id }) => id))
    assert.equal(new Set(ids).size, ids.length)
  })

  test('answers stand in the words of the form', () => {
    const answers = answersOf()
    const said = (id: string) => answers.get(id)?.answer
    assert.equal(said('gewoneGegevens'), 'Naam; Contactgegevens (adres, e-mail, telefoon); Financiële gegevens (rekening- of creditcardnummer); Burgerservicenummer; Anders: Hobby')
    assert.equal(said('bijzondereGegevens'), 'gezondheid')
    assert.equal(said('groepen'), 'Klanten of burgers; Kwetsbare groepen')
    assert.deepEqual([said('wet'), said('soort'), said('aardInbreuk'), said('ernst'), said('aantal'), said('betrokkenenGeinformeerd'), said('grensoverschrijdend'), said('volledig')],
      ['AVG', 'eerste melding', 'Inbreuk op de vertrouwelijkheid', 'zeer ernstig', '12', 'ja', 'nee', 'ja, de gevraagde informatie is verstrekt'])
    assert.match(said('begin')!, /^19 nov 2026,? 14:00$/)
    assert.match(said('samenvatting')!, /Twaalf besluiten[^]*verwisseld[^]*Postkamer[^]*tweede controle/)
  })

  test('questions follow the answers: late asks why, a follow-up its number, a withdrawal its reason, not telling its ground', () => {
    assert.equal(answersOf().has('redenLaat'), false)
    const late = answersOf({ notified_at: null, delay_reason: null }, { now: new Date('2026-11-23T09:11:00.000Z') })
    assert.deepEqual([late.get('redenLaat')?.isMissing, answersOf({ notified_at: null }, { now: new Date('2026-11-23T09:10:00.000Z') }).has('redenLaat')], [true, false])
    assert.deepEqual([answersOf().has('apNummer'), answersOf({}, { notification: 'follow_up' }).get('apNummer')?.isMissing], [false, true])
    assert.equal(answersOf({ notifications: [{ kind: 'withdrawal', at: null, note: 'Het was geen datalek.' }] }, { notification: 'withdrawal' }).get('redenIntrekken')?.answer, 'Het was geen datalek.')
    assert.equal(answersOf({ informed_at: null, inform_decision: 'not_inform', inform_exception: 'unintelligible' }).get('waaromNiet')?.answer, 'gegevens waren onbegrijpelijk (34.3.a)')
    assert.deepEqual([answersOf({ subjects_max: 20 }).get('aantalMin')?.answer, answersOf({ subjects_max: 20 }).get('aantalMax')?.answer, answersOf({ subjects_max: 20 }).has('aantal')], ['12', '20', false])
    assert.equal(answersOf({ countries: ['NL', 'BE'] }).get('landen')?.answer, 'BE')
    assert.equal(answersOf({}, { processor: 'Drukkerij Zee' }).get('andereOrganisatieGegevens')?.answer, 'Drukkerij Zee (verwerker)')
    assert.equal(answersOf({ regime: 'both' }).get('wet')?.answer, 'AVG; Wet politiegegevens')
  })

  test('an empty breach has every required question missing that nobody could answer, and none that is asked of nobody', () => {
    const sections = authorityForm(emptyInput(fields), { ...telling, reporter: null, organisation: { ...telling.organisation, address: null, registrationNumber: null } })
    assert.deepEqual(missingOnForm(sections).map(({ id }) => id), [
      'adres', 'kvk', 'melderNaam', 'melderFunctie', 'contactIsMelder', 'ontdekt', 'samenvatting', 'aardInbreuk', 'aardIncident', 'gewoneGegevens', 'bijzondereGegevens', 'groepen', 'beschermingVooraf', 'gevolgenBetrokkenen', 'ernst', 'maatregelen', 'grensoverschrijdend',
    ])
  })

  test('every choice of ours has its word there, and every key of the lists exists', () => {
    for (const [key, words] of [['cause', onForm.cause], ['kinds', onForm.kinds], ['consequence_kinds', onForm.consequences], ['informed_how', onForm.ways], ['inform_exception', onForm.exception], ['protection', onForm.protection], ['regime', onForm.law]] as const) {
      assert.deepEqual(Object.keys(words).toSorted(), choices(key).toSorted(), key)
    }
    const keysOf = (name: string) => new Set<string>(shippedCatalogue(name).terms.map(({ key }) => key))
    assert.deepEqual([...Object.keys(onForm.data), ...Object.keys(onForm.special)].filter((key) => !keysOf('data-category').has(key)), [])
    assert.deepEqual(Object.keys(onForm.groups).filter((key) => !keysOf('subject-category').has(key)), [])
  })
})
