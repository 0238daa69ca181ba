// Subjects: the eleven that a processor agreement covers by the policies, each with its place in the law (art. 28 lid 3 AVG; H-44).

/** The eleven subjects of H-44, each with its place in the law. */
export const subjects = {
  scope: ['Onderwerp, aard, doel, duur en soort gegevens', 'Subject, nature, purpose, duration and kinds of data'],
  instructions: ['Alleen op schriftelijke instructie', 'Only on written instructions'],
  sub_processors: ['Subverwerkers', 'Sub-processors'],
  security: ['Beveiliging', 'Security'],
  confidentiality: ['Geheimhouding', 'Confidentiality'],
  rights: ['Hulp bij rechten van betrokkenen', 'Help with data subjects’ rights'],
  duties: ['Hulp bij datalekken, DPIA en raadpleging', 'Help with breaches, DPIA and consultation'],
  ending: ['Teruggeven of wissen na afloop', 'Return or erasure at the end'],
  audits: ['Audits en informatie', 'Audits and information'],
  transfers: ['Doorgifte buiten de EER', 'Transfers outside the EEA'],
  liability: ['Aansprakelijkheid', 'Liability'],
} as const
