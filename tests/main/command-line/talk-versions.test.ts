import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepTalk, restoreVersion } from '../../../src/main/command-line/commands/talk-versions'
import { Session } from '../../../src/main/command-line/session'

let folder: string
let session: Session
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-versions-'))
  const engine = { folder: join(folder, 'library'), version: '0.0.0', host: 'command-line', readerFile: '', checkerFile: '', taskFile: '', starterFolder: '', dataFolder: join(folder, 'data') } as const
  session = new Session('en', () => undefined, new AbortController().signal, engine)
})
afterEach(() => {
  session.close()
  rmSync(folder, { recursive: true, force: true })
})

it('puts the text of a version back, and keeps what stood there', async () => {
  const first = '---\ntitle: 示例\n---\n# 一\n## 甲\n'
  const { talk } = await session.client.talks.importMarkdown({ fileName: 'a.md', markdown: first })
  await keepTalk(session, talk.id, '送审稿')
  const edited = first.replace('甲', '乙')
  await session.client.talks.save({ id: talk.id, markdown: edited, revision: talk.revision })
  const { json } = await restoreVersion(session, '示例', '送审稿')
  expect((await session.client.talks.get({ id: talk.id })).markdown).toBe(first)
  const kept = (await session.client.talkVersions.list({ talkId: talk.id })).find(({ reason }) => reason === 'before-restore')
  expect(json).toMatchObject({ id: talk.id, kept: kept?.id })
  expect(kept && (await session.client.talkVersions.text({ id: kept.id })).markdown).toBe(edited)
  await expect(restoreVersion(session, '示例', '定稿')).rejects.toThrow(expect.objectContaining({ code: 'version-not-found' }))
})
