// Meetings held: what DPO, privacy officer, CISO and ISO of the demo world talked about, decided and promised. All of it is invented.

export type Held = {
  readonly minutes: string
  readonly decisions: readonly (readonly [decision: string, reason: string])[]
  /** Days ago that it was due and done; negative lies ahead. */
  readonly actions: readonly { readonly action: string; readonly who: 'dpo' | 'officer' | 'ciso' | 'iso'; readonly due: number; readonly done?: number }[]
}
export type MeetingSketch = { readonly name: string; readonly planned: number; readonly agenda: readonly string[]; readonly held?: Held }

/** By organisation: the last one so many days ago, and the one before it; who keeps the pace has a next one planned. */
const paces: Readonly<Record<string, { readonly last: number; readonly before: number; readonly next?: number; readonly late?: boolean }>> = {
  duinrade: { last: 41, before: 131, next: -46 }, lekhoven: { last: 62, before: 150, next: -27, late: true }, 'ict-maasdal': { last: 128, before: 221 }, 'ict-westerwaard': { last: 33, before: 124, next: -54 }, postwijzer: { last: 20, before: 111, next: -67 },
}

export function meetingsOf(slug: string): readonly MeetingSketch[] {
  const pace = paces[slug]
  if (!pace) return []
  const { last, before, next, late = false } = pace
  return [
    {
      name: 'Privacyoverleg voorjaar en zomer', planned: before, agenda: ['Datalekken van het kwartaal', 'Open vragen van collega’s', 'Verwerkersovereenkomsten die aflopen'],
      held: {
        minutes: '**Datalekken.** Drie verkeerd bezorgde brieven, geen daarvan gemeld bij de toezichthouder; de weging staat in het register.\n\n**Vragen.** Collega’s vragen vooral naar kopieën van paspoorten. De privacy officer schrijft er een werkinstructie over.\n\n**Overeenkomsten.** Twee lopen dit jaar af.',
        decisions: [['Vragen van de werkvloer beantwoorden we binnen een werkweek.', 'Wie lang wacht, vraagt het de volgende keer niet meer.']],
        actions: [{ action: 'Werkinstructie over identiteitsbewijzen schrijven', who: 'officer', due: before - 40, done: before - 33 }, { action: 'Aflopende overeenkomsten met de eigenaren bespreken', who: 'ciso', due: before - 50, done: before - 48 }],
      },
    },
    {
      name: 'Privacyoverleg najaar', planned: last, agenda: ['Acties van vorige keer', 'Bevindingen in het register', 'Toegang tot systemen: stand van zaken'],
      held: {
        minutes: '**Acties.** Alles is gedaan.\n\n**Register.** Bij een paar verwerkingen ontbreekt de bewaartermijn. De FG bespreekt ze met de eigenaren.\n\n**Toegang.** De ISO loopt met elke afdeling de rechten na; bij vertrek blijft soms een account bestaan.',
        decisions: [['Een account sluit op de laatste werkdag, door de leidinggevende aan te vragen.', 'Twee accounts van vertrokken collega’s stonden nog open.']],
        actions: [
          { action: 'Bewaartermijnen bespreken met de proceseigenaren', who: 'dpo', due: last - 14, ...(late ? {} : { done: last - 12 }) },
          { action: 'Accounts van vertrokken collega’s sluiten', who: 'iso', due: last - 7, done: last - 5 },
          { action: 'Bericht op intranet over vergrendelen van schermen', who: 'officer', due: -12 },
        ],
      },
    },
    ...(next === undefined ? [] : [{ name: 'Privacyoverleg winter', planned: next, agenda: ['Acties van vorige keer', 'Open vragen van collega’s', 'Jaarverslag van de FG'] }]),
  ]
}
