import { test } from 'node:test'
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import { assetRoutes, assetUrl, prepareAssets, preparedAssets } from './assets.ts'
import { pruneRules, reachableTokens } from './css/pruning.ts'
import { usedClasses } from './css/used-classes.ts'

test('addresses hold the hash, may be kept for ever, and come in the encoding that the browser takes', async () => {
  await prepareAssets()
  const url = assetUrl('app.css')
  assert.match(url, /^\/assets\/app-[\w-]{12}\.css$/)
  const answer = await assetRoutes.request(url, { headers: { 'Accept-Encoding': 'gzip, br' } })
  assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable')
  assert.equal(answer.headers.get('content-encoding'), 'br')
  assert.equal(answer.headers.get('content-type'), 'text/css; charset=utf-8')
  const css = brotliDecompressSync(Buffer.from(await answer.arrayBuffer())).toString()
  assert.match(css, /\.voorbeeld-theme\{/)
  assert.equal(await (await assetRoutes.request(url)).text(), css)
  assert.equal((await assetRoutes.request('/assets/app.css')).headers.get('cache-control'), 'no-cache')
  assert.equal((await assetRoutes.request('/assets/../package.json')).status, 404)
})

test('N-36 P-01: the stylesheets stay under 30 and 20 kB, all islands together under 6 kB, compressed with gzip', async () => {
  const size = Object.fromEntries((await preparedAssets()).map((asset) => [asset.name, asset.gzip.length]))
  assert.ok((size['app.css'] ?? Infinity) < 30_000 && (size['public.css'] ?? Infinity) < 20_000 && (size['app.js'] ?? Infinity) < 6_000, JSON.stringify(size))
})

test('every token that a stylesheet uses without fallback is defined in it', async () => {
  for (const { name, plain } of (await preparedAssets()).filter((asset) => asset.name.endsWith('.css'))) {
    const css = plain.toString()
    const defined = new Set([...css.matchAll(/(--[\w-]+):/g)].map((found) => found[1]))
    const missing = [...css.matchAll(/var\((--(?:wb|basis|voorbeeld)-[\w-]+)\)/g)].map((found) => found[1]).filter((token) => !defined.has(token))
    assert.deepEqual([...new Set(missing)], [], name)
  }
})

test('colours stand in the two themes only, so that both schemes and every house style reach them', () => {
  const folder = fileURLToPath(new URL('css/', import.meta.url))
  const literal = globSync('*.css', { cwd: folder }).filter((name) => name !== 'theme.css' && name !== 'dark.css')
    .flatMap((name) => [...readFileSync(folder + name, 'utf8').matchAll(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|color-mix)\(/gi)].map(([colour]) => `${name}: ${colour}`))
  assert.deepEqual(literal, [])
})

test('nothing in a stylesheet or island is asked from another server', async () => {
  for (const { name, plain } of await preparedAssets()) {
    const addresses = [...plain.toString().matchAll(/(?:https?:)?\/\/[\w.-]+\.\w+[^'")\s]*/g)].map((found) => found[0]).filter((address) => !address.includes('www.w3.org/2000/svg'))
    assert.deepEqual(addresses, [], name)
  }
})

test('a class of the design system that a page carries is on the list of used classes, and none is listed in vain', () => {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const carried = new Set<string>()
  for (const file of globSync('**/*.{ts,tsx}', { cwd: root })) {
    if (/used-classes|\.test\./.test(file)) continue
    for (const found of readFileSync(`${root}/${file}`, 'utf8').matchAll(/\butrecht-[a-z][\w-]*(?![\w-]|\$)/g)) carried.add(found[0])
  }
  const alerts = ['error', 'info', 'ok', 'warning'].map((tone) => `utrecht-alert--${tone}`)
  const inPackageNames = ['utrecht-alert--']
  assert.deepEqual([...carried].filter((name) => !usedClasses.includes(name) && !inPackageNames.includes(name)), [])
  assert.deepEqual(usedClasses.filter((name) => !carried.has(name) && !alerts.includes(name)), [])
})

test('pruning keeps the selectors whose classes are all used, also within media queries', () => {
  const css = '@charset "utf-8";.a,.b{x:1}.a .c{x:2}@media print{.b{x:3}.a{x:4}}@keyframes k{from{x:5}}.a:is(.a,.b){x:6}'
  assert.equal(pruneRules(css, new Set(['a'])), '.a{x:1}@media print{.a{x:4}}')
})

test('tokens are kept when the stylesheet reaches them, directly or through another token', () => {
  const theme = '.t {\n  --a: var(--b);\n  --b: 1px; /* why */\n  --c: 2px;\n}'
  assert.equal(reachableTokens(theme, '.x{width:var( --a, 3px)}'), '--a:var(--b);--b:1px')
})
