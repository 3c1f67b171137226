import type { AssetHash } from '../../src/shared/model/ids'
import type { DesignDefinition } from '../../src/shared/model/own-design'
import type { Template, TemplateLayout, TemplatePlaceholder } from '../../src/shared/model/template'

const place = (type: string, index: number, x: number, y: number, width: number, height: number, more: Partial<TemplatePlaceholder> = {}): TemplatePlaceholder => ({
  type, index, box: { x, y, width, height }, inset: { left: 0, top: 0, right: 0, bottom: 0 }, anchor: 'middle', align: 'left', size: 36, bold: true, colour: '000000', font: type === 'title' ? 'heading' : 'body', ...more,
})
const title = place('title', 0, 900_000, 400_000, 10_400_000, 1_000_000)
const body = place('obj', 1, 900_000, 1_800_000, 10_400_000, 4_200_000, { anchor: 'top', bold: false, size: 28 })

const layout = (part: number, name: string, type: string, placeholders: readonly TemplatePlaceholder[]): TemplateLayout => ({
  part: `ppt/slideLayouts/slideLayout${part}.xml`, name, type, master: 0, ownColourMap: false, text: '000000', items: [], placeholders: [...placeholders],
  colourMap: { tx1: 'dk1', bg1: 'lt1', tx2: 'dk2', bg2: 'lt2', accent1: 'accent1', accent2: 'accent2', accent3: 'accent3', accent4: 'accent4', accent5: 'accent5', accent6: 'accent6', hlink: 'hlink', folHlink: 'folHlink' },
  background: { kind: 'solid', colour: 'FDF6E3', opacity: 1 },
})

const template: Template = {
  size: { width: 12_192_000, height: 6_858_000 },
  masters: [
    {
      part: 'ppt/slideMasters/slideMaster1.xml', id: 2 ** 31, name: '示例主题',
      colours: { dk1: '000000', lt1: 'FFFFFF', dk2: '1F3864', lt2: 'E7E6E6', accent1: '2F6EBA', accent2: 'ED7D31', accent3: 'A5A5A5', accent4: 'FFC000', accent5: '5B9BD5', accent6: '70AD47', hlink: '0563C1', folHlink: '954F72' },
      fonts: { heading: { latin: '微软雅黑', eastAsian: '微软雅黑' }, body: { latin: '微软雅黑', eastAsian: '微软雅黑' } },
    },
  ],
  layouts: [layout(1, '标题幻灯片', 'title', [place('ctrTitle', 0, 900_000, 1_800_000, 10_400_000, 1_500_000), place('subTitle', 1, 900_000, 3_600_000, 10_400_000, 1_500_000)]), layout(2, '标题和内容', 'obj', [title, body]), layout(3, '仅标题', 'titleOnly', [title]), layout(4, '空白', 'blank', [])],
}

/** A design of the user's own as a library has it, for tests without files: a cream page, four layouts, no picture. */
export const aDesign: DesignDefinition = { name: { 'zh-CN': '示例模板', en: 'Sample template' }, template, parts: 'f'.repeat(64) as AssetHash, choices: {} }
