// Own profiles in the demo world: what each organisation wants to say otherwise than the profile it began with: being written, laid before, or adopted today.
import type { Scope } from '../ground/scope.ts'
import { profileInForce } from '../policy/in-force.ts'
import type { Norm, Profile } from '../policy/profiles.ts'
import { adoptDraft } from '../registers/policy-profiles/adopt.ts'
import { changeDraft, proposeDraft, readDraft, startDraft } from '../registers/policy-profiles/draft.ts'
import { dayOf } from '../ground/clock.ts'
import { knownToProfiles } from '../tied-rooms.ts'
import type { DemoOrganisation } from './organisation.ts'
import type { Settled } from './settle.ts'

type Wish = { readonly change: (profile: Profile) => Profile; /** What changes and why; without it the draft is still being written. */ readonly note?: string; readonly isAdopted?: boolean }

const wishes: Readonly<Record<string, Wish>> = {
  duinrade: {
    change: (profile) => ({ ...profile, version: '2026-2029, eerste wijziging', parameters: { ...profile.parameters, agreement_review_every: 'P6M', meeting_every: 'P3M' } }),
    note: 'Verwerkersovereenkomsten kijken wij voortaan elk half jaar na, en het privacyoverleg is elk kwartaal.',
  },
  lekhoven: {
    change: (profile) => withNorm(profile, 'N-07', ({ note: _, ...norm }) => ({
      ...norm, text: 'De wethouder bedrijfsvoering is aanspreekbaar op privacy, ook van het personeel. De burgemeester (openbare orde) en de raad gaan over hun eigen verwerkingen.',
    })),
  },
  'ict-maasdal': {
    change: (profile) => ({ ...withNorm(profile, 'M-13', (norm) => ({ ...norm, text: 'Voordat een verzoek begint, staat vast wie het vraagt. Een kopie van een identiteitsbewijs vragen wij niet.' })), parameters: { ...profile.parameters, decide_within: 'P3W' } }),
    note: 'Wij beslissen sneller op verzoeken, en vragen geen kopie van een identiteitsbewijs meer.', isAdopted: true,
  },
  'ict-westerwaard': {
    change: (profile) => withNorm(profile, 'W-12', ({ conflicts: _, ...norm }) => ({
      ...norm, text: 'Er zijn zes rechten. Binnen een maand is er antwoord, met hoogstens acht weken erbij, en een weigering heeft uitleg. Wie het er niet mee eens is, maakt bezwaar bij ons, en kan daarnaast een klacht indienen bij de AP.',
    })),
    note: 'De verklaring stuurde mensen voor bezwaar naar de AP. Dat klopt niet met de wet.',
  },
  postwijzer: {
    change: (profile) => withNorm(profile, 'P-15', ({ conflicts: _, ...norm }) => ({ ...norm, text: 'Een datalek gaat binnen 72 uur naar de AP, tenzij een risico voor mensen onwaarschijnlijk is.' })),
    note: 'Ook zonder bijzondere gegevens moeten wij datalekken melden.',
  },
}

/** In the days before the scope's `now`. */
export async function playProfiles(scope: Scope, { slug, departments }: DemoOrganisation, { actorFor }: Settled): Promise<void> {
  const wish = wishes[slug]
  const policy = await profileInForce(scope)
  if (!wish || !policy) return
  const by = (doer: 'officer' | 'administrator', daysAgo: number): Scope => ({ ...scope, now: new Date(scope.now.getTime() - daysAgo * 86_400_000), actor: actorFor(doer, departments[0]!.name) })
  await startDraft(by('officer', 9), 'huidig')
  await changeDraft(by('officer', 8), wish.change(policy.profile), 1, knownToProfiles)
  if (wish.note === undefined) return
  await proposeDraft(by('officer', 6), wish.note)
  if (!wish.isAdopted) return
  const { revision } = (await readDraft(scope))!
  await adoptDraft(by('administrator', 0), { validFrom: dayOf(scope.now), revision }, knownToProfiles)
}

function withNorm(profile: Profile, id: string, change: (norm: Norm) => Norm): Profile {
  return { ...profile, norms: profile.norms.map((norm) => norm.id === id ? change(norm) : norm) }
}
