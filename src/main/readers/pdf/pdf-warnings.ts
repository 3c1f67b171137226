import type { Warning } from '../../../shared/outcome'
import { namedPages } from '../named-pages'

export const noTextLayer: Warning = {
  code: 'no-text-layer',
  place: '',
  message: {
    'zh-CN': '这份 PDF 只有图像，几乎没有可读的文字（多半是扫描件）。原件会作为出处保存；如需内容，请先做文字识别再导入。',
    en: 'This PDF holds images and next to no text, as scans do. The original is kept as a source. To use its content, run text recognition on it first.',
  },
}

/** Lines whose fonts name no characters. */
export const namelessWarning = (lines: number): Warning[] =>
  lines === 0
    ? []
    : [
        {
          code: 'text-unreadable',
          place: '',
          message: { 'zh-CN': `有 ${lines} 行文字使用了不含字符信息的字体，无法读出，原件中仍可查看。`, en: `Lines set in fonts that do not say which characters they draw were left out: ${lines}. They can be seen in the original.` },
        },
      ]

export const unreadableWarning = (pages: readonly number[]): Warning[] => {
  if (pages.length === 0) return []
  const named = namedPages(pages)
  return [{ code: 'page-unreadable', place: `page ${pages[0]}`, message: { 'zh-CN': `有 ${pages.length} 页已损坏，没有读出：${named['zh-CN']}。其余各页不受影响。`, en: `Damaged pages that could not be read: ${pages.length} (${named.en}). The other pages are complete.` } }]
}

/** @param page from 1, behind which drawings were no longer looked through; null when all were. */
export const drawingsWarning = (page: number | null): Warning[] =>
  page === null
    ? []
    : [
        {
          code: 'drawings-left-out',
          place: `page ${page}`,
          message: { 'zh-CN': `这份 PDF 很大，第 ${page} 页之后的图片和表格没有单独取出，文字不受影响，原件中仍可查看。`, en: `This PDF is very large: pictures and tables after page ${page} were not taken out. The text is complete; see the original file.` },
        },
      ]

/** @param pages from 1, that draw figures line by line. */
export const figuresWarning = (pages: readonly number[]): Warning[] => {
  if (pages.length === 0) return []
  const named = namedPages(pages)
  return [
    {
      code: 'drawn-figures-left-out',
      place: `page ${pages[0]}`,
      message: {
        'zh-CN': `有 ${pages.length} 页带有用线条绘制的图形（流程图、示意图等），未取入：${named['zh-CN']}。图中的文字已读出；需要时请从原件截图，再作为图片添加。`,
        en: `Pages with figures drawn in lines, such as flow charts, which were not taken out: ${pages.length} (${named.en}). Their words were read. To use one, take a screenshot from the original and add it as a picture.`,
      },
    },
  ]
}
