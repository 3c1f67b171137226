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
  editMaterials: (count: number) => both(`修改 ${count} 条素材`, `Edit ${counted(count, 'material', 'materials')}`),
  restoreRevision: (title: string, revision: number) => both(`把素材“${title}”恢复到第 ${revision} 版`, `Bring “${title}” back to revision ${revision}`),
  linkVersions: (title: string, count: number) => both(`把 ${count} 条素材关联为“${title}”的版本`, `Link ${counted(count, 'material', 'materials')} as versions of “${title}”`),
  unlinkVersion: (title: string) => both(`取消素材“${title}”的版本关联`, `Take “${title}” out of its versions`),
  addCaseEvent: (title: string) => both(`为案例“${title}”记一笔进展`, `Record a step of “${title}”`),
  editCaseEvent: (title: string) => both(`修改案例“${title}”的进展`, `Edit a step of “${title}”`),
  removeCaseEvent: (title: string) => both(`删除案例“${title}”的一笔进展`, `Delete a step of “${title}”`),
  supersedeSource: (title: string, by: string) => both(`用《${by}》取代《${title}》`, `Replace “${title}” by “${by}”`),
  reinstateSource: (title: string) => both(`恢复《${title}》的效力`, `Let “${title}” stand again`),
  saveSearch: (name: string) => both(`保存查找“${name}”`, `Save the search “${name}”`),
  editSearch: (name: string) => both(`修改查找“${name}”`, `Edit the search “${name}”`),
  removeSearch: (name: string) => both(`删除查找“${name}”`, `Delete the search “${name}”`),
  addCollection: (title: string) => both(`新建素材集“${title}”`, `Add the collection “${title}”`),
  editCollection: (title: string) => both(`修改素材集“${title}”`, `Edit the collection “${title}”`),
  removeCollection: (title: string) => both(`删除素材集“${title}”`, `Delete the collection “${title}”`),
  addToCollection: (title: string, count: number) => both(`向素材集“${title}”加入 ${count} 条素材`, `Add ${counted(count, 'material', 'materials')} to “${title}”`),
  takeFromCollection: (title: string, count: number) => both(`从素材集“${title}”移出 ${count} 条素材`, `Take ${counted(count, 'material', 'materials')} out of “${title}”`),
  arrangeCollection: (title: string) => both(`调整素材集“${title}”的顺序`, `Arrange “${title}”`),
  markRead: (title: string) => both(`标记“${title}”已读`, `Mark “${title}” as read`),
  markUnread: (title: string) => both(`标记“${title}”未读`, `Mark “${title}” as unread`),
  restore: (count: number, title: string) => (count === 1 ? both(`从回收站恢复“${title}”`, `Restore “${title}”`) : both(`从回收站恢复 ${count} 项`, `Restore ${count} items`)),
  emptyTrash: (count: number) => both(`从回收站彻底删除 ${count} 项`, `Delete ${counted(count, 'item', 'items')} from the trash`),
  mergeBundle: (count: number) => both(`合并交换包（${count} 项）`, `Merge a bundle (${counted(count, 'record', 'records')})`),
  removeRehearsal: (title: string) => both(`删除《${title}》的一次排练`, `Delete a rehearsal of “${title}”`),
  setPace: (name: string, pace: number) => both(`把${name}的语速设为每分钟 ${pace} 字`, `Set the pace of ${name} to ${pace} characters a minute`),
  removeLecturer: (name: string) => both(`删除主讲人${name}的语速`, `Delete the pace of ${name}`),
  removeTalk: (title: string) => both(`删除宣讲稿《${title}》`, `Delete talk “${title}”`),
}
