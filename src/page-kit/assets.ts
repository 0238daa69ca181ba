// Assets: stylesheets, islands and the icon, under addresses that hold their content's hash, so that a browser may keep them for ever.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import type { Asset } from './bundle.ts'

type Served = Asset & { url: string }

const here = dirname(fileURLToPath(import.meta.url))
const modules = join(here, '../../node_modules')
const islands = new Map<string, string>([['app', join(here, 'islands/app.ts')]])
let prepared: Map<string, Served> | undefined
let preparing: Promise<Map<string, Served>> | undefined

/** Adds an island of a higher room: `<Page islands={['name']}>` then loads it. It may import only from its own folder, which is what the cache looks at. */
export function registerIsland(name: string, file: URL): void {
  islands.set(name, fileURLToPath(file))
  prepared = preparing = undefined
}

/** The address of `app.css`, `public.css`, `icon.svg` or `<island>.js`. Before prepareAssets (in a test) it has no hash and may not be kept. */
export function assetUrl(name: string): string {
  return prepared?.get(name)?.url ?? `/assets/${name}`
}

/** Bundles everything, or takes it from the cache under node_modules/.cache; call once at start. */
export async function prepareAssets(): Promise<void> {
  preparing ??= prepare()
  // What failed once may succeed when it is asked again.
  preparing.catch(() => { preparing = undefined })
  prepared = await preparing
}

/** Serves `/assets/*`, in the best encoding the browser takes. */
export const assetRoutes = new Hono().get('/assets/:file', async (c) => {
  if (!prepared) await prepareAssets()
  const file = c.req.param('file')
  const asset = [...(prepared?.values() ?? [])].find((one) => one.url === `/assets/${file}` || one.name === file)
  if (!asset) return c.notFound()
  c.header('Content-Type', asset.type)
  c.header('Vary', 'Accept-Encoding')
  c.header('Cache-Control', asset.name === file ? 'no-cache' : 'public, max-age=31536000, immutable')
  const accepted = c.req.header('Accept-Encoding') ?? ''
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined
  if (encoding) c.header('Content-Encoding', encoding)
  return c.body(new Uint8Array(encoding === 'br' ? asset.brotli : encoding === 'gzip' ? asset.gzip : asset.plain))
})

/** What stands ready now: for tests on size. */
export async function preparedAssets(): Promise<readonly Asset[]> {
  await prepareAssets()
  return [...(prepared?.values() ?? [])]
}

async function prepare(): Promise<Map<string, Served>> {
  const cacheFile = join(modules, '.cache/waarborg', `assets-${hashOfSources()}.json`)
  const assets = readCache(cacheFile) ?? await bundleAndKeep(cacheFile)
  return new Map(assets.map((asset) => {
    const hash = createHash('sha256').update(asset.plain).digest('base64url').slice(0, 12)
    return [asset.name, { ...asset, url: `/assets/${asset.name.replace(/\.(\w+)$/, `-${hash}.$1`)}` }]
  }))
}

async function bundleAndKeep(cacheFile: string): Promise<Asset[]> {
  const { bundle } = await import('./bundle.ts')
  const assets = await bundle(here, modules, islands)
  try {
    mkdirSync(dirname(cacheFile), { recursive: true })
    const written = `${cacheFile}.${process.pid}`
    writeFileSync(written, JSON.stringify(assets.map(({ name, type, plain, gzip, brotli }) => [name, type, ...[plain, gzip, brotli].map((bytes) => bytes.toString('base64'))])))
    renameSync(written, cacheFile)
  } catch {
    // A folder that can't be written to costs the next start a few tenths of a second, nothing more.
  }
  return assets
}

function readCache(file: string): Asset[] | undefined {
  try {
    const rows: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (!Array.isArray(rows)) return undefined
    return rows.map(([name, type, plain, gzip, brotli]: string[]) => ({ name: name ?? '', type: type ?? '', plain: decode(plain), gzip: decode(gzip), brotli: decode(brotli) }))
  } catch {
    return undefined
  }
}

function decode(text = ''): Buffer {
  return Buffer.from(text, 'base64')
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  const folders = new Set([join(here, 'css'), ...[...islands.values()].map((file) => dirname(file))])
  for (const folder of [...folders].sort()) {
    for (const file of readdirSync(folder).filter((name) => /\.(ts|css|svg)$/.test(name)).sort()) hash.update(file).update(readFileSync(join(folder, file)))
  }
  for (const source of ['@utrecht/component-library-css', '@nl-design-system-unstable/voorbeeld-design-tokens', 'esbuild']) {
    hash.update(readFileSync(join(modules, source, 'package.json')))
  }
  return hash.update(readFileSync(join(here, 'bundle.ts'))).update([...islands].join()).digest('hex').slice(0, 24)
}
