import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App } from '../../src/renderer/app/app'
import type { ImportedFile } from '../../src/shared/contract/library'
import type { SimilarMaterial } from '../../src/shared/contract/versions'
import { MaterialId } from '../../src/shared/model/ids'
import type { ProposedMaterial } from '../../src/shared/model/material'
import { memoryEngine, memoryId } from './memory-engine'
import { overriding } from './overriding-engine'

const titles = ['资源共享', '师资培训', '经费保障']
const existing = MaterialId.parse(memoryId(0))

const proposal = (title: string, index: number): ProposedMaterial => ({
  index, title, from: index + 1, to: index + 1, kind: 'policy', body: `${title}的新说法`, tags: [], topics: [], audiences: [], status: 'draft', stage: null, school: '', path: [], locator: '',
})

const read = (fileName: string, key: string): ImportedFile => ({
  status: 'read',
  key,
  fileName,
  document: {
    format: 'docx', title: '示例规划', issuer: '', number: '', date: '', outline: [], warnings: [],
    paragraphs: titles.map((text, at) => ({ index: at + 1, text, number: '', level: 0, kind: 'body' as const })),
    materials: titles.map(proposal),
  },
})

/** The first and the last proposal are close to the one material of the library. */
const match = (title: string): SimilarMaterial => ({
  id: existing, kind: 'policy', status: 'approved', source: '旧规划', locator: '一', updatedAt: 1, similarity: 0.93,
  title: [{ kind: 'same', text: title }],
  body: [{ kind: 'same', text: `${title}的` }, { kind: 'removed', text: '旧' }, { kind: 'added', text: '新' }, { kind: 'same', text: '说法' }],
})

async function review() {
  const memory = memoryEngine({ read, materials: [{ title: '资源共享', body: '资源共享的旧说法' }] })
  const engine = overriding(memory.engine, {
    versions: { similarTo: ({ wordings }) => Promise.resolve(wordings.filter(({ title }) => title !== '师资培训').map(({ key, title }) => ({ key, matches: [match(title)] }))) },
  })
  void render(<App engine={engine} />)
  await expect.element(page.getByText('资源共享').first()).toBeVisible()
  const input = document.querySelector<HTMLInputElement>('input[type=file][aria-label="选择要导入的文件"]')
  if (!input) throw new Error('no file input')
  await userEvent.upload(input, [new File(['示例'], '示例规划.docx')])
  await expect.element(page.getByRole('button', { name: '2 条与库中相近' })).toBeVisible()
  return memory
}
const accept = (sentence: string) => userEvent.click(page.getByRole('button', { name: sentence }))
const tick = (title: string) => page.getByRole('checkbox', { name: `收入“${title}”` })
const versionsOf = (accepted: unknown) => (accepted as { files: { materials: ProposedMaterial[] }[] }).files.flatMap(({ materials }) => materials.map(({ versionOf }) => versionOf))

beforeEach(() => {
  history.replaceState(null, '', '#/library')
})

describe('near-duplicates in the review', () => {
  it('stand side by side, the library left and the proposal right, with what differs marked', async () => {
    await review()
    await userEvent.keyboard('c')
    const left = page.getByRole('article', { name: '库中' })
    const right = page.getByRole('article', { name: '这次读到的' })
    await expect.element(left).toBeVisible()
    expect([...left.element().querySelectorAll('del, ins')].map(({ outerHTML }) => outerHTML)).toEqual(['<del>旧</del>'])
    expect([...right.element().querySelectorAll('del, ins')].map(({ outerHTML }) => outerHTML)).toEqual(['<ins>新</ins>'])
  })

  it('leave the proposal out when the library’s is kept', async () => {
    const memory = await review()
    await userEvent.keyboard('c1')
    await expect.element(tick('资源共享')).not.toBeChecked()
    await accept('收入 1 个出处、2 条素材')
    await expect.poll(() => memory.materials.map(({ title }) => title)).toEqual(['资源共享', '师资培训', '经费保障'])
  })

  it('put the library’s away when the proposal takes its place', async () => {
    const memory = await review()
    await userEvent.keyboard('c2')
    await accept('收入 1 个出处、3 条素材')
    await expect.poll(() => memory.materials.map(({ body }) => body)).toEqual(['资源共享的新说法', '师资培训的新说法', '经费保障的新说法'])
  })

  it('both stay, and the question is settled', async () => {
    const memory = await review()
    await userEvent.keyboard('c3')
    await expect.element(page.getByRole('button', { name: '1 条与库中相近' })).toBeVisible()
    await accept('收入 1 个出处、3 条素材')
    await expect.poll(() => memory.materials.length).toBe(4)
    expect(versionsOf(memory.accepted[0])).toEqual([undefined, undefined, undefined])
  })

  it('become versions, one by key and the next one by N', async () => {
    const memory = await review()
    await userEvent.keyboard('c4')
    await userEvent.keyboard('n')
    await expect.element(tick('经费保障')).toBeVisible()
    await expect.poll(() => document.querySelector('[data-focused]')?.getAttribute('data-proposal')).toBe('2')
    await userEvent.keyboard('4')
    await expect.element(page.getByRole('button', { name: /条与库中相近/ })).not.toBeInTheDocument()
    await accept('收入 1 个出处、3 条素材')
    await expect.poll(() => memory.accepted.length).toBe(1)
    expect(versionsOf(memory.accepted[0])).toEqual([existing, undefined, existing])
  })

  it('are decided all at once, and that is taken back', async () => {
    await review()
    await userEvent.click(page.getByRole('button', { name: '余下相近的一律' }))
    await userEvent.click(page.getByRole('menuitem', { name: '保留库中原有的，这条不收' }))
    await expect.element(page.getByRole('button', { name: '收入 1 个出处、1 条素材' })).toBeVisible()
    await userEvent.click(page.getByRole('button', { name: '撤销这里的改动' }))
    await expect.element(page.getByRole('button', { name: '收入 1 个出处、3 条素材' })).toBeVisible()
  })
})
