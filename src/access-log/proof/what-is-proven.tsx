// What the seals prove, and what they can't, for people who rely on them.
import { t } from '../../ground/words.ts'
import { Details } from '../../page-kit/document.tsx'
import { Section } from '../../page-kit/form.tsx'

export function WhatIsProven() {
  return (
    <Section heading={t('Wat dit bewijst, en wat niet', 'What this proves, and what it doesn’t')} id="uitleg">
      <Details summary={t('Wel bewezen', 'Proven')}>
        <ul>
          <li>{t('Van wat verzegeld is, is niets veranderd, weggelaten, toegevoegd of verplaatst, tenzij iemand ook de sleutel had. Verzegelen gebeurt binnen enkele seconden.', 'Of what was sealed nothing was changed, left out, added or moved, unless somebody had the key as well. Sealing takes place within seconds.')}</li>
          <li>{t('Ook wie de sleutel heeft, kan niets veranderen dat ouder is dan een verzegeling die elders bewaard is, zonder dat het uitkomt.', 'Even whoever has the key can’t change what is older than a checkpoint that is kept elsewhere, without it coming to light.')}</li>
          <li>{t('Wat na de bewaartermijn is verwijderd, is verwijderd door een verwijdering die zelf verzegeld is.', 'What was removed after its term was removed by a removal that is sealed itself.')}</li>
        </ul>
      </Details>
      <Details summary={t('Niet bewezen', 'Not proven')}>
        <ul>
          <li>{t('Dat een programma alles vastlegde wat het deed. Wat nooit is gestuurd, staat er niet in.', 'That a program logged everything it did. What was never sent isn’t there.')}</li>
          <li>{t('Dat klopt wat een programma stuurde: wie, wat en wanneer komen van dat programma.', 'That what a program sent is true: who, what and when come from that program.')}</li>
          <li>{t('Iets over de laatste seconden die nog niet verzegeld zijn.', 'Anything about the last seconds that aren’t sealed yet.')}</li>
          <li>{t('Iets tegenover wie de database en de sleutel heeft, zolang geen verzegeling elders ligt.', 'Anything towards whoever has the database and the key, as long as no checkpoint lies elsewhere.')}</li>
          <li>{t('Het moment van verzegelen zelf: dat komt van de klok van de server.', 'The moment of sealing itself: it comes from the server’s clock.')}</li>
        </ul>
      </Details>
    </Section>
  )
}
