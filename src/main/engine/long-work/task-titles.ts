import type { Deed } from '../../../shared/contract/app'
import type { Localized } from '../../../shared/language'

const both = (chinese: string, english: string): Localized => ({ 'zh-CN': chinese, en: english })
const materials = (count: number) => (count === 1 ? '1 material' : `${count} materials`)

/** What stands beside the progress of long work. */
export const taskTitles = {
  editing: (count: number) => both(`正在修改 ${count} 条素材`, `Editing ${materials(count)}`),
  deleting: (count: number) => both(`正在删除 ${count} 条素材`, `Deleting ${materials(count)}`),
  restoring: (count: number) => both(`正在从回收站恢复 ${count} 项`, `Restoring ${count === 1 ? '1 item' : `${count} items`} from the trash`),
  emptying: both('正在清空回收站', 'Emptying the trash'),
  importing: (title: string) => both(`正在收入《${title}》`, `Taking in “${title}”`),
  keepingSchools: (count: number) => both(`正在导入 ${count} 所学校`, count === 1 ? 'Importing 1 school' : `Importing ${count} schools`),
  deletingSchools: (count: number) => both(`正在删除 ${count} 所学校`, count === 1 ? 'Deleting 1 school' : `Deleting ${count} schools`),
  undoing: (deed: Deed | null) => both(`正在撤销：${deed?.label['zh-CN'] ?? ''}`, `Undoing: ${deed?.label.en ?? ''}`),
  redoing: (deed: Deed | null) => both(`正在重做：${deed?.label['zh-CN'] ?? ''}`, `Doing again: ${deed?.label.en ?? ''}`),
  comparing: both('正在核对交换包', 'Comparing the bundle'),
  merging: both('正在合并交换包', 'Merging the bundle'),
  packing: both('正在打包素材库', 'Packing the library'),
  repairing: both('正在重建索引', 'Making the index anew'),
  sketching: both('正在整理素材库，可以照常使用', 'Tidying the library; everything can be used meanwhile'),
  estimatingPacks: both('正在估算宣讲包的大小', 'Estimating the size of the packs'),
  packingSchools: (count: number) => both(`正在制作 ${count} 所学校的宣讲包`, count === 1 ? 'Making the pack of 1 school' : `Making the packs of ${count} schools`),
  examining: both('正在检查素材库', 'Checking the library'),
}
