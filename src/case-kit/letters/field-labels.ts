// Field labels: what belongs in the gap of a merge field that no register declares, or that it calls otherwise.
import type { Words } from '../../ground/words.ts'

export const fieldLabels: Readonly<Record<string, Words>> = {
  salutation: { nl: 'aanhef', en: 'greeting' }, closing: { nl: 'afsluiting', en: 'closing' }, organisation: { nl: 'naam van uw organisatie', en: 'name of your organisation' },
  contact: { nl: 'hoe iemand u kan bereiken (vul dit in bij de gegevens van de organisatie)', en: 'how to reach you (fill this in at the organisation’s settings)' },
  dpo_contact: { nl: 'hoe iemand de functionaris gegevensbescherming bereikt', en: 'how to reach the data protection officer' },
  remedy: { nl: 'waar iemand heen kan die het er niet mee eens is', en: 'where somebody may go who disagrees' },
  due_on: { nl: 'de laatste dag voor het antwoord', en: 'the last day for the answer' }, extension_reason: { nl: 'waarom u meer tijd nodig hebt', en: 'why you need more time' },
  suspended_on: { nl: 'de dag waarop de tijd stil ging staan', en: 'the day on which time stood still' }, suspension_reason: { nl: 'waarop u wacht', en: 'what you are waiting for' },
  delay_reason: { nl: 'waarom u te laat bent', en: 'why you are late' }, expected_on: { nl: 'de dag waarop het antwoord er wel is', en: 'the day on which the answer will be there' },
  penalty_amount: { nl: 'het bedrag van de dwangsom', en: 'the amount of the penalty' }, penalty_reason: { nl: 'hoe u op dat bedrag kwam', en: 'how you arrived at it' },
  identity_question: { nl: 'hoe iemand kan laten zien wie het is, zonder kopie van een document', en: 'how somebody can show who they are, without a copy of a document' },
  authorisation_question: { nl: 'waarmee iemand laat zien dat het mag', en: 'by what somebody shows that they may' }, specification_question: { nl: 'waaruit iemand kan kiezen', en: 'what somebody can choose from' },
  purposes: { nl: 'de doelen', en: 'the purposes' }, data_categories: { nl: 'de soorten gegevens', en: 'the kinds of data' }, data_recipients: { nl: 'wie de gegevens krijgt of kreeg', en: 'who gets or got the data' },
  transfers: { nl: 'naar welke landen, met welke waarborgen; of: nee', en: 'to which countries, with which safeguards; or: no' }, retention: { nl: 'hoe lang u de gegevens bewaart, of hoe u dat bepaalt', en: 'how long you keep the data, or how you determine that' },
  sources: { nl: 'waar de gegevens vandaan komen', en: 'where the data come from' },
  automated_decisions: { nl: 'welke besluiten een computer neemt, hoe, en wat dat betekent; of: nee', en: 'which decisions a computer takes, how, and what that means; or: no' },
  download_until: { nl: 'de laatste dag om de gegevens op te halen', en: 'the last day to fetch the data' }, searched_places: { nl: 'waar u hebt gezocht', en: 'where you looked' },
  changes_made: { nl: 'wat er is veranderd', en: 'what changed' }, erased_data: { nl: 'welke gegevens gewist zijn', en: 'which data were erased' }, erasure_case: { nl: 'waarom u ze wiste (art. 17 lid 1 AVG)', en: 'why you erased them (art. 17(1) GDPR)' },
  restricted_data: { nl: 'om welke gegevens het gaat', en: 'which data it is about' }, lifted_from: { nl: 'vanaf welke dag', en: 'from which day' }, lift_reason: { nl: 'waarom de beperking niet meer nodig is', en: 'why the restriction is no longer needed' },
  file_format: { nl: 'wat voor bestand', en: 'what kind of file' }, portability_receiver: { nl: 'hoe de persoon het bestand krijgt, of aan wie u het doorstuurde', en: 'how the person gets the file, or to whom you sent it' },
  stopped_use: { nl: 'waarmee u bent gestopt', en: 'what you have stopped' }, review_outcome: { nl: 'wat de medewerker besloot', en: 'what the employee decided' },
  recipients_told: { nl: 'aan wie u het liet weten', en: 'whom you told' }, recipients_not_told: { nl: 'wie u niet kon bereiken; of: niemand', en: 'whom you couldn’t reach; or: nobody' },
  compelling_grounds: { nl: 'de dwingende reden', en: 'the compelling reason' }, resumed_on: { nl: 'vanaf welke dag', en: 'from which day' }, asked_on: { nl: 'de dag waarop u het vroeg', en: 'the day on which you asked' },
  refusal_grounds: { nl: 'de grond, met het artikel', en: 'the ground, with its article' }, recipient_reference: { nl: 'om wie en om welke gegevens het gaat', en: 'whom and which data it is about' },
  news: { nl: 'wat u nu weet', en: 'what you know now' }, own_steps: { nl: 'wat mensen zelf kunnen doen', en: 'what people can do themselves' }, sent_wrongly: { nl: 'wat er verkeerd is verstuurd, en wanneer', en: 'what was sent wrongly, and when' },
  hearing_invitation: { nl: 'dag, tijd en plaats', en: 'day, time and place' }, passed_on_to: { nl: 'welke organisatie', en: 'which organisation' }, complaint_copy: { nl: 'waar de klacht over gaat', en: 'what the complaint is about' },
}
