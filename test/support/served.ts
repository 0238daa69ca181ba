// The product at a real address, for a real browser: the application of the tests behind a port of its own.
import type { Server } from 'node:http'
import { after } from 'node:test'
import { createAdaptorServer } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { openJobs } from '../../src/ground/jobs.ts'
import { makeHouse } from '../../src/web.tsx'
import { startWork } from '../../src/work.ts'
import { testDatabase } from './database.ts'
import { goodPassword } from './people.ts'
import { product } from './product.ts'

let shared: Promise<string> | undefined
let stop: (() => void) | undefined
after(() => stop?.())

/** Address of the product (`http://127.0.0.1:43210`), served until the tests end. */
export function served(): Promise<string> {
  return shared ??= serve()
}

async function serve(): Promise<string> {
  const { app } = await product()
  const http = createAdaptorServer({ fetch: app.fetch }) as Server
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', () => done()))
  stop = () => {
    http.closeAllConnections()
    http.close()
  }
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}

/** Has the product's jobs done in the background for as long as `trip` lasts; other tests do theirs by hand. */
export async function withWork(trip: () => Promise<void>): Promise<void> {
  const { appUrl } = await testDatabase()
  const { deps } = await product()
  const jobs = await openJobs(appUrl)
  try {
    await startWork(jobs, makeHouse(deps))
    await trip()
  } finally {
    await jobs.stop(5_000)
  }
}

/** Signs in as a person of `tenant()`, by typing. */
export async function signIn(page: Page, base: string, person: { email: string }): Promise<void> {
  await page.goto(`${base}/inloggen`)
  await page.locator('input[name=email]').fill(person.email)
  await page.locator('input[name=password]').fill(goodPassword)
  await page.locator('input[name=password]').press('Enter')
  await page.waitForURL((url) => !url.pathname.startsWith('/inloggen'))
}
