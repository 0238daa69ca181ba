// Lekhoven's policies: a privacy policy of some years ago that nobody evaluated since, and a regulation that was adopted and never published.
import type { PolicySketch } from '../policy-sketch.ts'
import { breaches, retention, rights, sections, supervision } from '../policy-texts.ts'

const [college, mayor, council] = ['College van burgemeester en wethouders', 'Burgemeester', 'Gemeenteraad']

export const policies: readonly PolicySketch[] = [
  {
    title: 'Privacybeleid Lekhoven', kind: 'privacy_policy', level: 'strategic', department: 'Informatie', summary: 'De regels van Lekhoven voor het omgaan met persoonsgegevens.', findings: ['evaluation-overdue'],
    editions: [{
      made: 690, adopted: [{ on: 680, body: college, number: 'Z/24/0417' }, { on: 680, body: mayor, number: 'Z/24/0418' }, { on: 660, body: council, number: 'RB 24-52' }], published: 655,
      text: sections('# Waarom\n\nLekhoven ligt aan de rivier; wij weten dat een dijk zo sterk is als zijn zwakste plek. Dat geldt ook voor gegevens.', '# Wie waarvoor zorgt\n\nDe portefeuillehouder is aanspreekbaar voor het geheel. De teammanager zorgt voor zijn eigen processen, en vraagt vooraf om advies.', retention('Zonder wettelijke termijn beslist de teammanager, en schrijft dat in het register.'), rights('Het college'), '# Samenwerken\n\nDelen wij gegevens met een ander, dan ligt er een convenant. De ander laat eerst zien waarom hij ze nodig heeft.', breaches('het meldpunt datalekken'), supervision),
    }],
  },
  {
    title: 'Reglement e-mail en internet', kind: 'regulation', level: 'department', under: 'Privacybeleid Lekhoven', department: 'Personeel', summary: 'Wat medewerkers met e-mail en internet mogen, en wanneer wij meekijken.', findings: ['not-in-force', 'not-published'],
    editions: [{
      made: 80, adopted: [{ on: 65, body: college, number: 'Z/26/0233' }],
      text: sections('# Gewoon gebruik\n\nE-mail en internet zijn er voor het werk. Een beetje eigen gebruik mag.', '# Meekijken\n\nWij kijken niet mee, tenzij er een duidelijke aanwijzing is. Dan beslist de gemeentesecretaris, vooraf en op papier.', '# Einde dienstverband\n\nOp de laatste dag gaat uw postvak dicht. U mag er zelf eigen berichten uit halen.'),
    }],
  },
  {
    title: 'Privacyverklaring Lekhoven', kind: 'privacy_statement', level: 'tactical', under: 'Privacybeleid Lekhoven', department: 'Publiekszaken', summary: 'Wat wij met uw gegevens doen en wat u kunt vragen.', findings: [],
    editions: [{
      made: 300, adopted: [{ on: 292, body: college, number: 'Z/26/0011' }, { on: 292, body: mayor, number: 'Z/26/0012' }], published: 290,
      text: sections('# Wat wij doen\n\nVoor elke taak staat in ons register welke gegevens wij gebruiken en hoe lang.', rights('Gemeente Lekhoven'), '# Contact\n\nOnze functionaris gegevensbescherming helpt u verder.'),
    }],
  },
]
