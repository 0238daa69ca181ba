#!/usr/bin/env node
// The command `waarborg`: the product's front door, on Node 24.
import { argv } from 'node:process'
import { run } from './node24.js'

run('src/main.ts', argv.slice(2))
