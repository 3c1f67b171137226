import { beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App } from '../../src/renderer/app/app'
import { noPins } from '../../src/shared/contract/leaving'
import type { Engine } from '../../src/renderer/app/engine'
import type { AppState } from '../../src/shared/contract/app'
import { LecternError } from '../../src/shared/outcome'
import { memoryEngine } from './memory-engine'
import { overriding } from './overriding-engine'

const sentence = (chinese: string) => ({ 'zh-CN': chinese, en: chinese })

async function openSettings(wrap: (engine: Engine) => Engine = (engine) => engine) {
  const memory = memoryEngine({ materials: [{ title: '一条' }] })
  void render(<App engine={wrap(memory.engine)} />)
  await expect.element(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible()
  return memory
}
const press = (name: string | RegExp) => userEvent.click(page.getByRole('button', { name }))

async function chooseFile(name: string): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type=file][aria-label="从文件恢复…"]')
  if (!input) throw new Error('no file input')
  await userEvent.upload(input, [new File(['示例'], name)])
}

/** Catches the download that a press leads to, as the name of its file. */
function downloads(): string[] {
  const names: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (this.download) names.push(this.download)
  })
  return names
}

beforeEach(() => {
  history.replaceState(null, '', '#/settings')
  localStorage.clear()
  vi.restoreAllMocks()
})

describe('backups', () => {
  it('are made, listed as checked, restored after a word about what will happen, and the way back is offered', async () => {
    await openSettings()
    await expect.element(page.getByText('还没有备份。')).toBeVisible()
    await press('现在备份')
    await expect.element(page.getByText('已打开核对', { exact: true })).toBeVisible()
    await press(/^恢复 .* 的备份$/)
    await expect.element(page.getByText('现在的素材库会先存成一份备份，所以恢复之后还可以再退回来。')).toBeVisible()
    await userEvent.click(page.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }))
    await expect.element(page.getByText('素材库现在有 0 个出处，0 条素材，0 份宣讲稿。')).toBeVisible()
    await press('退回恢复之前')
    await expect.poll(() => document.querySelectorAll('tbody tr[class*=Table]').length).toBeGreaterThan(3)
  })

  it('that cannot be read are shown and not offered', async () => {
    const broken = { name: 'x.db', reason: 'daily' as const, madeAt: 1_788_220_800_000, bytes: 1, counts: null }
    await openSettings((engine) => overriding(engine, { keeping: { backups: () => Promise.resolve([broken]) } }))
    await expect.element(page.getByText('读不出来')).toBeVisible()
    await expect.element(page.getByRole('button', { name: /^恢复 .* 的备份$/ })).toBeDisabled()
  })

  it('say why a file is not one, and nothing has changed', async () => {
    await openSettings((engine) => overriding(engine, { keeping: { open: () => Promise.reject(new LecternError('not-a-backup', sentence('这个文件不是讲台的备份。'))) } }))
    await chooseFile('旧库.lectern-backup')
    await expect.element(page.getByText('这个文件不是讲台的备份。')).toBeVisible()
    await expect.element(page.getByRole('dialog').getByRole('button', { name: '恢复', exact: true })).toBeDisabled()
  })

  it('say what a file holds, when and by which Lectern it was made, before anything changes', async () => {
    await openSettings()
    await chooseFile('旧库.lectern-backup')
    await expect.element(page.getByText(/从“旧库\.lectern-backup”恢复/)).toBeVisible()
    await expect.element(page.getByText(/里面有 2 个出处，30 条素材，4 份宣讲稿，5 个图片和原件。/)).toBeVisible()
    await expect.element(page.getByText(/做成于 /)).toBeVisible()
    await expect.element(page.getByText('出自讲台 1.2.3。')).toBeVisible()
    await expect.element(page.getByText(/这不是当前素材库的备份/)).toBeVisible()
    await userEvent.click(page.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }))
    await expect.element(page.getByText('素材库现在有 0 个出处，0 条素材，0 份宣讲稿。')).toBeVisible()
  })

  it('can be stopped on the way back, with progress until then, and leave the library as it is', async () => {
    let stopped = false
    const goOn = Promise.withResolvers<void>()
    const endless = async function* (signal: AbortSignal | undefined) {
      yield { type: 'progress' as const, done: 1, total: 4 }
      await goOn.promise
      yield { type: 'progress' as const, doing: 'indexing' as const, done: 30, total: 60 }
      await new Promise<void>((_resolve, reject) =>
        signal?.addEventListener('abort', () => {
          stopped = true
          reject(new Error('stopped'))
        }),
      )
    }
    await openSettings((engine) => overriding(engine, { keeping: { restore: (_input: unknown, options?: { signal?: AbortSignal }) => Promise.resolve(endless(options?.signal)) as unknown as ReturnType<Engine['keeping']['restore']> } }))
    await chooseFile('旧库.lectern-backup')
    await userEvent.click(page.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }))
    await expect.element(page.getByText(/正在恢复 25%/)).toBeVisible()
    // A backup of an earlier Lectern is brought on last.
    goOn.resolve()
    await expect.element(page.getByText(/正在准备搜索，50%/)).toBeVisible()
    await userEvent.click(page.getByRole('dialog').getByRole('button', { name: '停止恢复' }))
    await expect.poll(() => stopped).toBe(true)
    await expect.element(page.getByRole('dialog').getByRole('button', { name: '恢复', exact: true })).toBeEnabled()
  })

  it('can be stopped while one is being made', async () => {
    let stopped = false
    await openSettings((engine) =>
      overriding(engine, {
        keeping: {
          backUp: (_input: unknown, options?: { signal?: AbortSignal }) =>
            new Promise((_resolve, reject) => {
              options?.signal?.addEventListener('abort', () => {
                stopped = true
                reject(new DOMException('stopped', 'AbortError'))
              })
            }),
        },
      }),
    )
    await press('现在备份')
    await press('取消')
    await expect.poll(() => stopped).toBe(true)
    await expect.element(page.getByRole('dialog', { name: '正在备份' })).not.toBeInTheDocument()
  })
})

describe('leaving', () => {
  it('hands over a bundle, Markdown files and a complete copy', async () => {
    const names = downloads()
    await openSettings()
    await press('做成交换包（.lectern）')
    await expect.poll(() => names).toEqual(['示例素材库.bundle'])
    await press('存成 Markdown 文件（.zip）')
    await expect.poll(() => names.length).toBe(2)
    await press('另存一份完整副本…')
    await expect.poll(() => names).toEqual(['示例素材库.bundle', '示例素材库.markdown', '示例素材库.backup'])
  })

  it('opens a bundle, says what it holds, and merges only when told', async () => {
    await openSettings()
    const input = document.querySelector<HTMLInputElement>('input[type=file][aria-label="选择要打开的 .lectern 交换包"]')
    if (!input) throw new Error('no file input')
    await userEvent.upload(input, [new File(['包'], '同事.lectern')])
    await expect.element(page.getByText('里面有 0 个出处、1 条素材、0 份宣讲稿、0 个图片和原件。')).toBeVisible()
    await expect.element(page.getByText('交换来的素材')).toBeVisible()
    await press('合并进来')
    await expect.element(page.getByText('已合并，新增 1 项。')).toBeVisible()
  })

  it('lists what was kept twice', async () => {
    const record = { type: 'material' as const, id: '01900000-0000-7000-8000-000000000001', title: '两边不同', standing: 'newer' as const }
    await openSettings((engine) => overriding(engine, { leaving: { merge: () => Promise.resolve({ added: 1, identical: 0, assets: 0, pins: noPins, keptBoth: [{ ...record, keptAs: record.id }] }) } }))
    const input = document.querySelector<HTMLInputElement>('input[type=file][aria-label="选择要打开的 .lectern 交换包"]')
    if (!input) throw new Error('no file input')
    await userEvent.upload(input, [new File(['包'], '同事.lectern')])
    await press('合并进来')
    await expect.element(page.getByText('两边不同')).toBeVisible()
  })
})

describe('the check of the library', () => {
  it('offers the repair of a problem once, and shows what is left', async () => {
    const problem = { code: 'search-out-of-step', message: sentence('索引与内容不一致。'), repair: 'rebuild-derived' as const }
    await openSettings((engine) => overriding(engine, { app: { doctor: () => Promise.resolve({ ok: false, problems: [problem, problem], hints: [{ code: 'cloud-folder', message: sentence('在网盘里。') }] }) } }))
    await press('现在检查')
    await expect.element(page.getByText('发现 2 个问题')).toBeVisible()
    await expect.element(page.getByText('在网盘里。')).toBeVisible()
    await press('重建索引')
    await expect.element(page.getByText('素材库完好。')).toBeVisible()
  })
})

describe('notices', () => {
  it('stand beneath the title bar until they are put away, and a cloud folder is not told of again', async () => {
    const withNotices = (engine: Engine): Engine =>
      overriding(engine, {
        app: {
          state: async (): Promise<AppState> => ({ ...(await engine.app.state()), notices: [{ code: 'cloud-folder', message: sentence('素材库在网盘里。') }, { code: 'backup-failed', message: sentence('今天没有备份成。') }] }),
        },
      })
    await openSettings(withNotices)
    await expect.element(page.getByText('素材库在网盘里。')).toBeVisible()
    await expect.element(page.getByRole('link', { name: '去看备份' })).toBeVisible()
    await userEvent.click(page.getByRole('button', { name: '知道了，收起' }).first())
    await expect.element(page.getByText('素材库在网盘里。')).not.toBeInTheDocument()
    await expect.element(page.getByText('今天没有备份成。')).toBeVisible()
    expect(localStorage.getItem('lectern-notices-put-away')).toBe(JSON.stringify(['示例素材库/cloud-folder']))
  })
})
