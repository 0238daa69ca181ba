// Participants made: the services of the two ICT organisations and what their participants instructed, invented, in several states.
import type { kinds } from '../registers/instructions/declaration.ts'

/** `taken`: participant, days ago that it began, and the agreement with the days ago that it was signed; without one there is none yet. */
export type ServiceSketch = {
  readonly name: string; readonly kind: string; readonly department: string; readonly description: string; readonly level: 'standard' | 'raised' | 'high'; readonly processings: readonly string[]; readonly systems?: readonly string[]
  readonly processors?: readonly (readonly [name: string, what: string])[]; readonly taken: readonly (readonly [participant: string, since: number, agreement?: string, signed?: number])[]
}
/** Days are days ago; `due` is days from now. A reference ties it to the participant's own side in the demo world. */
export type InstructionSketch = {
  readonly name: string; readonly participant: string; readonly kind: keyof typeof kinds; readonly text: string; readonly service: string; readonly received: number; readonly means: 'letter' | 'email' | 'meeting' | 'spoken' | 'here' | 'agreement'; readonly by: string
  readonly confirmed?: number; readonly due?: number; readonly department: string; readonly reference?: string; readonly steps?: readonly (readonly [verb: string, daysAgo: number, values: Readonly<Record<string, unknown>>])[]
}

const maas = ['Gemeente Maasoever', 'Gemeente Kerkbeek', 'Gemeente Dalheuvel'] as const
const waard = ['Gemeente Duinrade', 'Gemeente Lekhoven', 'Belastingsamenwerking De Waard'] as const
const under = (participants: readonly string[], code: string, since: number) => participants.map((name, index) => [name, since, `${code}-${index + 1}`, since + 20] as const)

export const demoServices: Readonly<Record<string, readonly ServiceSketch[]>> = {
  'ict-maasdal': [
    { name: 'Servicedesk', kind: 'service-desk', department: 'Servicedesk', description: 'Hulp bij storingen en vragen van medewerkers van deelnemers.', level: 'standard', processings: ['Meldingen en vragen van gebruikers'], systems: ['Meldingensysteem Klik'], processors: [['Klikmelder B.V.', 'Levert het meldingensysteem']], taken: under(maas, 'VO-SD', 560) },
    { name: 'Werkplek', kind: 'device-issue', department: 'Servicedesk', description: 'Uitgifte, beheer en inname van laptops en telefoons.', level: 'standard', processings: ['Laptops en telefoons uitgeven'], taken: under(maas, 'VO-WP', 430) },
    { name: 'Servers en opslag', kind: 'technical-management', department: 'Infrastructuur', description: 'Beheer van servers en opslag in twee datacentra.', level: 'raised', processings: ['Technisch beheer van servers'], systems: ['Datacentrum Maasdal'], taken: under(maas, 'VO-IN', 570) },
    { name: 'Back-up', kind: 'backup-restore', department: 'Infrastructuur', description: 'Elke nacht een kopie, elke maand een proef.', level: 'raised', processings: ['Back-up en herstel'], systems: ['Uitwijk Dalheuvel'], processors: [['Rekenhal Maas B.V.', 'Verhuurt ruimte in het tweede datacentrum']], taken: under(maas, 'VO-BU', 550) },
    { name: 'Databasebeheer', kind: 'database-management', department: 'Infrastructuur', description: 'Onderhoud van databases van deelnemers.', level: 'raised', processings: ['Databasebeheer'], taken: [['Gemeente Maasoever', 415, 'VO-DB-1', 430], ['Gemeente Kerkbeek', 60]] },
    { name: 'Bewaking van beveiliging', kind: 'security-monitoring', department: 'Beveiliging', description: 'Dag en nacht letten wij op aanvallen.', level: 'high', processings: ['Beveiliging bewaken voor deelnemers (SOC)'], processors: [['Nachtwaker Cyber B.V.', 'Bewaakt buiten kantooruren']], taken: under(maas, 'VO-SOC', 190) },
  ],
  'ict-westerwaard': [
    { name: 'Servicedesk', kind: 'service-desk', department: 'Servicedesk', description: 'Hulp bij storingen en vragen van medewerkers van deelnemers.', level: 'standard', processings: ['Servicedesk voor Duinrade', 'Servicedesk voor Lekhoven', 'Servicedesk voor Belastingsamenwerking De Waard'], systems: ['Meldingensysteem'], taken: under(waard, 'DVO-SD', 580) },
    { name: 'Technisch beheer', kind: 'technical-management', department: 'Technisch Beheer', description: 'Beheer van servers, netwerk en werkplekken.', level: 'raised', processings: ['Technisch beheer'], systems: ['Datacentrum Westerwaard'], taken: under(waard, 'DVO-TB', 600) },
    { name: 'Back-up en herstel', kind: 'backup-restore', department: 'Technisch Beheer', description: 'Dagelijkse kopie op twee plaatsen, en herstel als een deelnemer dat vraagt.', level: 'raised', processings: ['Back-up en herstel'], systems: ['Reservelocatie Polder'], processors: [['Reservehal Polder B.V.', 'Verhuurt ruimte in het tweede datacentrum']], taken: under(waard, 'DVO-BU', 565) },
    { name: 'Vernietigen van gegevensdragers', kind: 'media-destruction', department: 'Technisch Beheer', description: 'Schijven en telefoons worden vermalen, met een verklaring per stuk.', level: 'high', processings: ['Vernietigen van gegevensdragers'], processors: [['Maalwerk Vernietiging B.V.', 'Vermaalt schijven']], taken: under(waard, 'DVO-VN', 540) },
    { name: 'Hosting burgerzaken', kind: 'hosting', department: 'Applicaties en Data', description: 'De applicatie voor burgerzaken draait in ons datacentrum.', level: 'high', processings: ['Hosting van de burgerzakenapplicatie'], taken: under(waard.slice(0, 2), 'DVO-BZ', 340) },
    { name: 'Vergaderen op afstand', kind: 'telephony', department: 'Servicedesk', description: 'Videobellen voor medewerkers en raadsleden.', level: 'standard', processings: [], taken: [['Gemeente Lekhoven', 30, 'DVO-VB-1', 35]] },
  ],
}

/** Given by Duinrade from its own side. */
export const duinradeInstructions = { carriedOut: '0199aa00-0000-7000-8000-00000000d101', waits: '0199aa00-0000-7000-8000-00000000d102' } as const

const logText = 'Bewaar logbestanden van onze burgerzakenapplicatie zes maanden en wis ze daarna.'
const copyText = 'Zet elke week een kopie van de productiegegevens van burgerzaken in de testomgeving, zodat de leverancier kan testen.'

export const demoInstructions: Readonly<Record<string, readonly InstructionSketch[]>> = {
  'ict-maasdal': [
    { name: 'Postvak van oud-wethouder wissen', participant: 'Gemeente Maasoever', kind: 'erase', text: 'Wis het postvak van de vertrokken wethouder, met de kopieën, en stuur ons een verklaring.', service: 'Servers en opslag', received: 80, means: 'letter', by: 'Gemeentesecretaris', due: -45, department: 'Infrastructuur', steps: [['acknowledge', 78, { reply: 'Wij wissen het postvak op de eerste van de maand.' }], ['carry_out', 60, { done: 'Postvak gewist; de kopieën zijn na vijf weken overschreven.', proof: 'Wijziging 26-0917 en verklaring van de beheerder' }]] },
    { name: 'Kopieën ook in het derde datacentrum', participant: 'Gemeente Kerkbeek', kind: 'change', text: 'Maak de dagelijkse kopie voortaan ook in het derde datacentrum.', service: 'Back-up', received: 12, means: 'email', by: 'Informatiemanager', due: 30, department: 'Infrastructuur', steps: [['acknowledge', 9, { reply: 'Dit staat gepland voor volgende maand.' }]] },
    { name: 'Wachtwoorden doorgeven per telefoon', participant: 'Gemeente Dalheuvel', kind: 'security', text: 'Geef nieuwe wachtwoorden aan raadsleden voortaan door per telefoon.', service: 'Servicedesk', received: 6, means: 'spoken', by: 'Griffier', department: 'Servicedesk', steps: [['object', 5, { objection: 'Zo weten wij niet wie er belt, en komt een wachtwoord zo bij een ander terecht.', objection_article: 'art. 32 lid 1 AVG' }]] },
    { name: 'Extra account voor de accountant', participant: 'Gemeente Maasoever', kind: 'begin', text: 'Maak tot 1 februari een account om te lezen voor onze accountant.', service: 'Servers en opslag', received: 2, means: 'email', by: 'Concerncontroller', department: 'Infrastructuur' },
  ],
  'ict-westerwaard': [
    { name: 'Logbestanden zes maanden bewaren', participant: 'Gemeente Duinrade', kind: 'change', text: logText, service: 'Hosting burgerzaken', received: 40, means: 'here', by: 'Teammanager Burgerzaken', due: -10, department: 'Applicaties en Data', reference: duinradeInstructions.carriedOut, steps: [['acknowledge', 38, { reply: 'Wij stellen dit deze week in.' }], ['carry_out', 33, { done: 'Ingesteld op de servers van burgerzaken; oudere bestanden zijn gewist.', proof: 'Wijziging W-2211' }]] },
    { name: 'Kopie van productie in de testomgeving', participant: 'Gemeente Duinrade', kind: 'begin', text: copyText, service: 'Hosting burgerzaken', received: 9, means: 'here', by: 'Projectleider', department: 'Applicaties en Data', reference: duinradeInstructions.waits, steps: [['object', 8, { objection: 'Testen kan met verzonnen gegevens. Echte gegevens zijn daarvoor niet nodig.', objection_article: 'art. 5 lid 1 onder c AVG' }]] },
    { name: 'Schijven van de oude raadzaal vernietigen', participant: 'Gemeente Lekhoven', kind: 'erase', text: 'Vernietig de schijven uit de oude raadzaal en stuur per stuk een verklaring.', service: 'Vernietigen van gegevensdragers', received: 70, means: 'letter', by: 'Facilitair manager', due: -30, department: 'Technisch Beheer', steps: [['acknowledge', 68, { reply: null }], ['carry_out', 50, { done: 'Vier schijven vermalen.', proof: 'Verklaringen 4411 tot en met 4414' }]] },
    { name: 'Herstel van een map bij dwangsommen', participant: 'Belastingsamenwerking De Waard', kind: 'other', text: 'Zet de map met dwangsommen terug zoals die op 3 oktober stond.', service: 'Back-up en herstel', received: 30, means: 'meeting', by: 'Hoofd Invordering', confirmed: 29, department: 'Technisch Beheer', steps: [['withdraw', 27, { reason: 'De map is toch nog gevonden.', replaced_by: null }]] },
    { name: 'Gesprekken van de servicedesk niet meer opnemen', participant: 'Gemeente Lekhoven', kind: 'stop', text: 'Neem gesprekken van onze medewerkers met de servicedesk niet langer op.', service: 'Servicedesk', received: 16, means: 'email', by: 'Privacy officer', due: 20, department: 'Servicedesk' },
  ],
}

/** How Duinrade sees its own two; the state is told by its processor. */
export const demoGiven = [
  { reference: duinradeInstructions.carriedOut, title: 'Logbestanden zes maanden bewaren', kind: 'change', text: logText, service: 'Hosting burgerzaken', by: 'Teammanager Burgerzaken', given: 40, due: -10, state: 'carried_out', at: 33, reply: 'Wij stellen dit deze week in.', done: 'Ingesteld op de servers van burgerzaken; oudere bestanden zijn gewist.', doneAgo: 33, proof: 'Wijziging W-2211', objection: null, article: null },
  { reference: duinradeInstructions.waits, title: 'Kopie van productie in de testomgeving', kind: 'begin', text: copyText, service: 'Hosting burgerzaken', by: 'Projectleider', given: 9, due: null, state: 'objected', at: 8, reply: null, done: null, doneAgo: null, proof: null, objection: 'Testen kan met verzonnen gegevens. Echte gegevens zijn daarvoor niet nodig.', article: 'art. 5 lid 1 onder c AVG' },
] as const
