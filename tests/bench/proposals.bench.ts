import { expect, it } from 'vitest'
import { MaterialFilter } from '../../src/shared/contract/library'
import { audienceOf, formatOf } from '../../src/shared/formats/talk-formats'
import { timeBudget } from '../../src/shared/formats/time-budget'
import { openLibrary } from '../../src/main/library/library'
import { proposeMaterials } from '../../src/main/use-cases/propose-materials'
import { anEnvironment } from '../main/library/a-library'
import { FULL_SIZE, generatedLibrary } from './generated-library'

const sizes = process.env['BENCH_FULL'] === '1' ? [1_000, 20_000, FULL_SIZE] : [1_000, 20_000]
const ROUNDS = 20

it.each(sizes)('proposes for every gap of a talk of 30 minutes: %i materials', (size) => {
  const folder = generatedLibrary(size)
  const library = openLibrary(folder.path, anEnvironment({ newId: () => crypto.randomUUID() }))
  try {
    const topic = library.materials.labels().topics[0]?.label ?? ''
    const gaps = timeBudget(formatOf('policy+case'), audienceOf('students'), 30).flatMap(({ blocks }) => blocks).map(({ block, seconds }) => ({ kinds: block.materials, seconds }))
    const propose = () => proposeMaterials(library, { title: `${topic}走进课堂`, audience: 'students', language: 'zh-CN', gaps, cited: [], limit: 3 }, Date.now())
    // The first search reads the index into memory, whoever asks; it is none of this.
    library.materials.search({ text: '教', filter: MaterialFilter.parse({}), limit: 1, offset: 0 })
    const times = Array.from({ length: ROUNDS }, () => {
      const before = process.cpuUsage()
      expect(propose().some((proposed) => proposed.length > 0)).toBe(true)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    }).toSorted((a, b) => a - b)
    process.stdout.write(`proposals, ${size} materials, ${gaps.length} gaps: ${times[ROUNDS / 2]?.toFixed(1)} ms of processor in the middle, ${times.at(-1)?.toFixed(1)} at most\n`)
  } finally {
    library.close()
    folder.remove()
  }
})
