import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assetHashOf } from '../../../src/main/library/assets'
import { ImportSpool } from '../../../src/main/library/import-spool'
import { openLibrary, type Library } from '../../../src/main/library/library'
import { closeProposals, compareProposal } from '../../../src/main/use-cases/close-proposals'
import { PendingImports } from '../../../src/main/use-cases/pending-imports'
import type { CloseEvent } from '../../../src/shared/contract/imports'
import { aDocument, aDraft, aFolder, anEnvironment, aProposal } from '../library/a-library'

const clause = '各学校要建立数字教育资源常态化应用机制，每学期组织教师开展不少于两次的集体备课与观摩研讨。'
const story = '山里下了第一场雪，孩子们在窗前看，老师把那天的课改成了写信，写给去年毕业的同学。'

describe('close proposals of an import', () => {
  let folder: ReturnType<typeof aFolder>
  let library: Library
  let imports: PendingImports
  beforeEach(() => {
    folder = aFolder()
    library = openLibrary(folder.path, anEnvironment())
    imports = new PendingImports(new ImportSpool(library.folder.importSpool))
  })
  afterEach(() => {
    library.close()
    folder.remove()
  })

  const add = async (key: string, ...bodies: string[]) => {
    const document = aDocument(bodies, { materials: bodies.map((body, index) => aProposal(index, { body })) })
    await imports.add('one', key, `${key}.docx`, assetHashOf(new TextEncoder().encode(key)), { bytes: new Uint8Array(1), document, media: new Map() })
  }
  const search = async (signal?: AbortSignal): Promise<CloseEvent[]> => {
    const events: CloseEvent[] = []
    for await (const event of closeProposals({ library, imports }, 'one', signal)) events.push(event)
    return events
  }

  it('finds those of two files that are nearly the same, at the later one', async () => {
    await add('甲', story, clause)
    await add('乙', clause.replace('两次', '三次'))
    const [first, second] = await search()
    expect(first).toMatchObject({ done: 1, total: 2, key: '甲', close: [] })
    expect(second).toMatchObject({ key: '乙', close: [{ index: 0, others: [{ text: { of: 'import', key: '甲', index: 1 } }] }] })
    expect(second?.close[0]?.others[0]?.similarity).toBeGreaterThan(0.9)
  })

  it('finds the library’s as well, the nearest of all first', async () => {
    const { id } = library.materials.create(aDraft({ title: '常态化', body: clause }), null)
    await add('甲', clause.replace('两次', '三次'))
    await add('乙', clause)
    const [, second] = await search()
    expect(second?.close[0]?.others.map(({ text }) => text)).toEqual([{ of: 'library', id }, { of: 'import', key: '甲', index: 0 }])
  })

  it('does not compare a file with itself', async () => {
    await add('甲', clause, clause)
    expect((await search()).flatMap(({ close }) => close)).toEqual([])
  })

  it('goes on without what is accepted meanwhile', async () => {
    for (const key of ['甲', '乙', '丙']) await add(key, clause)
    const seen: [string, number][] = []
    for await (const { key, close } of closeProposals({ library, imports }, 'one')) {
      seen.push([key, close.length])
      if (key === '甲') await imports.drop('one', ['甲', '乙'])
    }
    expect(seen).toEqual([['甲', 0], ['乙', 0], ['丙', 1]])
  })

  it('stops when it is cancelled', async () => {
    await add('甲', clause)
    expect(await search(AbortSignal.abort())).toEqual([])
  })

  it('shows how two differ, names the other file, and is silent about what is gone', async () => {
    await add('甲', clause)
    await add('乙', clause.replace('两次', '三次'))
    const beside = { of: 'import', key: '甲', index: 0 } as const
    const [match] = await compareProposal({ library, imports }, 'one', '乙', 0, [beside, { of: 'import', key: '丙', index: 0 }])
    expect(match).toMatchObject({ text: beside, source: '甲.docx', locator: '二' })
    expect(match?.body.filter(({ kind }) => kind !== 'same').map(({ text }) => text)).toEqual(['两', '三'])
    await imports.drop('one', ['甲'])
    expect(await compareProposal({ library, imports }, 'one', '乙', 0, [beside])).toEqual([])
  })
})
