// Lets Node 24 load the product: it strips types from .ts itself, and .tsx (JSX) goes through esbuild, kept by content.
// Much faster than a loader for everything: a start reads some hundreds of small modules.
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, globSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createRequire, enableCompileCache, registerHooks } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const cache = cacheFolder()
const require = createRequire(import.meta.url)
const { version } = require('esbuild/package.json')

process.setSourceMapsEnabled(true)
if (cache !== undefined) {
  enableCompileCache(join(cache, 'compiled'))
  // Threads and programs that this one starts find it here; else each reader of workbooks parses a megabyte anew.
  process.env.NODE_COMPILE_CACHE ??= join(cache, 'compiled')
}

registerHooks({
  load(url, context, nextLoad) {
    if (!url.startsWith('file:') || !url.endsWith('.tsx')) return nextLoad(url, context)
    return { format: 'module', source: translated(fileURLToPath(url)), shortCircuit: true }
  },
})

function translated(path) {
  const kept = cache === undefined ? undefined : keptAs(path)
  if (kept === undefined) return translate([path]).get(path)
  if (!existsSync(kept)) keepAll(path)
  return readFileSync(kept, 'utf8')
}

// The first file that is missing brings the others along: one run of esbuild costs as much as forty small ones.
function keepAll(path) {
  const all = new Set([path, ...globSync(['src/**/*.tsx', 'test/**/*.tsx'], { cwd: root }).map((file) => join(root, file))])
  for (const [file, text] of translate([...all].filter((one) => !existsSync(keptAs(one))))) {
    const kept = keptAs(file)
    writeFileSync(`${kept}.${process.pid}`, text)
    renameSync(`${kept}.${process.pid}`, kept)
  }
}

function translate(paths) {
  const { buildSync } = require('esbuild')
  const out = join(root, 'out')
  const { outputFiles } = buildSync({
    entryPoints: paths, outbase: root, outdir: out, absWorkingDir: root, write: false, bundle: false, format: 'esm', target: 'es2024',
    jsx: 'automatic', jsxImportSource: 'hono/jsx', sourcemap: 'inline', sourcesContent: false, tsconfigRaw: '{"compilerOptions":{"verbatimModuleSyntax":true}}',
    logLevel: 'silent',
  })
  return new Map(paths.map((path) => {
    const file = join(out, path.slice(root.length)).replace(/\.tsx$/, '.js')
    return [path, outputFiles.find((output) => output.path === file)?.text ?? '']
  }))
}

function keptAs(path) {
  const hash = createHash('sha256').update(`${version}\0${path}\0`).update(readFileSync(path)).digest('hex')
  return join(cache, `${hash.slice(0, 32)}.js`)
}

// The clone itself when it may be written, else a folder of this login's own; without either nothing is kept.
function cacheFolder() {
  for (const folder of [join(root, `node_modules/.cache/waarborg-${userInfo().uid}`), join(tmpdir(), `waarborg-${userInfo().uid}`)]) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      accessSync(folder, constants.W_OK)
      // What lies here is run: a folder that others can write in is not ours.
      const { uid, mode } = statSync(folder)
      if (uid === userInfo().uid && (mode & 0o022) === 0) return folder
    } catch {
      // Not here.
    }
  }
  return undefined
}
