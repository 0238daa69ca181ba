// Device: a browser and system in a few words ("Firefox op Windows"), so that people recognise their own sessions.
import { say, t, type Words } from '../ground/words.ts'

const browsers: readonly [RegExp, string][] = [[/Edg\//, 'Edge'], [/OPR\//, 'Opera'], [/SamsungBrowser/, 'Samsung Internet'], [/Firefox\/|FxiOS/, 'Firefox'], [/Chrome\/|CriOS/, 'Chrome'], [/Safari\//, 'Safari'], [/curl\//, 'curl']]
const systems: readonly [RegExp, string][] = [[/Windows/, 'Windows'], [/iPhone|iPad/, 'iOS'], [/Android/, 'Android'], [/Mac OS X|Macintosh/, 'macOS'], [/CrOS/, 'ChromeOS'], [/Linux/, 'Linux']]

/** As it is stored, in Dutch. Never the whole header: that would be a fingerprint we don't need. */
export function deviceOf(userAgent: string | undefined): string {
  const text = (userAgent ?? '').slice(0, 512)
  const browser = browsers.find(([shape]) => shape.test(text))?.[1]
  const system = systems.find(([shape]) => shape.test(text))?.[1]
  if (!browser && !system) return unknown
  return [browser ?? 'Browser', system].filter(Boolean).join(' op ')
}

/** A stored device in the reader's language. */
export function sayDevice(stored: string): string {
  const fixed = fixedWords.find(({ nl }) => nl === stored)
  return fixed ? say(fixed) : t(stored, stored.replace(' op ', ' on '))
}

const unknown = 'Onbekend apparaat'
/** Whoever works at the machine itself, without a browser. */
export const commandLine = 'Opdrachtregel'
const fixedWords: readonly Words[] = [{ nl: unknown, en: 'Unknown device' }, { nl: commandLine, en: 'Command line' }]
