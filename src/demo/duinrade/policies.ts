// Duinrade's policies: a tree from strategy to the procedure of one team; the council hasn't adopted the newest privacy policy yet.
import type { PolicySketch } from '../policy-sketch.ts'
import { breaches, retention, rights, sections, supervision } from '../policy-texts.ts'

const [college, mayor, council] = ['College van burgemeester en wethouders', 'Burgemeester', 'Gemeenteraad']

const aim = `# Waarom dit beleid

Inwoners van Duinrade vertrouwen ons hun gegevens toe: bij de balie, in een keukentafelgesprek, op een formulier. Dat vertrouwen maken wij waar. Dit beleid zegt hoe.`

const principles = `# Onze uitgangspunten

1. Wij gebruiken alleen gegevens die wij nodig hebben.
2. Wij vertellen waarvoor, vóórdat wij iets vragen.
3. Wij gebruiken ze niet voor iets anders, tenzij dat bij het eerste doel past.
4. Wij houden ze geheim en veilig.
5. Wij maken afspraken met wie ze voor ons verwerkt.`

const first = sections(aim, principles, retention('Camerabeelden bewaren wij acht weken. Sollicitatiebrieven wissen wij na vier weken. Voor de rest volgen wij de selectielijst.'), rights('De teammanager'), breaches('uw teammanager'), supervision)
const second = sections(aim, `${principles}\n6. Wij toetsen elke nieuwe verwerking vooraf.`, retention('Camerabeelden bewaren wij vier weken. Sollicitatiebrieven wissen wij na vier weken. Voor de rest volgen wij de selectielijst.'), rights('De privacy officer'), `# Algoritmes

Gebruiken wij een algoritme dat invloed heeft op mensen, dan staat het in het algoritmeregister. Een mens beslist altijd.`, breaches('de servicedesk, dag en nacht'), supervision)

export const policies: readonly PolicySketch[] = [
  {
    title: 'Informatiebeleid Duinrade', kind: 'other', level: 'strategic', department: 'Bedrijfsvoering', summary: 'Hoe Duinrade met informatie omgaat: open waar het kan, veilig waar het moet.', findings: [],
    editions: [{
      made: 700, adopted: [{ on: 690, body: college, number: 'B&W 2024-118' }, { on: 676, body: council, number: 'R 2024-31' }], published: 675,
      text: sections('# Open waar het kan\n\nInwoners kunnen zien wat wij doen. Wat openbaar is, staat op onze website.', '# Veilig waar het moet\n\nGegevens van mensen zijn niet van ons. Wij beschermen ze, en leggen vast hoe.', '# Uitwerking\n\nOnder dit beleid hangen het privacybeleid en het beveiligingsbeleid. Teams werken die uit in hun eigen werkwijze.'),
    }],
  },
  {
    title: 'Privacybeleid Duinrade', kind: 'privacy_policy', level: 'tactical', under: 'Informatiebeleid Duinrade', department: 'Juridische Zaken', summary: 'Hoe wij met persoonsgegevens omgaan, wie waarvoor zorgt en wat uw rechten zijn.',
    findings: ['bodies-behind', 'reading-behind'],
    editions: [
      { made: 660, text: first, adopted: [{ on: 648, body: college, number: 'B&W 2025-009' }, { on: 648, body: mayor, number: 'BGM 2025-002' }, { on: 620, body: council, number: 'R 2025-04' }], published: 618, announced: 617 },
      {
        made: 120, text: second, why: 'Camerabeelden bewaren wij korter, de privacy officer antwoordt op verzoeken, en er staat nu in hoe wij met algoritmes omgaan.',
        adopted: [{ on: 106, body: college, number: 'B&W 2026-141' }, { on: 106, body: mayor, number: 'BGM 2026-019' }], published: 104, announced: 103,
        asked: { on: 100, within: 'P6W', read: ['Joost van Eikenrode', 'Femke Zandwijk', 'Noor van der Laakse', 'Anouk Veldersma', 'Priya Ramdhani', 'Bart Hoogeveldt', 'Tess Lakatos', 'Meryem Aksoy-Duynstee', 'Ilse Dragtsveld', 'Dennis Manuhuwa'] },
      },
    ],
  },
  {
    title: 'Beleid informatiebeveiliging', kind: 'security_policy', level: 'tactical', audience: 'internal', under: 'Informatiebeleid Duinrade', department: 'ICT', summary: 'Welke maatregelen wij nemen, en wie erop toeziet.', findings: ['evaluation-overdue'],
    editions: [{
      made: 640, adopted: [{ on: 1500, body: college, number: 'B&W 2022-087' }],
      text: sections('# Basis\n\nWij volgen de baseline van de overheid. Wat daarin staat, doen wij; waar wij afwijken, leggen wij uit waarom.', '# Toegang\n\nU krijgt toegang tot wat u voor uw werk nodig hebt. Inloggen doet u in twee stappen.', '# Controle\n\nElk kwartaal lopen teammanagers de rechten na. Eén keer per jaar kijkt een ander mee.'),
    }],
  },
  {
    title: 'Privacyverklaring', kind: 'privacy_statement', level: 'tactical', under: 'Privacybeleid Duinrade', department: 'Communicatie', summary: 'Wat u als inwoner moet weten over uw gegevens bij de gemeente.', findings: [], evaluated: { on: 60, note: 'Gelezen door vijf inwoners; twee zinnen zijn eenvoudiger gemaakt.' },
    editions: [{
      made: 470, adopted: [{ on: 462, body: college, number: 'B&W 2025-102' }, { on: 462, body: mayor, number: 'BGM 2025-014' }, { on: 455, body: council, number: 'R 2025-17' }], published: 454,
      text: sections('# Wie wij zijn\n\nGemeente Duinrade is verantwoordelijk voor uw gegevens. Voor de burgemeester en de raad geldt hetzelfde.', '# Wat wij doen\n\nIn ons openbare register staat voor elke taak welke gegevens wij gebruiken, waarom dat mag en hoe lang wij ze bewaren.', rights('De gemeente'), '# Cookies\n\nOnze website gebruikt alleen cookies die nodig zijn om haar te laten werken.', '# Vragen of een klacht\n\nBel of mail onze functionaris gegevensbescherming. Komt u er met ons niet uit, dan kunt u naar de Autoriteit Persoonsgegevens.'),
    }],
  },
  {
    title: 'Werkwijze verzoeken van inwoners', kind: 'department_procedure', level: 'department', audience: 'internal', under: 'Privacybeleid Duinrade', department: 'Klantcontact', summary: 'Hoe Klantcontact een verzoek om inzage aanneemt en doorzet.', findings: [],
    editions: [{
      made: 200, adopted: [{ on: 190, body: college, number: 'Mandaat KCC 3' }],
      text: sections('# Aannemen\n\nEen verzoek mag op elke manier komen: aan de balie, per brief, per telefoon. Schrijf op wanneer het kwam.', '# Wie is het\n\nVraag niet om een kopie van een paspoort. Laat de inwoner inloggen of langskomen.', '# Doorzetten\n\nZet het dezelfde dag door naar de privacy officer. De termijn loopt al.'),
    }],
  },
  {
    title: 'Werkwijze huisbezoek', kind: 'department_procedure', level: 'department', audience: 'internal', under: 'Privacybeleid Duinrade', department: 'Werk en Inkomen', summary: 'Wat een consulent bij een huisbezoek wel en niet opschrijft.', findings: [],
    editions: [{ made: 12, adopted: [], text: sections('# Vooraf\n\nZeg waarom u komt en dat meewerken vrij is.', '# Tijdens\n\nSchrijf alleen op wat voor het recht op bijstand van belang is. Maak geen foto’s.', '# Na afloop\n\nStuur het verslag binnen een week naar de inwoner.') }],
  },
]
