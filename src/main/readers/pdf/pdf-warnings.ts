import type { Warning } from '../../../shared/outcome'

/** As many pages as a message can name. */
const NAMED = 5

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
  const named = pages.slice(0, NAMED).join(', ')
  const more = pages.length > NAMED
  return [{ code: 'page-unreadable', place: `page ${pages[0]}`, message: { 'zh-CN': `有 ${pages.length} 页已损坏，没有读出：第 ${named}${more ? ' 等' : ''} 页。其余各页不受影响。`, en: `Damaged pages that could not be read: ${pages.length} (${named}${more ? ' …' : ''}). The other pages are complete.` } }]
}

/** @param from the page, from 1, behind which pictures were no longer looked for; null when all pages were. */
export const picturesWarning = (from: number | null): Warning[] =>
  from === null
    ? []
    : [
        {
          code: 'pictures-left-out',
          place: `page ${from}`,
          message: { 'zh-CN': `这份 PDF 中的图片很大，第 ${from} 页之后的图片没有导入，文字不受影响，原件中仍可查看。`, en: `The pictures of this PDF are very large; those after page ${from} were left out. The text is complete; see the original file.` },
        },
      ]
