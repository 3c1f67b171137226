import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App } from '../../src/renderer/app/app'
import type { AcceptedFile, CloseMatch } from '../../src/shared/contract/imports'
import { MaterialId } from '../../src/shared/model/ids'
import type { ProposedMaterial } from '../../src/shared/model/material'
import { memoryEngine, memoryId } from './memory-engine'
import type { MemoryFile } from './memory-imports'

const titles = ['资源共享', '师资培训', '经费保障']
const existing = MaterialId.parse(memoryId(0))

const proposal = (title: string, index: number): ProposedMaterial => ({
  index, title, from: index + 1, to: index + 1, kind: 'policy', body: `${title}的新说法`, tags: [], topics: [], audiences: [], status: 'draft', stage: null, school: '', path: [], locator: '',
})

const read = (fileName: string, key: string): MemoryFile => ({
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
const other = { of: 'library' as const, id: existing }
const match = ({ title }: ProposedMaterial): CloseMatch => ({
  text: other, source: '旧规划', locator: '一', similarity: 0.93,
  title: [{ kind: 'same', text: title }],
  body: [{ kind: 'same', text: `${title}的` }, { kind: 'removed', text: '旧' }, { kind: 'added', text: '新' }, { kind: 'same', text: '说法' }],
})

async function review() {
  const memory = memoryEngine({
    read,
    materials: [{ title: '资源共享', body: '资源共享的旧说法' }],
    close: (documents, keys) => documents.map((_, at) => ({ done: at + 1, total: documents.length, key: keys[at] ?? '', close: [0, 2].map((index) => ({ index, others: [{ text: other, similarity: 0.93 }] })) })),
    compare: (proposal) => [match(proposal)],
  })
  void render(<App engine={memory.engine} />)
  await expect.element(page.getByText('资源共享').first()).toBeVisible()
  const input = document.querySelector<HTMLInputElement>('input[type=file][aria-label="选择要导入的文件"]')
  if (!input) throw new Error('no file input')
  await userEvent.upload(input, [new File(['示例'], '示例规划.docx')])
  await expect.element(page.getByRole('button', { name: '2 条相近，待定' })).toBeVisible()
  return memory
}
const accept = (sentence: string) => userEvent.click(page.getByRole('button', { name: sentence }))
const tick = (title: string) => page.getByRole('checkbox', { name: `收入“${title}”` })
const versionsOf = (accepted: { files: AcceptedFile[] } | undefined) => accepted?.files.flatMap(({ versions }) => versions)

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
    await expect.element(page.getByRole('button', { name: '1 条相近，待定' })).toBeVisible()
    await accept('收入 1 个出处、3 条素材')
    await expect.poll(() => memory.materials.length).toBe(4)
    expect(versionsOf(memory.accepted[0])).toEqual([])
  })

  it('become versions, one by key and the next one by N', async () => {
    const memory = await review()
    await userEvent.keyboard('c4')
    await userEvent.keyboard('n')
    await expect.element(tick('经费保障')).toBeVisible()
    await expect.poll(() => document.querySelector('[data-focused]')?.getAttribute('data-proposal')).toBe('2')
    await userEvent.keyboard('4')
    await expect.element(page.getByRole('button', { name: /条相近，待定/ })).not.toBeInTheDocument()
    await accept('收入 1 个出处、3 条素材')
    await expect.poll(() => memory.accepted.length).toBe(1)
    expect(versionsOf(memory.accepted[0])).toEqual([{ index: 0, of: other }, { index: 2, of: other }])
  })

  it('are decided all at once, and that is taken back', async () => {
    await review()
    await userEvent.click(page.getByRole('button', { name: '余下相近的一律' }))
    await userEvent.click(page.getByRole('menuitem', { name: '留先有的，这条不收' }))
    await expect.element(page.getByRole('button', { name: '收入 1 个出处、1 条素材' })).toBeVisible()
    await userEvent.click(page.getByRole('button', { name: '撤销这里的改动' }))
    await expect.element(page.getByRole('button', { name: '收入 1 个出处、3 条素材' })).toBeVisible()
  })
})

describe('near-duplicates between two files of one import', () => {
  const clause = { '旧': '每学期不少于两次', '新': '每学期不少于三次' } as const
  const readOne = (fileName: string, key: string): MemoryFile => {
    const version = fileName.startsWith('旧') ? '旧' : '新'
    const file = read(fileName, key)
    if (file.status !== 'read') return file
    return { ...file, document: { ...file.document, title: `${version}规划`, materials: [{ ...proposal(`集体备课（${version}）`, 0), body: clause[version] }] } }
  }
  const reviewTwo = async () => {
    const memory = memoryEngine({
      read: readOne,
      materials: [{ title: '原有素材' }],
      close: (documents, keys) => keys.map((key, at) => ({ done: at + 1, total: documents.length, key, close: at === 1 ? [{ index: 0, others: [{ text: { of: 'import' as const, key: keys[0] ?? '', index: 0 }, similarity: 0.9 }] }] : [] })),
      compare: ({ title, body }) => [{ text: { of: 'import', key: 'file-0', index: 0 }, source: '旧规划.docx', locator: '一', similarity: 0.9, title: [{ kind: 'same', text: title }], body: [{ kind: 'same', text: body }] }],
    })
    void render(<App engine={memory.engine} />)
    await expect.element(page.getByText('原有素材').first()).toBeVisible()
    const input = document.querySelector<HTMLInputElement>('input[type=file][aria-label="选择要导入的文件"]')
    if (!input) throw new Error('no file input')
    await userEvent.upload(input, ['旧规划.docx', '新规划.docx'].map((name) => new File(['示例'], name)))
    await expect.element(page.getByRole('button', { name: '1 条相近，待定' })).toBeVisible()
    await expect.element(tick('集体备课（旧）')).toHaveFocus()
    await userEvent.keyboard('n')
    await expect.element(page.getByRole('article', { name: '另一份文件' })).toBeVisible()
    return memory
  }

  it('are gone to by N, from file to file, with the keyboard on the later one', async () => {
    await reviewTwo()
    await expect.element(tick('集体备课（新）')).toHaveFocus()
    await expect.poll(() => page.getByRole('article', { name: '另一份文件' }).element().textContent).toContain('旧规划.docx')
  })

  it('leave the earlier one out when the later takes its place', async () => {
    const memory = await reviewTwo()
    await userEvent.keyboard('2')
    await accept('收入 2 个出处、1 条素材')
    await expect.poll(() => memory.materials.map(({ body }) => body)).toEqual(['', clause['新']])
  })

  it('become versions of one another', async () => {
    const memory = await reviewTwo()
    await userEvent.keyboard('4')
    await accept('收入 2 个出处、2 条素材')
    await expect.poll(() => versionsOf(memory.accepted[0])).toEqual([{ index: 0, of: { of: 'import', key: 'file-0', index: 0 } }])
  })
})
