// Makes the data that each server of a run of tests begins with, in the folder that is named.
import '../../src/tied-rooms.ts'
import { makeTemplate } from './server.ts'

await makeTemplate(process.argv[2]!)
process.exit(0)
