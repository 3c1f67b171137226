import { describe, expect, it } from 'vitest'
import { sortChosen } from '../../src/renderer/screens/import/import-files'

const at = (path: string): File => Object.assign(new File([''], path.split('/').at(-1) ?? path), { webkitRelativePath: path.includes('/') ? path : '' })
const paths = (chosen: readonly { file: File; folder: string }[]) => chosen.map(({ file, folder }) => [folder, file.name].filter(Boolean).join('/'))

describe('what is read of a drop', () => {
  it('reads a single file whatever it is called: the gate says what it is', () => {
    expect(paths(sortChosen([at('开班.mp4'), at('.隐藏.txt')]).readable)).toEqual(['开班.mp4', '.隐藏.txt'])
  })

  it('passes over Office’s lock files wherever they lie, and hidden things in folders', () => {
    const sorted = sortChosen([at('~$规划.docx'), at('夹/~$规划.docx'), at('夹/.git/config'), at('夹/__MACOSX/规划.docx'), at('夹/规划.docx')])
    expect(paths(sorted.readable)).toEqual(['夹/规划.docx'])
    expect(sorted.notDocuments).toEqual([])
  })

  it('names films, sound and programs of a folder apart', () => {
    const sorted = sortChosen([at('夹/开班.MP4'), at('夹/二/方案.pdf')])
    expect(paths(sorted.readable)).toEqual(['夹/二/方案.pdf'])
    expect(paths(sorted.notDocuments)).toEqual(['夹/开班.MP4'])
  })

  it('knows the folders of a drop by the path that the drop zone gives', () => {
    const dropped = Object.assign(new File([''], '规划.docx'), { relativePath: './资料/2026/规划.docx' })
    expect(sortChosen([dropped]).readable).toEqual([{ file: dropped, folder: '资料/2026' }])
  })
})
