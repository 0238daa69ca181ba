// Fields of the weighing of a breach and of what was decided: its severity by ENISA’s method, the decision to report, the decision to inform, and the exceptions (art. 33 en 34 AVG).
import { choice, choices, longText, moment, number, reference, rows, text, yesNo } from '../../register-kit/field-types.ts'

const enisa = 'ENISA (2013), art. 33 lid 1 AVG'
const person = { identifies: 'person', isPublic: false } as const

export const weighingFields = {
  enisa_data: choice('Wat voor gegevens', 'What kind of data', {
    simple: ['Eenvoudig: naam, contact, opleiding, gezin', 'Simple: name, contact, education, family'], behavioural: ['Gedrag: locatie, verkeer, voorkeuren', 'Behavioural: location, traffic, preferences'], financial: ['Financieel', 'Financial'], sensitive: ['Gevoelig: bijzonder of strafrechtelijk', 'Sensitive: special or criminal'],
  }, { citation: enisa }),
  enisa_raised: choices('Wat maakt het erger', 'What makes it worse', { volume: ['Veel gegevens per persoon', 'Much data per person'], critical: ['De taak of sector maakt het kritieker', 'The task or sector makes it more critical'], vulnerable: ['Kwetsbare mensen', 'Vulnerable people'], profiling: ['Een profiel is te maken', 'A profile can be made'] }, { citation: enisa }),
  enisa_lowered: choices('Wat maakt het minder erg', 'What makes it less grave', { public: ['De gegevens waren al openbaar', 'The data were public already'], inaccurate: ['De gegevens zijn onjuist of oud', 'The data are wrong or old'], few: ['Weinig gegevens, of één persoon', 'Few data, or one person'] }, { citation: enisa }),
  enisa_ease: choice('Hoe makkelijk is te zien om wie het gaat', 'How easily it shows who it is about', { negligible: ['Bijna niet', 'Hardly'], limited: ['Met moeite', 'With effort'], significant: ['Vrij makkelijk', 'Fairly easily'], maximum: ['Meteen', 'At once'] }, { citation: enisa }),
  enisa_confidentiality: choice('Bij wie kwamen de gegevens', 'Who got the data', { none: ['Bij niemand, voor zover bekend', 'Nobody, as far as known'], known: ['Bij een bekend aantal bekende ontvangers', 'A known number of known recipients'], unknown: ['Bij onbekenden, of gepubliceerd', 'Unknown people, or published'] }, { citation: enisa }),
  enisa_integrity: choice('Zijn gegevens gewijzigd', 'Whether data were changed', { none: ['Nee, of niet verkeerd gebruikt', 'No, or not wrongly used'], recoverable: ['Ja, herstel is mogelijk', 'Yes, it can be undone'], unrecoverable: ['Ja, herstel is niet mogelijk', 'Yes, it can’t be undone'] }, { citation: enisa }),
  enisa_availability: choice('Zijn gegevens weg', 'Whether data are gone', { none: ['Nee, of zonder moeite terug te halen', 'No, or easily restored'], temporary: ['Tijdelijk', 'For a time'], lost: ['Helemaal weg', 'Lost for good'] }, { citation: enisa }),
  enisa_malicious: yesNo('Was er kwade opzet', 'Whether there was malice', { citation: enisa }),
  consequence_kinds: choices('Welke gevolgen kan het hebben', 'Which consequences it may have', {
    stigma: ['Stigmatisering of uitsluiting', 'Stigma or exclusion'], health: ['Schade aan de gezondheid', 'Harm to health'], fraud: ['(Identiteits)fraude', '(Identity) fraud'], phishing: ['Spam of phishing', 'Spam or phishing'], financial: ['Financiële schade', 'Financial harm'],
    reputation: ['Reputatieschade', 'Harm to reputation'], control: ['Geen greep meer op eigen gegevens', 'Loss of control over own data'], discrimination: ['Discriminatie', 'Discrimination'], other: ['Iets anders', 'Something else'],
  }, { citation: 'art. 33 lid 3 onder c AVG' }),
  likely_consequences: longText('Wat kan dit voor mensen betekenen', 'What this may mean for people', { citation: 'art. 33 lid 3 onder c AVG', aliases: ['gevolgen', 'waarschijnlijke gevolgen', 'consequences'] }),
  risk: choice('Uw conclusie', 'Your conclusion', { unlikely: ['Een risico voor mensen is niet waarschijnlijk', 'A risk to people is unlikely'], risk: ['Er is een risico voor mensen', 'There is a risk to people'], high: ['Er is een hoog risico voor mensen', 'There is a high risk to people'] }, { citation: 'art. 33 lid 1 en art. 34 lid 1 AVG', aliases: ['risico', 'risk'] }),
  weigh_reasons: longText('Waarom weegt u het zo', 'Why you weigh it so', { citation: 'art. 33 lid 5 AVG' }),
  weighed_at: moment('Gewogen op', 'Weighed at'),
  weighed_by: reference('Gewogen door', 'Weighed by', 'person', person),
  advice: longText('Advies', 'Advice', { citation: 'art. 39 lid 1 onder a AVG', isPublic: false }),
  advised_at: moment('Advies gegeven op', 'Advice given at'),
  advised_by: reference('Advies van', 'Advice by', 'person', person),
  dilemma: longText('Waar is twijfel over', 'What is in doubt', { most: 5000, isPublic: false }),
  dilemma_outcome: longText('Uitkomst van het overleg', 'Outcome of the consultation', { most: 5000, isPublic: false }),
} as const

export const reportingFields = {
  report_decision: choice('Melden aan de AP', 'Report to the authority', { report: ['Melden', 'Report'], not_report: ['Niet melden', 'Not report'] }, { citation: 'art. 33 lid 1 AVG', aliases: ['gemeld aan ap', 'melden ap'] }),
  report_ground: choice('Grond om niet te melden', 'Ground for not reporting', {
    risk_unlikely: ['Een risico voor mensen is niet waarschijnlijk', 'A risk to people is unlikely'], unintelligible: ['De gegevens waren onleesbaar en er is een kopie', 'The data were unintelligible and there is a copy'], reported_by_other: ['De andere verantwoordelijke meldt het', 'The other controller reports it'],
    no_special_data: ['Er zijn geen bijzondere gegevens bij (dit is geen grond)', 'No special data are involved (this is no ground)'],
  }, { citation: 'art. 33 lid 1 AVG' }),
  report_reasons: longText('Waarom dit besluit', 'Why this decision', { citation: 'art. 33 lid 5 AVG' }),
  report_decided_at: moment('Besloten op', 'Decided at'),
  report_decided_by: reference('Besloten door', 'Decided by', 'person', person),
  confirmed_at: moment('Tweede persoon akkoord op', 'Second person agreed at'),
  confirmed_by: reference('Tweede persoon', 'Second person', 'person', person),
  draft_sent_at: moment('Concept ter controle gestuurd op', 'Draft sent for checking at'),
  checks: rows('Controle van het concept', 'Checks of the draft', ['controle', 'check'], {
    by: choice('Door', 'By', { reporter: ['Melder', 'Reporter'], manager: ['Leidinggevende', 'Manager'], colleague: ['Een collega', 'A colleague'] }),
    at: moment('Op', 'At'),
    is_right: yesNo('Klopt het en is het volledig', 'Whether it is right and complete'),
    remarks: text('Opmerkingen', 'Remarks', { most: 5000 }),
  }, { isPublic: false }),
  report_settled_at: moment('72-uursklok gestopt op', '72-hour clock stopped at', { help: { nl: 'Gemeld, of door twee mensen besloten dat melden niet hoeft.', en: 'Reported, or decided by two people that reporting isn’t due.' }, citation: 'art. 33 lid 1 AVG' }),
  notified_at: moment('Gemeld aan de AP op', 'Reported to the authority at', { citation: 'art. 33 lid 1 AVG', aliases: ['datum melding ap', 'gemeld op'] }),
  authority_number: text('Meldingsnummer van de AP', 'Number given by the authority', { most: 100, aliases: ['ap-nummer', 'meldingsnummer ap'] }),
  delay_reason: longText('Waarom later dan 72 uur', 'Why later than 72 hours', { citation: 'art. 33 lid 1 AVG', aliases: ['reden vertraging'] }),
  notifications: rows('Meldingen aan de AP', 'Notifications to the authority', ['melding', 'notification'], {
    kind: choice('Soort', 'Kind', { first: ['Eerste melding', 'First notification'], follow_up: ['Vervolgmelding', 'Follow-up'], withdrawal: ['Intrekking', 'Withdrawal'] }),
    at: moment('Op', 'At'),
    note: text('Wat is gemeld', 'What was told', { most: 5000 }),
  }, { citation: 'art. 33 lid 4 AVG' }),
  withdrawn_at: moment('Melding ingetrokken op', 'Notification withdrawn at'),
  other_authorities: text('Andere toezichthouders', 'Other authorities', { most: 1000 }),
} as const

export const informingFields = {
  inform_decision: choice('Mensen inlichten', 'Inform people', { inform: ['Inlichten', 'Inform'], not_inform: ['Niet inlichten', 'Not inform'] }, { citation: 'art. 34 lid 1 AVG', aliases: ['betrokkenen geïnformeerd'] }),
  inform_exception: choice('Grond om niet in te lichten', 'Ground for not informing', {
    no_high_risk: ['Er is geen hoog risico', 'There is no high risk'], unintelligible: ['De gegevens waren onleesbaar', 'The data were unintelligible'], risk_removed: ['Maatregelen achteraf namen het hoge risico weg', 'Later measures took the high risk away'],
    public_notice: ['Te veel moeite: openbare mededeling in plaats daarvan', 'Too much effort: public notice instead'], restricted: ['Beperking van art. 41 UAVG', 'Restriction of art. 41 UAVG'],
  }, { citation: 'art. 34 lid 3 AVG en art. 41 UAVG' }),
  inform_reasons: longText('Waarom wel of niet inlichten', 'Why inform or not', { citation: 'art. 34 AVG' }),
  inform_decided_at: moment('Besloten op (inlichten)', 'Decided at (informing)'),
  inform_decided_by: reference('Besloten door (inlichten)', 'Decided by (informing)', 'person', person),
  informed_at: moment('Mensen ingelicht op', 'People informed at', { citation: 'art. 34 lid 1 AVG' }),
  informed_how: choices('Hoe zijn zij ingelicht', 'How they were informed', { letter: ['Per brief', 'By letter'], email: ['Per e-mail', 'By e-mail'], phone: ['Per telefoon', 'By phone'], talk: ['In een gesprek', 'In a talk'], website: ['Op de website', 'On the website'], text: ['Sms', 'Text message'], other: ['Anders', 'Otherwise'] }),
  informed_number: number('Hoeveel mensen zijn ingelicht', 'How many people were informed', {}),
  informed_text: longText('Wat is verteld', 'What was told', { citation: 'art. 34 lid 2 AVG' }),
  controller_told_at: moment('Verantwoordelijke of deelnemer ingelicht op', 'Controller or participant told at', { citation: 'art. 33 lid 2 AVG' }),
  controller_told_note: longText('Wat is de verantwoordelijke verteld', 'What the controller was told', { most: 5000, citation: 'art. 33 lid 2 AVG' }),
  police_notified_at: moment('Gemeld volgens de Wpg op', 'Reported under the Police Data Act at', { citation: 'art. 33a Wpg' }),
  is_cyber: yesNo('Is het een significant incident voor de Cyberbeveiligingswet', 'Whether it is a significant incident under the Cyber Security Act', { citation: 'art. 26 lid 1 Cbw' }),
  cyber_warned_at: moment('Vroege waarschuwing gegeven op', 'Early warning given at', { citation: 'art. 26 lid 1 Cbw' }),
  cyber_reported_at: moment('Incident gemeld bij het CSIRT op', 'Incident reported to the CSIRT at', { citation: 'art. 27 lid 1 Cbw' }),
  cyber_closed_at: moment('Eindverslag gegeven op', 'Final report given at', { citation: 'art. 29 Cbw' }),
} as const
