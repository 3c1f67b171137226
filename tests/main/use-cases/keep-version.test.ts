import { describe, expect, it } from 'vitest'
import { importTalk } from '../../../src/main/use-cases/import-talk'
import { keepVersion } from '../../../src/main/use-cases/keep-version'
import { saveTalk } from '../../../src/main/use-cases/save-talk'
import { withLibrary } from '../library/a-library'

const MINUTE = 60_000
const TALK = `## 甲\n- 一\n\n:::script\n${'讲'.repeat(220)}\n:::\n\n## 乙\n- 二\n`

describe('a version', () => {
  it('says how many blocks it has and how long it takes at the pace of its lecturer', () =>
    withLibrary((library) => {
      const { talk } = importTalk(library, TALK)
      library.settings.change({ pace: 220 })
      expect(keepVersion(library, talk.id, 'by-hand', talk.markdown, '初稿')).toMatchObject({ blocks: 2, seconds: 60, name: '初稿' })
    }))

  it('is kept of a text that has rested, as soon as work goes on, and of none that is being worked on', () => {
    let now = Date.parse('2026-03-02T08:00:00Z')
    return withLibrary(
      (library) => {
        const { talk } = importTalk(library, TALK)
        saveTalk(library, talk.id, `${TALK}三`, 1)
        now += 29 * MINUTE
        saveTalk(library, talk.id, `${TALK}四`, 2)
        expect(library.talkVersions.ofTalk(talk.id)).toEqual([])
        now += 31 * MINUTE
        saveTalk(library, talk.id, `${TALK}五`, 3)
        saveTalk(library, talk.id, `${TALK}六`, 4)
        const [version, ...others] = library.talkVersions.ofTalk(talk.id)
        expect(version).toMatchObject({ reason: 'pause' })
        expect(others).toEqual([])
        expect(library.talkVersions.text(version!.id)).toBe(`${TALK}四`)
      },
      { clock: () => now },
    )
  })

  it('is not kept of a save that is refused', () => {
    let now = Date.parse('2026-03-02T08:00:00Z')
    return withLibrary(
      (library) => {
        const { talk } = importTalk(library, TALK)
        now += 31 * MINUTE
        expect(() => saveTalk(library, talk.id, '别的', 7)).toThrow(expect.objectContaining({ code: 'talk-changed-elsewhere' }))
        expect(library.talkVersions.ofTalk(talk.id)).toEqual([])
      },
      { clock: () => now },
    )
  })
})
