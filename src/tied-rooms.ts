// Tied rooms: every register of the product, in the order of the menu, tied together and checked before anything opens.
import { accessLogged, accessSealed, accessSignalsHandled } from './access-log/norm-rules.ts'
import { accessLogApi } from './access-log/reading-api/api-part.ts'
import { tieApiParts } from './register-kit/api/api-parts.ts'
import { plainImporting, tieBooks } from './register-kit/exchange-flow/importing.ts'
import type { Book } from './register-kit/exchange-flow/importing.ts'
import { knownRules, type Measured, measuredBy, type NormRules } from './register-kit/norm-evidence.ts'
import { tieMeasured } from './register-kit/norms/tied-measured.ts'
import { tieRegisters } from './register-kit/tied-registers.ts'
import { agreements } from './registers/agreements/register.ts'
import { assessmentPopulations } from './registers/assessments/populations.ts'
import { assessments } from './registers/assessments/register.ts'
import { breachPopulations } from './registers/breaches/populations.ts'
import { complaintPopulations } from './registers/complaints/populations.ts'
import { complaints } from './registers/complaints/register.ts'
import { breaches } from './registers/breaches/register.ts'
import { covenantPopulations } from './registers/covenants/populations.ts'
import { covenants } from './registers/covenants/register.ts'
import { disclosures } from './registers/disclosures/register.ts'
import { dataCarriers } from './registers/data-carriers/register.ts'
import { devicePopulations } from './registers/issued-devices/populations.ts'
import { issuedDevices } from './registers/issued-devices/register.ts'
import { dpoAppointments } from './registers/dpo-appointments/register.ts'
import { everyPowerMandated } from './registers/mandates/norm-rules.ts'
import { mandates } from './registers/mandates/register.ts'
import { measures } from './registers/measures/register.ts'
import { policyPopulations } from './registers/policy-documents/populations.ts'
import { policyDocuments } from './registers/policy-documents/register.ts'
import { meetingPopulations } from './registers/privacy-meetings/populations.ts'
import { participantsLetIn } from './registers/participants/norm-rules.ts'
import { privacyMeetings } from './registers/privacy-meetings/register.ts'
import { portfolios } from './registers/portfolios/register.ts'
import { instructions } from './registers/instructions/register.ts'
import { importing } from './registers/processing-activities/importing.ts'
import { activityPopulations } from './registers/processing-activities/populations.ts'
import { processingActivities } from './registers/processing-activities/register.ts'
import { processorAudits } from './registers/processor-audits/register.ts'
import { processorPopulations } from './registers/processors/populations.ts'
import { processors } from './registers/processors/register.ts'
import { publicTexts } from './registers/public-texts/register.ts'
import { questions } from './registers/questions/register.ts'
import { requestPopulations } from './registers/requests/populations.ts'
import { requests } from './registers/requests/register.ts'
import { responsibilityPopulations } from './registers/responsibilities/populations.ts'
import { responsibilities } from './registers/responsibilities/register.ts'
import { services } from './registers/service-catalogue/register.ts'
import { riskFrameworks } from './registers/risk-frameworks/register.ts'
import { systemPopulations } from './registers/systems/populations.ts'
import { systems } from './registers/systems/register.ts'
import { tasks } from './registers/tasks/register.ts'
import { everySubjectInstructed } from './registers/work-instructions/norm-rules.ts'
import { workInstructions } from './registers/work-instructions/register.ts'
import { everyDepartmentPlans } from './registers/year-plans/norm-rules.ts'
import { yearPlans } from './registers/year-plans/register.ts'
import { statementPublished } from './public-site/norm-rules.ts'
import { functionalCookies, lettersAtHand, wayInOpen } from './public-site/norm-ways-in.ts'
import { caseRegisters } from './tied-cases.ts'
import { glossaryAtHand } from './worklist/glossary-norm.ts'

export const books: readonly Book[] = [
  { register: processingActivities, importing },
  { register: systems, importing: plainImporting(systems, { noteField: 'note' }) },
  { register: processors, importing: plainImporting(processors, { noteField: 'note' }) },
  { register: agreements, importing: plainImporting(agreements, { noteField: 'note' }) },
  { register: covenants, importing: plainImporting(covenants, { noteField: 'note' }) },
  { register: disclosures, importing: plainImporting(disclosures, { noteField: 'note' }) },
  { register: dataCarriers, importing: plainImporting(dataCarriers, { noteField: 'note' }) },
  { register: issuedDevices, importing: plainImporting(issuedDevices, { noteField: 'note' }) },
  { register: services, importing: plainImporting(services, { noteField: 'note' }) },
  { register: instructions, importing: plainImporting(instructions, { noteField: 'note' }) },
  { register: processorAudits, importing: plainImporting(processorAudits, { noteField: 'note' }) },
  { register: assessments, importing: plainImporting(assessments, { noteField: 'note' }) },
  { register: riskFrameworks, importing: plainImporting(riskFrameworks, { noteField: 'note' }) },
  { register: breaches, importing: plainImporting(breaches, { noteField: 'lessons' }) },
  { register: measures, importing: plainImporting(measures, { noteField: 'description' }) },
  { register: yearPlans, importing: plainImporting(yearPlans, { noteField: 'note' }) },
  { register: tasks, importing: plainImporting(tasks, { noteField: 'description' }) },
  { register: questions, importing: plainImporting(questions, { noteField: 'question' }) },
  { register: workInstructions, importing: plainImporting(workInstructions, { noteField: 'body' }) },
  { register: privacyMeetings, importing: plainImporting(privacyMeetings, { noteField: 'minutes' }) },
  { register: requests, importing: plainImporting(requests, { noteField: 'request' }) },
  { register: complaints, importing: plainImporting(complaints, { noteField: 'description' }) },
  { register: responsibilities, importing: plainImporting(responsibilities, { noteField: 'note' }) },
  { register: mandates, importing: plainImporting(mandates, { noteField: 'note' }) },
  { register: dpoAppointments, importing: plainImporting(dpoAppointments, { noteField: 'note' }) },
  { register: portfolios, importing: plainImporting(portfolios, { noteField: 'note' }) },
  { register: policyDocuments, importing: plainImporting(policyDocuments, { noteField: 'note' }) },
  { register: publicTexts, importing: plainImporting(publicTexts, { noteField: 'note' }) },
]

tieRegisters(books.map(({ register }) => register))
tieBooks(books)
tieApiParts([accessLogApi])

/** Registers with kinds of entries that a norm may concern by themselves. */
const inKinds: readonly Measured[] = [
  measuredBy(processingActivities, activityPopulations),
  measuredBy(systems, systemPopulations),
  measuredBy(processors, processorPopulations),
  measuredBy(privacyMeetings, meetingPopulations),
  measuredBy(policyDocuments, policyPopulations),
  measuredBy(responsibilities, responsibilityPopulations),
  measuredBy(assessments, assessmentPopulations),
  measuredBy(breaches, breachPopulations),
  measuredBy(requests, requestPopulations),
  measuredBy(complaints, complaintPopulations),
  measuredBy(covenants, covenantPopulations),
  measuredBy(issuedDevices, devicePopulations),
]

/** Every register can measure norms, by all of its entries at least. */
export const measured: readonly Measured[] = books.map(({ register }) => inKinds.find((one) => one.register.key === register.key) ?? measuredBy(register))

/** Rules by name, of rooms that can say what no other kind of evidence can. */
export const normRules: NormRules = { 'every-department-plans': everyDepartmentPlans, 'every-subject-instructed': everySubjectInstructed, 'glossary-at-hand': glossaryAtHand, 'every-power-mandated': everyPowerMandated,
  'statement-published': statementPublished, 'way-in-open': wayInOpen(caseRegisters), 'letters-at-hand': lettersAtHand(caseRegisters), 'functional-cookies': functionalCookies, 'participants-let-in': participantsLetIn,
  'access-logged': accessLogged, 'access-sealed': accessSealed, 'access-signals-handled': accessSignalsHandled,
}

tieMeasured(measured, normRules)

/** What the policy profiles may lean on. */
export const knownToProfiles = knownRules(measured, normRules)
