// Cookies: every cookie that the product can set, and the only place that sets one; the page that tells visitors about them reads the same list (H-10, W-15).
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Words } from './words.ts'

export type Cookie = {
  readonly name: string
  /** With https its name begins with `__Host-`, so that no neighbouring domain can set it. */
  readonly isHostOnly: boolean
  /** How long a browser keeps it; without it until the browser closes. */
  readonly seconds?: number
  /** Who can get it: a visitor, only by asking for something; a colleague, by signing in. */
  readonly who: 'visitor' | 'colleague'
  /** When it is set, and what it is for. */
  readonly purpose: Words
  readonly lasts: Words
}

const [minute, hour, year] = [60, 3_600, 365 * 24 * 3_600]

/** All are functional (art. 11.7a lid 3 Telecommunicatiewet): nobody is counted or followed, and none goes to another party. */
export const cookies = {
  language: {
    name: 'taal', isHostOnly: false, seconds: year, who: 'visitor', lasts: { nl: 'een jaar, of tot u weer Nederlands kiest', en: 'a year, or until you choose Dutch again' },
    purpose: { nl: 'Onthoudt dat u een andere taal koos. U krijgt hem pas als u op de taalknop drukt.', en: 'Remembers that you chose another language. You get it only when you press the language button.' },
  },
  colours: {
    name: 'kleuren', isHostOnly: false, seconds: year, who: 'visitor', lasts: { nl: 'een jaar, of tot u weer de kleuren van uw apparaat kiest', en: 'a year, or until you choose the colours of your device again' },
    purpose: { nl: 'Onthoudt dat u lichte of donkere kleuren koos. U krijgt hem pas als u daarop drukt.', en: 'Remembers that you chose light or dark colours. You get it only when you press that button.' },
  },
  session: {
    name: 'waarborg_session', isHostOnly: true, who: 'colleague', lasts: { nl: 'tot de browser sluit; de sessie zelf duurt hooguit twaalf uur', en: 'until the browser closes; the session itself lasts twelve hours at most' },
    purpose: { nl: 'Houdt een medewerker ingelogd.', en: 'Keeps an employee signed in.' },
  },
  passkey: {
    name: 'waarborg_passkey', isHostOnly: true, seconds: 5 * minute, who: 'colleague', lasts: { nl: 'vijf minuten', en: 'five minutes' },
    purpose: { nl: 'Zorgt dat alleen deze browser een inlog met een passkey kan afmaken.', en: 'Makes sure that only this browser can finish a sign-in with a passkey.' },
  },
  provider: {
    name: 'waarborg_oidc', isHostOnly: true, seconds: 15 * minute, who: 'colleague', lasts: { nl: 'een kwartier', en: 'fifteen minutes' },
    purpose: { nl: 'Zorgt dat alleen deze browser een inlog via de eigen organisatie kan afmaken.', en: 'Makes sure that only this browser can finish a sign-in through the own organisation.' },
  },
  kept: {
    name: 'waarborg_kept', isHostOnly: true, seconds: 24 * hour, who: 'colleague', lasts: { nl: 'een dag', en: 'a day' },
    purpose: { nl: 'Geeft een medewerker terug wat getypt was toen de sessie afliep.', en: 'Gives an employee back what was typed when the session ended.' },
  },
  form: {
    name: 'waarborg_formulier', isHostOnly: true, seconds: 24 * hour, who: 'visitor', lasts: { nl: 'een dag', en: 'a day' },
    purpose: { nl: 'Bewaart wat u in een formulier hebt ingevuld tot u het verstuurt. U krijgt hem pas als u op “Volgende” drukt.', en: 'Keeps what you filled in on a form until you send it. You get it only when you press “Next”.' },
  },
  employee: {
    name: 'waarborg_medewerker', isHostOnly: true, seconds: 12 * hour, who: 'colleague', lasts: { nl: 'twaalf uur', en: 'twelve hours' },
    purpose: { nl: 'Onthoudt dat een medewerker het formulier opende met de link van de organisatie.', en: 'Remembers that an employee opened the form with the organisation’s link.' },
  },
  portal: {
    name: 'waarborg_portaal', isHostOnly: true, who: 'visitor', lasts: { nl: 'tot de browser sluit; de sessie zelf duurt hooguit een uur', en: 'until the browser closes; the session itself lasts an hour at most' },
    purpose: { nl: 'Houdt u ingelogd nadat u liet zien wie u bent.', en: 'Keeps you signed in after you showed who you are.' },
  },
  portalProvider: {
    name: 'waarborg_portaal_inlog', isHostOnly: true, seconds: 15 * minute, who: 'visitor', lasts: { nl: 'een kwartier', en: 'fifteen minutes' },
    purpose: { nl: 'Zorgt dat alleen deze browser een inlog voor het portaal kan afmaken.', en: 'Makes sure that only this browser can finish a sign-in for the portal.' },
  },
} as const satisfies Readonly<Record<string, Cookie>>

export type CookieKey = keyof typeof cookies

/** The name under which a browser keeps it. */
export function cookieNameOf(key: CookieKey, isHttps: boolean): string {
  const { name, isHostOnly } = cookies[key]
  return isHostOnly && isHttps ? `__Host-${name}` : name
}

export function readCookie(c: Context, key: CookieKey, isHttps: boolean): string | undefined {
  return getCookie(c, cookieNameOf(key, isHttps))
}

export function giveCookie(c: Context, key: CookieKey, isHttps: boolean, value: string): void {
  const { seconds }: Cookie = cookies[key]
  setCookie(c, cookieNameOf(key, isHttps), value, { path: '/', httpOnly: true, sameSite: 'Lax', secure: isHttps, ...(seconds === undefined ? {} : { maxAge: seconds }) })
}

export function takeCookieAway(c: Context, key: CookieKey, isHttps: boolean): void {
  deleteCookie(c, cookieNameOf(key, isHttps), { path: '/', secure: isHttps, httpOnly: true, sameSite: 'Lax' })
}
