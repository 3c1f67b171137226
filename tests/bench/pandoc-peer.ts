/** A comparable deck through pandoc, the whole process: what a lecturer with Markdown has without Lectern. Its charts are tables, for pandoc has none. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Media } from '../../src/main/writers/pptx/write-deck'
import type { AssetHash } from '../../src/shared/model/ids'
import type { Deck, Scene, SceneItem } from '../../src/shared/slides/scene'

const versionOfPandoc = (): string | null => {
  try {
    return /\S+ [\d.]+/.exec(execFileSync('pandoc', ['--version'], { encoding: 'utf8' }))?.[0] ?? null
  } catch {
    return null
  }
}
/** `pandoc 2.17.1.1`; null where there is none. */
export const PANDOC = versionOfPandoc()

const plain = (words: string): string => words.replaceAll(/[\n|]/g, ' ')
const tableOf = (rows: readonly (readonly string[])[]): string => rows.flatMap((row, index) => [`| ${row.map(plain).join(' | ')} |`, ...(index === 0 ? [`|${'---|'.repeat(row.length)}`] : [])]).join('\n')
const paragraphs = (item: Extract<SceneItem, { kind: 'text' }>): readonly string[] => item.paragraphs.map(({ runs }) => plain(runs.map(({ text }) => text).join('')))

function shown(item: SceneItem): string {
  switch (item.kind) {
    case 'text':
      return item.placeholder === 'title' ? '' : paragraphs(item).map((line) => `- ${line}`).join('\n')
    case 'picture':
      return `![${plain(item.alt)}](${item.asset}.jpg)`
    case 'table':
      return tableOf(item.rows.map(({ cells }) => cells.map((cell) => cell.paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join(' '))))
    case 'chart':
      return tableOf([['', ...item.categories], ...item.series.map(({ name, values }) => [name, ...values.map(String)])])
    case 'shape':
      return ''
  }
}

const slideOf = (scene: Scene): string => [`## ${plain(scene.title)}`, ...scene.items.map(shown).filter((part) => part !== ''), ...(scene.notes === '' ? [] : [`::: notes\n${scene.notes}\n:::`])].join('\n\n')

/** The deck as pandoc's Markdown beside its pictures. @returns `run` writes the deck and returns the bytes it has */
export function pandocOf(deck: Deck, media: (hash: AssetHash) => Media): { readonly run: () => number; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-pandoc-'))
  for (const { items } of deck.scenes) for (const item of items) if (item.kind === 'picture') writeFileSync(join(folder, `${item.asset}.jpg`), media(item.asset).bytes)
  writeFileSync(join(folder, 'deck.md'), deck.scenes.map(slideOf).join('\n\n'))
  return {
    run: () => {
      execFileSync('pandoc', ['deck.md', '--slide-level=2', '-o', 'deck.pptx'], { cwd: folder, stdio: 'ignore' })
      return statSync(join(folder, 'deck.pptx')).size
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}
