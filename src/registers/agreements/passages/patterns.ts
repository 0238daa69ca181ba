// Patterns: by which words a passage shows that it settles a point of the checklist, in Dutch and English. Never one word: each needs several together, close to each other.
import type { ChecklistKey } from '../checklist.ts'

export type Pattern = {
  /** Headings under which it usually stands. */
  readonly heading: RegExp
  readonly ways: readonly Way[]
  /** Words that make it something else. */
  readonly never?: RegExp
  /** Words that make it surer. */
  readonly also?: RegExp
}
/** All of `words` within `within` characters. `weight`: 3 is enough by itself, 2 asks for a heading or more to be sure. */
export type Way = { readonly words: readonly RegExp[]; readonly within: number; readonly weight: 2 | 3 }

const data = /(persoons)?gegevens|personal data|\bdata\b|bestanden|\w*bestand\b/i
const help = /bijstand|\bhelp(en|t)?\b|hulp\b|ondersteun|assist|medewerking|werkt .{0,40}\bmee\b|in staat\b/i
const sub = /sub-?verwerker|sub-?bewerker|onderaannemer|andere verwerker|\bderden?\b|andere partij|deze partijen|sub-?processor|sub-?contractor|another processor|third part/i
const exclusive = /uitsluitend|\balleen\b|slechts|enkel\b|niet anders dan|niet voor andere|\bonly\b|solely/i
const informs = /meld(t|en)?\b|in kennis|informeer|informeren|op de hoogte|bericht(en)?\b|laat .{0,60}weten|waarschuw|stelt .{0,60}in kennis|\binforms?\b|notif/i

export const patterns: Readonly<Record<Exclude<ChecklistKey, `annex${string}`>, Pattern>> = {
  scope: {
    heading: /onderwerp|voorwerp|(omschrijving|beschrijving) van de verwerking|aard en doel|doel van de verwerking|gegevens van|persoonsgegevens|welke gegevens|subject.matter|description of (the )?processing|details of/i,
    ways: [
      { words: [/(soort(en)?|categorie(ën|en)?|types?) (van )?(de )?persoonsgegevens|categories of personal data|types? of personal data|welke (persoons)?gegevens/i, /betrokkenen|groepen (personen|mensen)|\bdoel(en|einden|einde)?\b|\baard\b|purposes?|data subjects|nature/i], within: 350, weight: 3 },
      { words: [/verwerkt|ontvangt|krijgt|slaat .{0,60}op\b|bewaart|processes|receives/i, /(naam|namen|\w*adres(sen)?|geboortedatum|burgerservicenummer|\bbsn\b|telefoonnummer|\w*nummer|salaris|inloggegevens|name|address)[^.]{0,60}?(,| en | and )[^.]{0,40}?(naam|namen|\w*adres(sen)?|\w*datum|\w*nummer|\w*gegevens|salaris|ouders|name|address)/i, /\bom\b|\bvoor\b|teneinde|ten behoeve|\bdoel/i], within: 350, weight: 3 },
      { words: [/categorie(ën|en) (van )?(persoonsgegevens|betrokkenen)|soorten persoonsgegevens|categories of (personal data|data subjects)/i, /\bnaam\b|adres|klanten|medewerkers|inwoners|\bname\b|address|employees|customers/i], within: 240, weight: 2 },
    ],
  },
  instructions: {
    heading: /instructie|opdracht|aanwijzing|instructions/i,
    ways: [
      { words: [exclusive, /instructie|opdracht|aanwijzing|opgedragen|instructions?/i, /schriftelijk|gedocumenteerd|op schrift|written|documented/i], within: 160, weight: 3 },
      { words: [exclusive, /in opdracht van|instructies? van|aanwijzingen van|instructions (from|of)/i, /verwerk|handelt|process/i], within: 160, weight: 2 },
    ],
    never: /transfer|doorgifte|derde land|third countr/i,
  },
  unlawful: {
    heading: /instructie|opdracht|instructions/i,
    ways: [{ words: [/instructie|opdracht|aanwijzing|instruction/i, /in strijd|strijdig|inbreuk (op|maak|maken|vormt)|inbreuk\b|schen(dt|ding)|onrechtmatig|onverenigbaar|infring|violat|contrary/i, informs], within: 240, weight: 3 }],
  },
  confidentiality: {
    heading: /geheim|vertrouwelijk|zwijg|confidential|secrecy/i,
    ways: [
      { words: [/geheim|vertrouwelijk|zwijg|confidential|secrecy/i, /medewerkers?|personeel|personen|iedereen|werknemers|een ?ieder|\bwie\b|beheerders|personnel|persons|employees|staff/i, /(persoons)?gegevens|toegang|access|personal data|authori[sz]ed/i], within: 280, weight: 3 },
      { words: [/geheimhouding|vertrouwelijk|geheim\b|confidential/i, /persoonsgegevens|personal data/i], within: 200, weight: 2 },
      { words: [/geheimhoudings?(plicht|verklaring|verplichting)|zwijgplicht/i], within: 50, weight: 2 },
    ],
    never: /offerte|\bprijs|prijzen|tarief|tarieven|bedrijfsgeheim|bedrijfsvoering|aanbesteding|commerci|quotation|pricing/i,
  },
  security: {
    heading: /beveilig|bescherm|security|protection/i,
    ways: [
      { words: [/technische? .{0,25}organisatorische?|organisatorische? .{0,25}technische?|technical .{0,20}organi[sz]ational/i, /maatregelen|measures|\baard\b/i], within: 160, weight: 3 },
      { words: [/(?<!inbreuk op de )beveilig(?!ingsincident)|beschermt|\bsecur(e|ity|es)\b/i, data, /passend|adequaat|adequate|\brisico|artikel 32|article 32|iso.?27001|\bbio2?\b|nen.?7510|appropriate|versleutel|encrypt/i], within: 260, weight: 3 },
      { words: [/versleutel|encrypt/i, data], within: 160, weight: 2 },
    ],
    never: help,
  },
  subconsent: {
    heading: /sub-?verwerker|sub-?processor|derden|onderaannem|inschakel/i,
    ways: [{ words: [sub, /toestemming|goedkeuring|goedgekeurd|instemming|authori[sz]ation|consent|approv|bezwaar|\bobject\b/i, /inschakel|schakelt|ingeschakeld|inzet|ingezet|betrekk|uitbested|engag|appoint|subcontract/i], within: 260, weight: 3 }, { words: [sub, /bezwaar|\bobject\b/i, /wijziging|toevoeg|vervang|nieuwe|changes?\b|replace|addition|\bnew\b/i], within: 300, weight: 3 }],
  },
  subduties: {
    heading: /sub-?verwerker|sub-?processor|derden|onderaannem|inschakel/i,
    ways: [{ words: [sub, /dezelfde|zelfde|gelijke|gelijkwaardig|ten minste (de|even)|minimaal de|\bsame\b|equivalent|no less/i, /verplichting|plicht|voorwaarden|\beisen\b|bepalingen|obligations|terms/i], within: 240, weight: 3 }],
  },
  subliable: {
    heading: /sub-?verwerker|sub-?processor|derden|onderaannem|aansprakelijk|inschakel/i,
    ways: [{ words: [sub, /(blijft|is) .{0,80}(aansprakelijk|verantwoordelijk)|staat .{0,80}\bin\b|instaan|remains? .{0,60}(liable|responsible)|(fully|shall be) (liable|responsible)/i, /volledig|als voor (haar|zijn|hun|het|diens)? ?eigen|tegenover|jegens|nakom|handelen|fully|performance|\bacts\b/i], within: 260, weight: 3 }],
  },
  rights: {
    heading: /rechten|verzoek|betrokkene|data subject|rights|assistance|bijstand|ondersteun/i,
    ways: [
      { words: [/betrokkenen?\b|data subjects?|inzage|hoofdstuk III|chapter III/i, /inzage|rectificatie|correctie|verbeter|verwijder|wiss|overdraagbaar|\brechten\b|verzoek|rights|request/i, help, /beantwo|afhandel|voldoe|uitoefen|gevolg|inwillig|respond|exercise|verzoek/i], within: 280, weight: 3 },
      { words: [/\binzien\b|inzage|welke gegevens .{0,30}(over|van) (hem|haar|hen)/i, /verbeter|corrig|correctie|rectific|aanvul/i, help], within: 280, weight: 3 },
    ],
  },
  breach: {
    heading: /datalek|inbreuk|incident|breach|meld/i,
    ways: [
      { words: [/datalek|inbreuk (in verband|op de beveiliging|waarbij)|beveiligingsincident|incident\b|data breach|security incident|kwijt\b|onbevoegde/i, informs, /onverwijld|onmiddellijk|zonder (onredelijke )?vertraging|binnen .{1,20}(uur|uren|etmaal)|etmaal|dezelfde dag|\bdirect\b|terstond|zo spoedig|without undue delay|within .{1,20}hours|immediately/i], within: 320, weight: 3 },
    ],
  },
  assistance: {
    heading: /bijstand|ondersteun|hulp|effectbeoordeling|dpia|assistance|impact/i,
    ways: [{ words: [help, /effectbeoordeling|\bd?pia\b|impact assessment|beoordeling van het effect|voorafgaande raadpleging|raadple(gen|ging)|prior consultation|artikelen 32 (tot en met|t\/m) 36|articles 32 to 36/i], within: 280, weight: 3 }],
  },
  ending: {
    heading: /einde|beëindig|afloop|teruggave|terug|wissen|vernietig|afwikkel|exit|terminat|return|deletion/i,
    ways: [{ words: [/na afloop|(het|bij) einde|na (de )?beëindiging|bij (de )?beëindiging|bij het eindig|eindigt|\bals .{0,30} klaar\b|afgelopen|(following|upon|after|on) (the )?(termination|end|expiry)|end of the (provision|services|contract)/i, /\bwis(t|sen)?\b|gewist|verwijder|vernietig|\bdelet|eras(e|ure)|destroy|\bterug|retour|return|draagt .{0,80}\bover\b/i, data], within: 280, weight: 3 }],
    never: /opzegtermijn/i,
  },
  audits: {
    heading: /controle|audit|naleving|toezicht|documentati|inspect|complian/i,
    ways: [
      { words: [/\baudits?\b|controle|controleren|inspecti|onderzoek (laten|te)|inspections?/i, /naleving|nakoming|leeft .{0,20}na\b|deze (verwerkers)?overeenkomst|deze bepalingen|verwerking|compl(y|iance)|processing activities|verplichtingen/i, /\brecht\b|gerechtigd|\bkan\b|\bmag\b|\blaten\b|medewerking|werkt .{0,40}mee|allow|contribute|entitled|machtig|may\b/i], within: 320, weight: 2 },
      { words: [/alle informatie|all information|informatie .{0,40}nodig/i, /beschikbaar|ter beschikking|available|verstrekt/i, /aan(te)?tonen|aan te tonen|naleving|nakoming|demonstrate|controle|audit/i], within: 260, weight: 2 },
    ],
    also: /onafhankelijk|auditor|deskundige|inspecti|alle informatie|all information|ter plaatse|bedrijfsruimte|onderzoek (laten|te)/i,
    never: /factu|accountant|invoice|jaarrekening|tarie|prijs/i,
  },
  transfers: {
    heading: /doorgifte|derde land|buiten|transfer|internationa|locatie/i,
    ways: [{ words: [/doorgeven|doorgifte|\bgeeft .{0,80}\bdoor\b|door te geven|overdracht|overgedragen|transfer|verwerkt|verwerking|opgeslagen|opslag|toegang/i, /buiten (de )?(eer|eu|europa|europese (economische ruimte|unie))\b|derde land|third countr|(binnen|in) de (eer|europese (unie|economische ruimte))\b|(outside|within) the (eea|eu|european)/i], within: 240, weight: 3 }],
  },
  liability: {
    heading: /aansprakelijk|schade|verzekering|vrijwaring|liab/i,
    ways: [{ words: [/aansprakelijk|\bschade\b|liab(le|ility)|damages/i, /€ ?\d|\beuro\b|bedrag|maxim|ten hoogste|hoogstens|beperkt tot|onbeperkt|verzekerd|vrijwaar|vergoedt?\b|limited|indemn|toerekenbar/i], within: 280, weight: 2 }],
    also: /€ ?\d|\beuro\b|miljoen|maxim|ten hoogste|beperkt tot|onbeperkt|vrijwaar|limited to|maal de/i,
    never: /sub-?verwerker|sub-?processor|onderaannemer/i,
  },
}

/** By the heading of an annex. */
export const annexes: Readonly<Record<Extract<ChecklistKey, `annex${string}`>, RegExp>> = {
  annexprocessings: /verwerking|(description|details|overview) of (the )?processing|processing (activities|operations)|persoonsgegevens/i,
  annexsecurity: /beveiliging(smaatregelen|seisen)?\b|maatregelen|security|measures|certifica/i,
  annexsubs: /sub-?verwerkers?|sub-?bewerkers?|onderaannemers?|ingeschakelde|derde partijen|sub-?processors?|sub-?contractors?/i,
  annexcontacts: /contact|meld(en|punt|proces|procedure)|bereikbaar/i,
}

/** What says that a subject is left out, or stands elsewhere. */
export const disclaimer = /\bgeen (nadere |aparte |verdere )?(afspraken|regeling|bepaling)|(regel(t|en)|geregeld|voorzien|opgenomen) .{0,40}\bniet\b|\bniet (geregeld|opgenomen|voorzien)|verwijzen partijen|daarvoor geld(t|en)|nothing in th(is|ese)|does not (govern|regulate|contain)/i
