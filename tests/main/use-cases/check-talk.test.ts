import { describe, expect, it } from 'vitest'
import { checkTalk } from '../../../src/main/use-cases/check-talk'
import { builtIn } from '../../../src/shared/formats/talk-formats'
import { MaterialId } from '../../../src/shared/model/ids'

const wish = (markdown: string) => ({ markdown, audience: '', pictures: { info: () => null, bytes: () => new Uint8Array() }, cited: () => null, paceOf: () => 220, catalogue: builtIn })
const TALK = '---\ntitle: 示例\n---\n# 一\n## 甲\n![图](none.png)\n\n## 乙\n- 要点\n'

describe('the check before a talk', () => {
  it('puts errors first and names the block of each', () => {
    const found = checkTalk(wish(TALK), [])
    expect(found[0]).toMatchObject({ rule: 'missing-picture', severity: 'error', block: '0.0', title: '甲', place: 'line 6' })
    expect(found.slice(1).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('names blocks that are out of step and materials that were changed, and says what to do', () => {
    const material = MaterialId.parse('01890000-0000-7000-8000-000000000001')
    const found = checkTalk(wish(TALK), [
      { kind: 'script-behind', block: '0.1', print: 'x', difference: [], since: 0 },
      { kind: 'material-gone', block: '0.1', print: 'x', material, title: '示例素材', inTrash: true },
    ])
    expect(found.filter(({ title }) => title === '乙').map(({ rule, severity, suggestion }) => [rule, severity, suggestion !== undefined])).toEqual([['script-behind', 'warning', true], ['material-gone', 'warning', true]])
  })
})
