// Withheld grounds: on what an act in the access log may be left out of the answer to whoever it is about; the answer counts it, and names the law.

const uavg = (nl: string, en: string) => [`UAVG art. 41: ${nl}`, `UAVG art. 41: ${en}`] as const

/** The ten of art. 41 lid 1 UAVG by their letter, and art. 15 lid 4 AVG: Dutch and English. */
export const withheldGrounds = {
  uavg_a: uavg('nationale veiligheid', 'national security'), uavg_b: uavg('landsverdediging', 'defence'), uavg_c: uavg('openbare veiligheid', 'public security'),
  uavg_d: uavg('strafbare feiten voorkomen, opsporen of vervolgen', 'preventing, detecting or prosecuting offences'), uavg_e: uavg('een ander belangrijk algemeen belang', 'another important public interest'),
  uavg_f: uavg('onafhankelijkheid van de rechter', 'independence of courts'), uavg_g: uavg('beroepscodes', 'ethics of professions'), uavg_h: uavg('toezicht of inspectie', 'monitoring or inspection'),
  uavg_i: uavg('bescherming van de persoon of van anderen', 'protection of the person or of others'), uavg_j: uavg('inning van vorderingen', 'enforcement of claims'),
  rights_of_others: ['AVG art. 15: rechten en vrijheden van anderen', 'GDPR art. 15: rights and freedoms of others'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>
export type WithheldGround = keyof typeof withheldGrounds

/** As the answer names it: the letter of art. 41 would tell what the person isn't to know. */
export const withheldLaws = ['art. 41 lid 1 UAVG', 'art. 15 lid 4 AVG', 'art. 27 lid 1 Wpg'] as const
export type WithheldLaw = (typeof withheldLaws)[number]

export function lawOf(ground: string): WithheldLaw {
  return ground === 'rights_of_others' ? 'art. 15 lid 4 AVG' : 'art. 41 lid 1 UAVG'
}
