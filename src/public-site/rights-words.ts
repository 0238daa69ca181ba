// Rights words: every right of art. 13 to 22 AVG in plain words: what it is, when it works and when it doesn't, with its article (H-10, H-31, N-58). Pure.
import type { RemedyRight } from '../case-kit/remedies.ts'
import type { Words } from '../ground/words.ts'

export type Right = {
  readonly right: RemedyRight
  /** Its place on the page. */
  readonly anchor: string
  readonly citation: string
  readonly heading: Words
  readonly lead: Words
  readonly works: readonly Words[]
  readonly worksNot: readonly Words[]
}

export const rights: readonly Right[] = [
  {
    right: 'access', anchor: 'inzage', citation: 'art. 15 AVG', heading: { nl: 'Zien wat wij van u hebben', en: 'Seeing what we have about you' },
    lead: { nl: 'U vraagt of wij gegevens van u gebruiken. U krijgt dan een kopie, en wij vertellen waarvoor wij ze gebruiken, van wie wij ze kregen, met wie wij ze delen, hoe lang wij ze bewaren en of een computer over u beslist.', en: 'You ask whether we use data about you. You then get a copy, and we tell what we use them for, whom we got them from, whom we share them with, how long we keep them and whether a computer decides about you.' },
    works: [{ nl: 'Altijd, en u hoeft niet te zeggen waarom u het vraagt.', en: 'Always, and you needn’t say why you ask.' }, { nl: 'Voor uw eigen gegevens, of die van een kind of iemand die u vertegenwoordigt.', en: 'For your own data, or those of a child or somebody whom you represent.' }],
    worksNot: [{ nl: 'Gegevens van anderen laten wij weg (art. 15 lid 4 AVG).', en: 'We leave out data of others (art. 15(4) GDPR).' }, { nl: 'Soms zegt een wet dat wij iets geheim moeten houden, bijvoorbeeld tijdens een onderzoek (art. 41 UAVG).', en: 'Sometimes a law says that we must keep something secret, for instance during an investigation (art. 41 UAVG).' }],
  },
  {
    right: 'rectification', anchor: 'verbeteren', citation: 'art. 16 AVG', heading: { nl: 'Fouten laten verbeteren', en: 'Having errors corrected' },
    lead: { nl: 'Klopt iets niet, of ontbreekt er iets? Dan verbeteren wij het of vullen wij het aan. Aan wie wij de gegevens gaven, vertellen wij dat ook. U mag vragen wie dat zijn.', en: 'Is something wrong or missing? Then we correct or complete it. We also tell those whom we gave the data. You may ask who they are.' },
    works: [{ nl: 'Als gegevens feitelijk niet kloppen, of niet volledig zijn voor wat wij ermee doen.', en: 'If data are factually wrong, or incomplete for what we do with them.' }],
    worksNot: [{ nl: 'Een mening of conclusie waar u het niet mee eens bent, wijzigen wij niet zomaar. Uw eigen verklaring voegen wij dan toe.', en: 'We don’t simply change an opinion or conclusion that you disagree with. We then add your own statement.' }, { nl: 'Voor sommige registers geldt een eigen weg, zoals voor de Basisregistratie Personen.', en: 'Some registers have a way of their own, such as the Personal Records Database.' }],
  },
  {
    right: 'erasure', anchor: 'wissen', citation: 'art. 17 AVG', heading: { nl: 'Gegevens laten wissen', en: 'Having data erased' },
    lead: { nl: 'U vraagt ons om gegevens weg te doen. Aan wie wij ze gaven, vertellen wij dat ook.', en: 'You ask us to do away with data. We also tell those whom we gave them.' },
    works: [
      { nl: 'Als wij ze niet meer nodig hebben.', en: 'If we no longer need them.' }, { nl: 'Als u uw toestemming intrekt en er geen andere reden is.', en: 'If you withdraw your consent and there is no other reason.' }, { nl: 'Als u met succes bezwaar maakte.', en: 'If you objected with success.' },
      { nl: 'Als wij ze niet mochten hebben.', en: 'If we weren’t allowed to have them.' }, { nl: 'Als een wet zegt dat wij ze moeten wissen.', en: 'If a law says that we must erase them.' }, { nl: 'Als een kind ze gaf aan een dienst op internet.', en: 'If a child gave them to a service on the internet.' },
    ],
    worksNot: [
      { nl: 'Als een wet zegt dat wij ze moeten bewaren, of als ze nodig zijn voor onze publieke taak.', en: 'If a law says that we must keep them, or if they are needed for our public task.' }, { nl: 'Als ze nodig zijn voor de volksgezondheid, een archief in het algemeen belang of onderzoek.', en: 'If they are needed for public health, an archive in the public interest or research.' },
      { nl: 'Als ze nodig zijn voor een rechtszaak, of voor de vrijheid van meningsuiting (art. 17 lid 3 AVG).', en: 'If they are needed for a legal claim, or for the freedom of expression (art. 17(3) GDPR).' },
    ],
  },
  {
    right: 'restriction', anchor: 'beperken', citation: 'art. 18 AVG', heading: { nl: 'Gegevens tijdelijk niet laten gebruiken', en: 'Having data left unused for a while' },
    lead: { nl: 'Wij bewaren de gegevens dan wel, maar doen er niets mee.', en: 'We then keep the data, but do nothing with them.' },
    works: [
      { nl: 'Terwijl wij nagaan of gegevens kloppen.', en: 'While we check whether data are right.' }, { nl: 'Als wij ze niet mochten hebben, maar u niet wilt dat wij ze wissen.', en: 'If we weren’t allowed to have them, but you don’t want us to erase them.' },
      { nl: 'Als wij ze niet meer nodig hebben, maar u wel voor een rechtszaak.', en: 'If we no longer need them, but you do for a legal claim.' }, { nl: 'Terwijl wij uw bezwaar afwegen.', en: 'While we weigh your objection.' },
    ],
    worksNot: [{ nl: 'Voor een rechtszaak, om een ander te beschermen of om een zwaarwegend algemeen belang mogen wij ze toch gebruiken (art. 18 lid 2 AVG).', en: 'For a legal claim, to protect somebody else or for an important public interest we may use them all the same (art. 18(2) GDPR).' }],
  },
  {
    right: 'objection', anchor: 'bezwaar', citation: 'art. 21 AVG', heading: { nl: 'Bezwaar maken tegen het gebruik', en: 'Objecting to the use' },
    lead: { nl: 'U zegt dat u niet wilt dat wij uw gegevens gebruiken, om iets dat met uw situatie te maken heeft. Terwijl wij dat afwegen, gebruiken wij ze niet.', en: 'You say that you don’t want us to use your data, because of your situation. While we weigh that, we don’t use them.' },
    works: [{ nl: 'Als wij de gegevens gebruiken voor onze publieke taak of voor een eigen belang.', en: 'If we use the data for our public task or for an interest of our own.' }, { nl: 'Tegen reclame: altijd. Dan stoppen wij meteen.', en: 'To advertising: always. Then we stop at once.' }],
    worksNot: [{ nl: 'Als wij dwingende redenen hebben die zwaarder wegen dan uw belang, of als de gegevens nodig zijn voor een rechtszaak.', en: 'If we have compelling reasons that outweigh your interest, or if the data are needed for a legal claim.' }, { nl: 'Als u toestemming gaf, er een overeenkomst is of een wet ons verplicht. Toestemming kunt u wel intrekken.', en: 'If you gave consent, there is a contract or a law obliges us. You can withdraw consent, though.' }],
  },
  {
    right: 'portability', anchor: 'meenemen', citation: 'art. 20 AVG', heading: { nl: 'Gegevens meenemen', en: 'Taking data along' },
    lead: { nl: 'U krijgt de gegevens die u ons gaf in een bestand dat een ander programma kan lezen. Als het kan, sturen wij het rechtstreeks naar een ander.', en: 'You get the data that you gave us in a file that another program can read. Where possible we send it to another party directly.' },
    works: [{ nl: 'Voor gegevens die u zelf gaf, met toestemming of voor een overeenkomst, en die in een computer staan.', en: 'For data that you gave yourself, by consent or for a contract, and that are in a computer.' }],
    worksNot: [{ nl: 'Voor gegevens die wij gebruiken voor onze publieke taak of omdat een wet dat zegt. Daarvan kunt u wel een kopie vragen.', en: 'For data that we use for our public task or because a law says so. Of those you can ask a copy.' }],
  },
  {
    right: 'automated', anchor: 'mens', citation: 'art. 22 AVG', heading: { nl: 'Een mens laten kijken naar wat een computer besloot', en: 'Having a person look at what a computer decided' },
    lead: { nl: 'Beslist alleen een computer over iets dat belangrijk voor u is? Dan mag u vragen of een mens het opnieuw bekijkt, en vertellen wat u ervan vindt.', en: 'Does a computer alone decide on something important to you? Then you may ask for a person to look at it again, and tell what you think of it.' },
    works: [{ nl: 'Bij besluiten die gevolgen voor u hebben en waar geen mens aan te pas kwam. In de privacyverklaring staat waar dat zo is.', en: 'With decisions that affect you and in which no person took part. The privacy statement tells where that is so.' }],
    worksNot: [{ nl: 'Als een mens het besluit al nam.', en: 'If a person took the decision already.' }],
  },
  {
    right: 'information', anchor: 'informatie', citation: 'art. 12 tot en met 14 AVG', heading: { nl: 'Weten wat wij doen', en: 'Knowing what we do' },
    lead: { nl: 'Wij vertellen vooraf wat wij met uw gegevens doen. Dat staat in de privacyverklaring en bij elke verwerking in het register.', en: 'We tell beforehand what we do with your data. That is in the privacy statement and with each processing activity in the register.' },
    works: [{ nl: 'Altijd. Snapt u iets niet, of mist u iets? Vraag het.', en: 'Always. Is something unclear or missing? Ask.' }], worksNot: [{ nl: 'Als u het al weet, of als een wet zegt dat wij het niet mogen vertellen.', en: 'If you know already, or if a law says that we may not tell.' }],
  },
]
