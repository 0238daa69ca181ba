// Bundle: turns the stylesheets, the design system's used part and the islands into small files, compressed beforehand.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build, transform } from 'esbuild'
import { pruneRules, reachableTokens } from './css/pruning.ts'
import { usedClasses } from './css/used-classes.ts'

export type Asset = { name: string; type: string; plain: Buffer; gzip: Buffer; brotli: Buffer }

const target = ['chrome115', 'firefox115', 'safari16.4']

/** `here` is this room's folder, `modules` node_modules, `islands` name → file. */
export async function bundle(here: string, modules: string, islands: ReadonlyMap<string, string>): Promise<Asset[]> {
  const [library, own] = await Promise.all([
    transform(readFileSync(join(modules, '@utrecht/component-library-css/dist/index.css'), 'utf8'), { loader: 'css', minify: true, target }),
    build({
      entryPoints: { ...Object.fromEntries(islands), 'app.style': join(here, 'css/entry-app.css'), 'public.style': join(here, 'css/entry-public.css'), 'dark.style': join(here, 'css/dark.css') },
      bundle: true, minify: true, write: false, outdir: '/', format: 'esm', target, legalComments: 'none', logLevel: 'silent',
    }),
  ])
  const theme = readFileSync(join(modules, '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css'), 'utf8')
  const components = pruneRules(library.code, new Set(usedClasses))
  const readingComponents = pruneRules(library.code, new Set(usedClasses.filter((name) => /heading|link|table|alert|button$|button--|textbox|select|form-/.test(name))))
  const outputs = own.outputFiles.map(({ path, text }) => ({ name: path.slice(path.lastIndexOf('/') + 1), text }))
  const dark = outputs.find(({ name }) => name === darkName)?.text ?? ''
  const files = outputs.filter(({ name }) => name !== darkName).map(({ name, text }) => {
    if (!name.endsWith('.css')) return asset(name, 'text/javascript; charset=utf-8', text)
    return asset(name.replace('.style', ''), 'text/css; charset=utf-8', stylesheet(theme, name.startsWith('public') ? readingComponents : components, text + onDark(dark)))
  })
  return Promise.all([...files, asset('icon.svg', 'image/svg+xml', readFileSync(join(here, 'css/icon.svg'), 'utf8'))])
}

const darkName = 'dark.style.css'
const themeClass = '.voorbeeld-theme'

/** The same declarations under two conditions: the device asks for dark and the reader left it at that, or the reader chose dark. */
function onDark(css: string): string {
  const under = (condition: string) => css.replaceAll(themeClass, `${themeClass}${condition}`)
  return `@media screen and (prefers-color-scheme:dark){${under('[data-scheme=device]')}}@media screen{${under('[data-scheme=dark]')}}`
}

// In a layer the library always yields to our own rules, whatever its selectors weigh.
function stylesheet(theme: string, components: string, own: string): string {
  const rules = `@layer library{${components}}${own}`
  return `${themeClass}{${reachableTokens(theme, rules)}}${rules}`
}

async function asset(name: string, type: string, text: string): Promise<Asset> {
  const plain = Buffer.from(text)
  const [gzipped, brotli] = await Promise.all([
    promisify(gzip)(plain, { level: 9 }),
    promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }),
  ])
  return { name, type, plain, gzip: gzipped, brotli }
}
