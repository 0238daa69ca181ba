// Rules on public texts: whom a text is for and whether it says what art. 13 AVG asks of it (H-10, H-11, P-17).
import type { Rule } from '../../register-kit/rules.ts'
import type { PublicText } from './declaration.ts'

const norms = ['H-10', 'H-11', 'P-17']

export const publicTextRules = {
  'processing-missing': {
    field: 'processing', severity: 'serious', citation: 'art. 13 AVG', norms,
    words: { nl: 'Er staat niet bij welke verwerking deze tekst hoort.', en: 'It doesn’t say to which processing activity this text belongs.' }, advice: { nl: 'Kies de verwerking, of zet de tekst op een andere plaats.', en: 'Choose the processing activity, or put the text elsewhere.' },
    finds: ({ place, processing }) => place === 'processing' && processing === null,
  },
  'text-missing': {
    field: 'text', severity: 'serious', citation: 'art. 12 lid 1 AVG', norms,
    words: { nl: 'Deze paragraaf heeft nog geen tekst.', en: 'This paragraph has no text yet.' }, advice: { nl: 'Schrijf de tekst, of beëindig de paragraaf.', en: 'Write the text, or end the paragraph.' },
    finds: ({ place, text }) => place !== 'processing' && text === null,
  },
  'provision-unsaid': {
    field: 'provision', severity: 'attention', citation: 'art. 13 lid 2 onder e AVG', norms,
    words: { nl: 'Er staat niet of mensen de gegevens moeten geven.', en: 'It doesn’t say whether people must give the data.' }, advice: { nl: 'Kies of het verplicht is. Zonder keuze zegt de privacyverklaring wat uit de grondslag volgt.', en: 'Choose whether it is obligatory. Without a choice the privacy statement says what follows from the legal basis.' },
    finds: ({ place, provision }) => place === 'processing' && provision === null,
  },
  'consequence-unsaid': {
    field: 'consequence', severity: 'serious', citation: 'art. 13 lid 2 onder e AVG', norms,
    words: { nl: 'Er staat niet wat er gebeurt als iemand de gegevens niet geeft.', en: 'It doesn’t say what happens if somebody doesn’t give the data.' }, advice: { nl: 'Schrijf op wat de gevolgen zijn.', en: 'Write down what the consequences are.' },
    finds: ({ place, provision, consequence }) => place === 'processing' && consequence === null && (provision === 'statutory' || provision === 'contractual' || provision === 'needed'),
  },
  'english-missing': {
    field: 'text_en', severity: 'attention', citation: 'art. 12 lid 1 AVG', norms,
    words: { nl: 'Deze tekst is er niet in het Engels.', en: 'This text isn’t there in English.' }, advice: { nl: 'Vertaal de tekst. Tot dan lezen mensen op de Engelse pagina de Nederlandse.', en: 'Translate the text. Until then people read the Dutch one on the English page.' },
    finds: ({ text, text_en }) => text !== null && text_en === null,
  },
} as const satisfies Readonly<Record<string, Rule<PublicText>>>
