// Steps on how grave a complaint is: judging its impact, and informing the directors when data are in danger (P-13).
import { choice, longText, yesNo } from '../../register-kit/field-types.ts'
import type { Verb, Work } from '../../register-kit/register.ts'
import { assess, informDirectors } from './acts.ts'
import { takers } from './visibility.ts'

const isActive = ({ stage }: Work) => stage === 'active'

export const gravitySteps: Readonly<Record<string, Verb>> = {
  assess: {
    words: { nl: 'Gevolgen beoordelen', en: 'Judge the impact' }, done: { nl: 'gevolgen beoordeeld', en: 'impact judged' }, roles: takers, alsoFor: ['handler'], when: isActive, offered: 'form', resource: 'assessments',
    explain: { nl: 'Kan dit grote gevolgen hebben voor mensen? Zijn er nu gegevens in gevaar? Dan hoort de directie het meteen.', en: 'May this have a significant impact on people? Are data in danger now? Then the directors are told at once.' },
    fields: {
      significance: choice('Gevolgen', 'Impact', { none: ['Geen grote gevolgen', 'No significant impact'], potential: ['Misschien grote gevolgen', 'Potentially significant'], significant: ['Grote gevolgen', 'Significant'] }),
      data_in_danger: yesNo('Er zijn gegevens in gevaar', 'Data are in danger'), significance_reason: longText('Waarom', 'Why', { most: 5_000 }),
    },
    required: ['significance', 'data_in_danger'], act: assess,
  },
  inform_directors: {
    words: { nl: 'Directie inlichten', en: 'Inform the directors' }, done: { nl: 'directie ingelicht', en: 'directors informed' }, roles: [...takers, 'ciso', 'iso'], alsoFor: ['handler'], when: isActive, offered: 'form', resource: 'alarms',
    explain: { nl: 'Directie, portefeuillehouder en CISO krijgen een bericht zonder persoonsgegevens. Deed u het zelf, schrijf dan op hoe.', en: 'Directors, portfolio holder and CISO get a message without personal data. If you told them yourself, write down how.' },
    fields: { how: longText('Hoe zelf ingelicht', 'How you told them yourself', { most: 2_000 }) }, act: informDirectors,
  },
}
