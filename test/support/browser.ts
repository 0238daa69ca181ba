// Browser: one Chromium for all tests in a process, started when first asked for, and what tests ask of a page in it.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe, { type NodeResult, type Result } from 'axe-core'
import sparticuz from '@sparticuz/chromium'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { contrastFaults } from './contrast.ts'

// Not the package's own flags: those put everything in one process and switch web security off.
const flags = [
  '--no-sandbox', '--headless', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--no-first-run', '--disable-quic',
]

let starting: Promise<Browser> | undefined

/** The process's browser. Close it with closeBrowser in an `after`, or use withPage. */
export function browser(): Promise<Browser> {
  return (starting ??= start())
}

export async function closeBrowser(): Promise<void> {
  const open = starting
  starting = undefined
  await (await open)?.close()
}

/** Runs work with the browser, and closes it afterwards. */
export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  try {
    return await work(await browser())
  } finally {
    await closeBrowser()
  }
}

/** A page in a context of its own (own cookies), 1280 × 800 unless said otherwise. Close it by `page.context().close()`. */
export async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await (await browser()).newContext({ viewport: { width: 1280, height: 800 }, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', ...options })
  context.setDefaultTimeout(10_000)
  return context.newPage()
}

/** Runs work with a page of its own, and closes that page. */
export async function withPage<T>(options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await newPage(options)
  try {
    return await work(page)
  } finally {
    await page.context().close()
  }
}

/**
 * What axe finds on the page against WCAG 2.2 AA and its best practices: one line per rule, with the elements. Empty when nothing.
 * axe runs in the page itself: the wrapper for Playwright loads it a second time in a page of its own and takes four times as long. Pages have no frames.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const options = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { 'color-contrast': { enabled: false } }, resultTypes: ['violations'] }
  // As text: axe is known in the page only.
  const violations = await page.evaluate<Violation[]>(`axe.run(document, ${JSON.stringify(options)})
    .then(({ violations }) => violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })) })))`)
  // More than half of axe's time: a rule apart, on what is new to it.
  return [...violations.map(sayViolation), ...await contrastLines(page)]
}

/** Of what axe finds only what colours decide: for a page whose structure passed in another view. */
export async function contrastViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return contrastLines(page)
}

async function contrastLines(page: Page): Promise<string[]> {
  const nodes = await contrastFaults(page)
  return nodes.length === 0 ? [] : [sayViolation({ id: 'color-contrast', help: 'letters must stand out from what is behind them', nodes })]
}

function sayViolation({ id, help, nodes }: Violation): string {
  return `${id}: ${help}: ${nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary?.replace(/\s+/g, ' ')})`).join('; ')}`
}

type Violation = Pick<Result, 'id' | 'help'> & { nodes: Pick<NodeResult, 'target' | 'failureSummary'>[] }

/** Pixels by which the page is wider than its window; 0 when nothing has to be scrolled sideways. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

async function start(): Promise<Browser> {
  const { executablePath, env } = await inOwnFolder(async () => {
    const path = await alone(() => sparticuz.executablePath())
    return { executablePath: path, env: { ...process.env, ...(await bundledLibraries(path)) } }
  })
  return chromium.launch({ executablePath, args: flags, env, headless: true, ignoreDefaultArgs: ['--headless'] })
}

// The package unpacks into the temporary folder, for its own user only: each user of the machine needs a folder apart.
async function inOwnFolder<T>(work: () => Promise<T>): Promise<T> {
  const before = process.env.TMPDIR
  const folder = join(tmpdir(), `waarborg-chromium-${userInfo().uid}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  process.env.TMPDIR = folder
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

// A machine without Chromium's system libraries gets those that the package brings along.
async function bundledLibraries(executablePath: string): Promise<Record<string, string>> {
  if (spawnSync(executablePath, ['--no-sandbox', '--version']).status === 0) return {}
  const build = dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))
  const { inflate }: { inflate: (file: string) => Promise<string> } = await import(pathToFileURL(join(build, 'lambdafs.js')).href)
  const folder = await alone(() => inflate(join(build, '../bin/al2023.tar.br')))
  return { LD_LIBRARY_PATH: [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') }
}

// The package takes a half unpacked file for a whole one, so that two test processes must not unpack at once.
async function alone<T>(work: () => Promise<T>): Promise<T> {
  const lock = join(tmpdir(), 'waarborg-chromium.lock')
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch {
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
      if (age > 120_000) rmdirSync(lock)
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  try {
    return await work()
  } finally {
    rmdirSync(lock)
  }
}
