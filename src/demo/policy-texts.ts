// Policy texts: parts that several organisations of the demo world have in their own policy; all of it is invented.

export const sections = (...parts: readonly string[]): string => parts.join('\n\n')

export const breaches = (reportTo: string) => `# Als het misgaat

Merkt u dat gegevens weg zijn, bij de verkeerde liggen of niet meer kloppen? Meld dat meteen bij ${reportTo}. Twijfelt u? Meld het dan ook.

## Binnen 72 uur

Is er een risico voor mensen, dan melden wij het datalek binnen 72 uur na ontdekking bij de Autoriteit Persoonsgegevens. Is het risico hoog, dan vertellen wij het ook aan de mensen om wie het gaat.

## Leren

Elk datalek komt in ons register. Twee keer per jaar bespreken wij wat wij ervan leerden.`

export const rights = (answerer: string) => `# Uw rechten

Iedereen mag ons vragen:

- welke gegevens wij hebben, en een kopie daarvan;
- om fouten te verbeteren;
- om gegevens te wissen of een tijd niet te gebruiken;
- om te stoppen met een gebruik waar iemand bezwaar tegen heeft.

${answerer} antwoordt binnen een maand. Is het ingewikkeld, dan mag dat twee maanden langer duren; dat schrijven wij dan binnen de eerste maand.`

export const supervision = `# Toezicht

De functionaris gegevensbescherming houdt toezicht, geeft advies en krijgt daarbij van niemand opdrachten. De privacy officer helpt collega’s en houdt het register bij. Wie een proces leidt, is zelf verantwoordelijk voor de gegevens daarin.`

export const retention = (term: string) => `# Bewaren en wissen

Wij bewaren gegevens niet langer dan nodig. Voor elk soort gegevens staat in het register hoe lang dat is, en waarom.

## Vaste termijnen

${term}`
