// Rules on sharing: recipients, processors under an agreement, joint controllers, participants (art. 26, 28 en 30 AVG).
import type { RuleContext } from '../../register-kit/rules.ts'
import { hasMark, isController, isFilled, isProcessor, labelOf, marked, rowsWhere, type Rules, together } from './rules-shape.ts'

/** Covenants in force by the register of covenants; none is known of where nothing is contributed. */
const covenantsOf = ({ ownFact }: RuleContext) => ownFact?.('covenants') as { readonly count?: number; readonly joint?: boolean } | undefined

export const sharingRules = {
  'recipient-unnamed': {
    field: 'recipients', severity: 'attention', citation: 'art. 30 lid 1 onder d AVG', norms: ['H-07'],
    words: { nl: '“Derden” zegt niet wie de gegevens krijgt.', en: '“Third parties” doesn’t say who gets the data.' },
    advice: { nl: 'Kies de soort ontvanger of schrijf de naam op.', en: 'Choose the kind of recipient or write the name.' },
    finds: (entry) => entry.recipients.some(({ recipient, name }) => (recipient === 'third-parties' || recipient === null) && !isFilled(name)),
  },
  'recipient-public-unexplained': {
    field: 'recipients', severity: 'attention', citation: 'art. 5 lid 1 onder c en f AVG', norms: ['H-16'],
    words: { nl: 'Gegevens worden openbaar, maar er staat niet welke en waarom.', en: 'Data become public, but it doesn’t say which and why.' },
    advice: { nl: 'Schrijf op wat openbaar wordt, op welke wet dat steunt en wat u weglaat.', en: 'Write down what becomes public, on which law, and what you leave out.' },
    finds: (entry, context) => entry.recipients.some(({ recipient, what }) => hasMark(context, 'recipient', recipient, 'public') && !isFilled(what)),
  },
  'processor-unlisted': {
    field: 'processors', severity: 'attention', citation: 'art. 28 lid 3 AVG', norms: ['H-24', 'M-08'],
    words: { nl: 'Deze ontvanger is meestal een verwerker, maar er staat geen verwerker.', en: 'This recipient usually is a processor, but no processor is listed.' },
    advice: { nl: 'Voeg de verwerker toe, met de verwerkersovereenkomst.', en: 'Add the processor, with its agreement.' },
    finds: (entry, context) => isController(entry) && entry.processors.length === 0 && together(marked(context, 'recipient', entry.recipients.map(({ recipient }) => recipient), 'processor')),
  },
  'processor-nameless': {
    field: 'processors', severity: 'serious', citation: 'art. 28 lid 3 en art. 30 lid 1 onder d AVG', norms: ['H-24', 'N-16'],
    words: { nl: 'Deze verwerker heeft geen naam.', en: 'This processor has no name.' },
    advice: { nl: 'Vul de naam van het bedrijf in, of verwijder de regel.', en: 'Fill in the name of the company, or remove the row.' },
    finds: (entry) => rowsWhere(entry.processors, () => null, ({ name, processor }) => processor === null && !isFilled(name)),
  },
  'agreement-missing': {
    field: 'processors', severity: 'serious', citation: 'art. 28 lid 3 en 4 AVG', norms: ['H-24', 'H-43', 'M-08', 'W-08'],
    words: { nl: 'Met deze verwerker is er geen verwerkersovereenkomst.', en: 'There is no agreement with this processor.' },
    advice: { nl: 'Sluit de overeenkomst voordat u gegevens geeft. Stop tot die tijd met verstrekken.', en: 'Close the agreement before handing over data. Until then, hand over nothing.' },
    finds: (entry) => rowsWhere(entry.processors, ({ name }) => name, ({ agreement, processor }) => processor === null && (agreement === null || agreement === 'none')),
  },
  'agreement-in-preparation': {
    field: 'processors', severity: 'serious', citation: 'art. 28 lid 3 AVG', norms: ['H-24', 'H-43', 'M-08'],
    words: { nl: 'De verwerkersovereenkomst met deze verwerker is nog niet getekend.', en: 'The agreement with this processor isn’t signed yet.' },
    advice: { nl: 'Teken eerst. Geef tot die tijd geen gegevens.', en: 'Sign first. Hand over no data until then.' },
    finds: (entry) => rowsWhere(entry.processors, ({ name }) => name, ({ agreement, processor }) => processor === null && agreement === 'in_preparation'),
  },
  'agreement-ended': {
    field: 'processors', severity: 'serious', citation: 'art. 28 lid 3 AVG', norms: ['H-24', 'H-43', 'M-08'],
    words: { nl: 'De verwerkersovereenkomst met deze verwerker is beëindigd.', en: 'The agreement with this processor has ended.' },
    advice: { nl: 'Verleng de overeenkomst, of controleer dat alle gegevens terug of vernietigd zijn en verwijder de regel.', en: 'Renew the agreement, or check that all data were returned or destroyed and remove the row.' },
    finds: (entry) => rowsWhere(entry.processors, ({ name }) => name, ({ agreement, processor }) => processor === null && agreement === 'ended'),
  },
  'agreement-not-yet-in-force': {
    field: 'processors', severity: 'serious', citation: 'art. 28 lid 3 AVG', norms: ['H-24'],
    words: { nl: 'De overeenkomst staat als van kracht, maar de datum ligt in de toekomst.', en: 'The agreement is marked as in force, but its date lies in the future.' },
    advice: { nl: 'Verbeter de datum, of kies “In voorbereiding”.', en: 'Correct the date, or choose “In preparation”.' },
    finds: (entry, context) => rowsWhere(entry.processors, ({ name }) => name, ({ agreement, agreement_on, processor }) => processor === null && agreement === 'in_force' && isFilled(agreement_on) && agreement_on > context.today),
  },
  'agreement-undated': {
    field: 'processors', severity: 'attention', citation: 'art. 28 lid 3 en 9 AVG', norms: ['H-24'],
    words: { nl: 'De datum van de verwerkersovereenkomst ontbreekt.', en: 'The date of the processor agreement is missing.' },
    advice: { nl: 'Zoek de getekende overeenkomst op en vul de datum in.', en: 'Find the signed agreement and fill in its date.' },
    finds: (entry) => rowsWhere(entry.processors, ({ name }) => name, ({ agreement, agreement_on, processor }) => processor === null && agreement === 'in_force' && !isFilled(agreement_on)),
  },
  'agreement-not-in-register': {
    field: 'processors', severity: 'serious', citation: 'art. 28 lid 3 en 4 AVG', norms: ['H-24', 'H-43', 'M-08', 'W-08'],
    words: { nl: 'Met deze verwerker is volgens het register geen overeenkomst van kracht.', en: 'According to the register no agreement with this processor is in force.' },
    advice: { nl: 'Leg de overeenkomst vast in het register van verwerkersovereenkomsten en laat haar van kracht worden. Geef tot die tijd geen gegevens.', en: 'Record the agreement in the register of processor agreements and bring it into force. Until then, hand over no data.' },
    finds: (entry, context) => entry.processors.flatMap(({ processor }) => processor !== null && context.fact?.('processors', processor, 'agreements') === 0 ? [context.label?.('processors', processor) ?? ''] : []),
  },
  'processor-ended': {
    field: 'processors', severity: 'serious', citation: 'art. 28 lid 3 onder g AVG', norms: ['H-43'],
    words: { nl: 'Deze verwerker werkt volgens het register niet meer voor u.', en: 'According to the register this processor no longer works for you.' },
    advice: { nl: 'Haal de verwerker weg uit deze verwerking, of neem hem weer op in het register.', en: 'Take the processor out of this activity, or take it up again in the register.' },
    finds: (entry, context) => entry.processors.flatMap(({ processor }) => processor !== null && context.fact?.('processors', processor, 'stage') === 'ended' ? [context.label?.('processors', processor) ?? ''] : []),
  },
  'joint-controllers-missing': {
    field: 'joint_controllers', severity: 'serious', citation: 'art. 26 lid 1 en art. 30 lid 1 onder a AVG', norms: ['N-05', 'H-65'],
    words: { nl: 'U bent gezamenlijk verantwoordelijk, maar er staat niet met wie.', en: 'You are joint controller, but it doesn’t say with whom.' },
    advice: { nl: 'Noem de andere organisaties en hun contactgegevens.', en: 'Name the other organisations and their contact details.' },
    finds: (entry) => entry.role === 'joint_controller' && !entry.joint_controllers.some(({ name }) => isFilled(name)),
  },
  'joint-arrangement-missing': {
    field: 'joint_controllers', severity: 'serious', citation: 'art. 26 lid 1 AVG', norms: ['N-05', 'N-60'],
    words: { nl: 'Er staat niet wie van de gezamenlijke verantwoordelijken wat doet.', en: 'It doesn’t say which of the joint controllers does what.' },
    advice: { nl: 'Leg vast wie informeert, wie verzoeken afhandelt en wie datalekken meldt.', en: 'Lay down who informs, who handles requests and who reports breaches.' },
    finds: (entry, context) => entry.role === 'joint_controller' && !isFilled(entry.covenant) && covenantsOf(context)?.joint !== true
      && rowsWhere(entry.joint_controllers, ({ name }) => name, ({ arrangement }) => !isFilled(arrangement)),
  },
  'joint-contact-missing': {
    field: 'joint_controllers', severity: 'attention', citation: 'art. 30 lid 1 onder a AVG', norms: ['H-65'],
    words: { nl: 'De contactgegevens van deze gezamenlijk verantwoordelijke ontbreken.', en: 'The contact details of this joint controller are missing.' },
    advice: { nl: 'Vul een adres of e-mailadres in.', en: 'Fill in an address or e-mail address.' },
    finds: (entry) => isController(entry) && rowsWhere(entry.joint_controllers, ({ name }) => name, ({ contact }) => !isFilled(contact)),
  },
  'joint-role-unmarked': {
    field: 'role', severity: 'attention', citation: 'art. 26 lid 1 AVG', norms: ['N-05', 'N-17'],
    words: { nl: 'Er staan gezamenlijke verantwoordelijken, maar uw rol zegt dat niet.', en: 'Joint controllers are listed, but your role doesn’t say so.' },
    advice: { nl: 'Kies “Gezamenlijk verwerkingsverantwoordelijke”, of haal de andere organisaties weg.', en: 'Choose “Joint controller”, or take the other organisations away.' },
    finds: (entry) => entry.role !== 'joint_controller' && entry.role !== null && entry.joint_controllers.length > 0,
  },
  'cooperation-without-covenant': {
    field: 'covenant', severity: 'attention', citation: 'art. 24 lid 1 en art. 26 lid 1 AVG', norms: ['H-23', 'H-42'],
    words: { nl: 'U deelt gegevens in een samenwerking, maar er staat geen convenant.', en: 'You share data in a cooperation, but no covenant is named.' },
    advice: { nl: 'Noem het convenant of privacyprotocol, of maak het eerst.', en: 'Name the covenant or privacy protocol, or make it first.' },
    finds: (entry, context) => isController(entry) && !isFilled(entry.covenant) && !covenantsOf(context)?.count
      && together(entry.recipients.filter(({ recipient }) => recipient === 'safety-house' || recipient === 'joint-body').map(({ recipient }) => labelOf(context, 'recipient', recipient!))),
  },
  'participants-missing': {
    field: 'participants', severity: 'serious', citation: 'art. 30 lid 2 onder a AVG', norms: ['W-01', 'W-02', 'W-03'],
    words: { nl: 'U bent verwerker, maar er staat niet voor wie.', en: 'You are the processor, but it doesn’t say for whom.' },
    advice: { nl: 'Kies de deelnemers voor wie u dit doet.', en: 'Choose the participants for whom you do this.' },
    finds: (entry) => isProcessor(entry) && !entry.participants.some(({ participant }) => isFilled(participant)),
  },
  'participant-categories-missing': {
    field: 'participants', severity: 'serious', citation: 'art. 30 lid 2 onder b AVG', norms: ['W-03'],
    words: { nl: 'Bij deze deelnemer staat niet welke soorten verwerkingen u doet.', en: 'For this participant it doesn’t say which kinds of processing you do.' },
    advice: { nl: 'Beschrijf per deelnemer wat u met de gegevens doet.', en: 'Describe per participant what you do with the data.' },
    finds: (entry) => isProcessor(entry) && rowsWhere(entry.participants, () => null, ({ categories }) => !isFilled(categories)),
  },
  'service-missing': {
    field: 'service', severity: 'attention', citation: 'art. 30 lid 2 onder b AVG', norms: ['W-05'],
    words: { nl: 'Er staat niet bij welke dienst dit hoort.', en: 'It doesn’t say to which service this belongs.' },
    advice: { nl: 'Kies de dienst, bijvoorbeeld servicedesk of databasebeheer.', en: 'Choose the service, for instance service desk or database management.' },
    finds: (entry) => isProcessor(entry) && !isFilled(entry.service),
  },
  'participants-content-as-controller': {
    field: 'role', severity: 'attention', citation: 'art. 4 onder 7 en art. 28 lid 10 AVG', norms: ['M-22', 'W-01'],
    words: { nl: 'Dit lijken gegevens van deelnemers, maar u noemt zich verantwoordelijke.', en: 'These seem to be participants’ data, but you call yourself controller.' },
    advice: { nl: 'Bepaalt de deelnemer het doel? Kies dan de rol verwerker.', en: 'Does the participant decide on the purpose? Then choose the role of processor.' },
    finds: (entry, context) => context.organisationKind === 'service_organisation' && isController(entry) && (entry.participants.length > 0 || entry.data_categories.includes('communication-content')),
  },
} as const satisfies Rules
