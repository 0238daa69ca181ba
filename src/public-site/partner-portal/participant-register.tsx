// Participant's register: in its portal, the services that a participant takes and what is processed for it, as a page and as files (art. 30 lid 2 AVG; W-02).
import { NotFound } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'
import { type ProcessorRegister, processorRegisterOf } from '../../registers/participants/processor-register.ts'
import { registerAnswer } from '../../registers/participants/register-answer.ts'
import { RegisterDownloads, RegisterView } from '../../registers/participants/register-view.tsx'
import type { PartnerAsk, PortalPart } from './parts.ts'

export const participantRegister: PortalPart = {
  key: 'register', for: 'participant',
  words: { heading: { nl: 'Diensten en register', en: 'Services and register' }, lead: { nl: 'Welke diensten u afneemt, en wat wij daarvoor met persoonsgegevens doen.', en: 'Which services you take, and what we do with personal data for them.' } },
  routes(door) {
    door.get('', async (ask) => ask.show({ lead: <p>{t('Wat wij in uw opdracht verwerken (art. 30 lid 2 AVG).', 'What we process on your behalf (art. 30(2) GDPR).')}</p>, children: <><RegisterDownloads at={ask.at} /><RegisterView register={await ownRegister(ask)} /></> }))
    door.get('/:format', async (ask) => {
      const { write } = await registerAnswer(ask.scope, await ownRegister(ask), ask.c.req.param('format') ?? '')
      return write()
    })
  },
}

/** Of whoever is signed in: no address names a participant here. */
async function ownRegister({ scope, visit }: PartnerAsk): Promise<ProcessorRegister> {
  const register = await processorRegisterOf(scope, visit.partyId)
  if (!register) throw new NotFound()
  return register
}
