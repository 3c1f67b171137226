/**
 * Makes the packs of a library in threads of its own, and says on standard output how many are done.
 * `node pack-child.mjs <library> <folder of the packs> <task file> <pack file>`
 */
import { writeSync } from 'node:fs'
import { openEngine } from '../../src/main/engine/open-engine'

const [, , folder = '', to = '', taskFile = '', packFile = ''] = process.argv
const say = (line: string) => writeSync(1, `${line}\n`)

const { context, close } = openEngine({ folder, version: '0.1.0', host: 'command-line', readerFile: '', checkerFile: '', starterFolder: '', dataFolder: `${folder}-data`, taskFile, packFile })
const { library } = context
const [{ id } = { id: null }] = library.talks.list()
if (id === null) throw new Error('The library has no talk')
say('begun')
const report = await context.works.run(
  'makePacks',
  { talk: { id, markdown: library.talks.get(id).markdown }, schools: library.schools.list().map((school) => school.id), audiences: {}, kinds: ['slides', 'script', 'handout', 'quiz'], preset: 'official', shownAs: {}, to, zip: false, file: null, language: 'zh-CN', version: '0.1.0', threads: 2, packFile },
  { watch: (done) => say(`done ${done}`) },
)
say(`finished ${report.results.filter(({ status }) => status !== 'failed').length} ${report.results.filter(({ status }) => status === 'unchanged').length}`)
close()
