import type { Localized } from '../../shared/language'

const both = (chinese: string, english: string): Localized => ({ 'zh-CN': chinese, en: english })
const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`)

/** What the undo menu calls a deed. */
export const deedLabels = {
  addMaterial: (title: string) => both(`新建素材“${title}”`, `Add “${title}”`),
  editMaterial: (title: string) => both(`修改素材“${title}”`, `Edit “${title}”`),
  removeMaterials: (count: number) => both(`删除 ${count} 条素材`, `Delete ${counted(count, 'material', 'materials')}`),
  importSource: (title: string, materials: number) => both(`导入《${title}》（${materials} 条素材）`, `Import “${title}” (${counted(materials, 'material', 'materials')})`),
  editSource: (title: string) => both(`修改出处《${title}》`, `Edit source “${title}”`),
  removeSource: (title: string) => both(`删除出处《${title}》`, `Delete source “${title}”`),
  removeTalk: (title: string) => both(`删除宣讲稿《${title}》`, `Delete talk “${title}”`),
}
